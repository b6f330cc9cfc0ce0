/**
 * Ids of utterances in files that have none: `h` and ten signs (base 32 of RFC 4648, in lower case) of the SHA-256 of who
 * speaks and what is said. A line that is put in changes no other id, as a counter would, and after an edit an id that
 * still leads somewhere leads to the same words.
 *
 * What is hashed cannot change without cutting off every annotation of such a file. White space counts as one blank, so
 * that line ends and wrapping do not matter.
 */
import { sha256 } from '../../core/anchor/hash.ts';
import type { Utterance } from '../../core/model/model.ts';

/** An utterance that is being made. */
export type NewUtterance = { -readonly [K in keyof Utterance]: Utterance[K] };

/**
 * Gives an id to each utterance without one. Where the same speaker says the same more than once, the neighbours count
 * too; where they are the same as well, nothing tells the utterances apart, and they stay without an id.
 */
export function giveContentIds(utterances: readonly NewUtterance[]): void {
  const words = utterances.map(({ text = '', event = text }) =>
    WIDE_SPACE.test(event) ? event.replace(/\s+/g, ' ').trim() : event,
  );
  const keyAt = (index: number) => (index in utterances ? keyOf(utterances[index]!, words[index]!) : '');
  const without = [...utterances.keys()].filter(index => utterances[index]!.id === undefined);
  // Words alone are looked at first: a key is a new text for each of them.
  const alike = repeatedAmong(without, index => words[index]!);
  const repeated = repeatedAmong(
    without.filter(index => alike.has(words[index]!)),
    keyAt,
  );
  const around = (index: number) =>
    keyAt(index) + BETWEEN_UTTERANCES + keyAt(index - 1) + BETWEEN_UTTERANCES + keyAt(index + 1);
  const isRepeated = (index: number) => alike.has(words[index]!) && repeated.has(keyAt(index));
  const same = repeated.size === 0 ? repeated : repeatedAmong(without.filter(isRepeated), around);
  for (const index of without) {
    const utterance = utterances[index]!;
    if (!isRepeated(index)) utterance.id = idOf(keyAt(index));
    else if (!same.has(around(index))) utterance.id = idOf(around(index));
    // Made with the key so that it comes first; a model has no key without a value.
    else delete utterance.id;
  }
}

/** Characters that no text holds once its white space is folded: they are white space. */
const BETWEEN_FIELDS = '\n';
const BETWEEN_UTTERANCES = '\n\n';

function keyOf({ speaker = '', event }: NewUtterance, words: string): string {
  return speaker + BETWEEN_FIELDS + (event === undefined ? 'text' : 'event') + BETWEEN_FIELDS + words;
}

/** White space that is not one blank between words; most texts have none. */
const WIDE_SPACE = /[^\S ]| {2}|^ | $/;

function repeatedAmong(
  indexes: readonly number[],
  keyOfIndex: (index: number) => string,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const index of indexes) {
    const key = keyOfIndex(index);
    if (seen.has(key)) repeated.add(key);
    else seen.add(key);
  }
  return repeated;
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 10;

/** Fifty bits: among a million utterances the chance that two share an id is one in two thousand. */
function idOf(key: string): string {
  // 13 hexadecimal digits are 52 bits, which a number holds exactly.
  let bits = Math.floor(Number.parseInt(sha256(key).slice(0, 13), 16) / 4);
  let id = '';
  for (let digit = 0; digit < LENGTH; digit++) {
    id = DIGITS[bits % 32]! + id;
    bits = Math.floor(bits / 32);
  }
  return `h${id}`;
}
