/** A quote whose words run from one utterance into another: told to whoever made it, never anchored. */
import { foldWord } from '../language/fold-word.ts';
import { getOrMake } from '../maps.ts';
import type { Utterance } from '../model/model.ts';
import { words } from '../text/tokens.ts';

/** The words of a quote that stand in one utterance, as the utterance has them. */
export interface QuotePart {
  readonly utterance: Utterance;
  readonly text: string;
}

/** So many utterances of others may stand between two parts. */
const MOST_BETWEEN = 3;

interface Word {
  readonly fold: string;
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a quote: the last words of one utterance, all words of those that follow, the first words of the last one.
 * Marks and case do not count. Undefined where it is not made up so.
 *
 * @param utterances of the transcript, in order.
 * @param at one of them that has a part of the quote.
 */
export function quoteOverUtterances(
  quote: string,
  utterances: readonly Utterance[],
  at: number,
): readonly QuotePart[] | undefined {
  const sought = wordsOf(quote);
  if (sought.length < 2) return undefined;
  const known = new Map<number, readonly Word[]>();
  const wordsAt = (index: number) => getOrMake(known, index, () => wordsOf(utterances[index]!.text ?? ''));
  const part = (index: number, from: number, to: number): QuotePart => {
    const own = wordsAt(index);
    const text = (utterances[index]!.text ?? '').slice(own[from]!.start, own[to - 1]!.end);
    return { utterance: utterances[index]!, text };
  };
  /** The parts of what is left of the quote, in utterances no earlier than `from`. */
  const rest = (done: number, from: number): readonly QuotePart[] | undefined => {
    for (let index = from; index <= Math.min(from + MOST_BETWEEN, utterances.length - 1); index++) {
      const own = wordsAt(index);
      const length = Math.min(own.length, sought.length - done);
      if (length === 0 || !isSame(sought, done, own, 0, length)) continue;
      const first = part(index, 0, length);
      if (done + length === sought.length) return [first];
      const others = rest(done + length, index + 1);
      if (others !== undefined) return [first, ...others];
    }
    return undefined;
  };
  for (let first = Math.max(0, at - 1 - MOST_BETWEEN); first <= at; first++) {
    const own = wordsAt(first);
    for (let length = Math.min(own.length, sought.length - 1); length > 0; length--) {
      if (!isSame(sought, 0, own, own.length - length, length)) continue;
      const others = rest(length, first + 1);
      if (others !== undefined) return [part(first, own.length - length, own.length), ...others];
    }
  }
  return undefined;
}

function isSame(
  one: readonly Word[],
  from: number,
  other: readonly Word[],
  at: number,
  length: number,
): boolean {
  for (let step = 0; step < length; step++)
    if (one[from + step]!.fold !== other[at + step]!.fold) return false;
  return true;
}

function wordsOf(text: string): readonly Word[] {
  let start = 0;
  return words(text).flatMap(({ text: token, kind }) => {
    const at = start;
    start += token.length;
    return kind === 'word' ? [{ fold: foldWord(token), start: at, end: start }] : [];
  });
}
