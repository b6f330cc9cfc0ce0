/** The text of some words of a witness as written, with their punctuation. */
import type { WordTable } from '../align/words/word-table.ts';
import type { WordSpan } from '../anchor/candidate.ts';
import type { Utterance } from '../model/model.ts';

/** A part of one utterance. Offsets are UTF-16. */
export interface ReadingPart {
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the parts that some words cover, one for each utterance. The parts of all words together are the whole texts.
 */
export function partsOf(
  utterances: readonly Utterance[],
  table: WordTable,
  { start, end }: WordSpan,
): readonly ReadingPart[] {
  const parts: ReadingPart[] = [];
  for (let word = start; word < end; ) {
    const utterance = table.utteranceOf[word]!;
    const last = Math.min(end, table.firsts[utterance + 1]!) - 1;
    const { text = '' } = utterances[utterance]!;
    parts.push({ utterance, start: startOf(word, table, text), end: endOf(last, table, text) });
    word = last + 1;
  }
  return parts;
}

/** Returns where the text of a word begins, including the punctuation before it. */
export function startOf(word: number, table: WordTable, text: string): number {
  const isFirst = table.firsts[table.utteranceOf[word]!] === word;
  return isFirst ? 0 : edgeBetween(text, table.ends[word - 1]!, table.starts[word]!);
}

/** Returns where the text of a word ends, including the punctuation after it. */
export function endOf(word: number, table: WordTable, text: string): number {
  const isLast = table.firsts[table.utteranceOf[word]! + 1] === word + 1;
  return isLast ? text.length : edgeBetween(text, table.ends[word]!, table.starts[word + 1]!);
}

/** Punctuation up to the last white space belongs to the word before, the rest to the word after. */
function edgeBetween(text: string, end: number, start: number): number {
  for (let at = start; at > end; at--) if (/\s/.test(text[at - 1]!)) return at;
  return start;
}

/** The text of some words on one line, with ` / ` between utterances. */
export function readingText(utterances: readonly Utterance[], table: WordTable, span: WordSpan): string {
  return partsOf(utterances, table, span)
    .map(({ utterance, start, end }) =>
      (utterances[utterance]!.text ?? '').slice(start, end).replace(/\s+/g, ' ').trim(),
    )
    .join(' / ');
}
