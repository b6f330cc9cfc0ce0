/** The words of an utterance with the times found for them, as in `x-words`. */
import { UNSPACED } from '../align/words/word-characters.ts';
import type { WordTable } from '../align/words/word-table.ts';
import { latePattern } from '../lazily.ts';
import type { TimedWord } from '../model/word-times.ts';
import type { WordMoments } from './word-moments.ts';

const TOKEN = /\S+/g;
/** Scripts without blanks: each letter with the marks after it. */
const unspacedToken = latePattern(`[${UNSPACED}]\\P{L}*|(?:(?![${UNSPACED}])\\S)+`, 'gu');
const hasUnspaced = latePattern(`[${UNSPACED}]`, 'u');

/**
 * Returns the tokens of a text; joined, they are the text without its white space.
 *
 * @param first the words of the text, in the table of the whole utterance.
 * @param offset where the text begins in that of the whole utterance.
 */
export function timedTokens(
  text: string,
  offset: number,
  table: WordTable,
  first: number,
  last: number,
  moments: WordMoments,
): TimedWord[] {
  const tokens: TimedWord[] = [];
  let word = first;
  for (const { 0: chunk, index } of text.matchAll(TOKEN)) {
    const pieces = hasUnspaced().test(chunk)
      ? [...chunk.matchAll(unspacedToken())]
      : [{ 0: chunk, index: 0 }];
    for (const { 0: piece, index: at } of pieces) {
      const start = offset + index + at;
      const end = start + piece.length;
      while (word < last && table.ends[word]! <= start) word++;
      let behind = word;
      while (behind < last && table.starts[behind]! < end) behind++;
      tokens.push(
        behind === word
          ? { text: piece }
          : {
              text: piece,
              start: momentAt(start, word, table, moments),
              end: momentAt(end, behind - 1, table, moments, true),
            },
      );
    }
  }
  return tokens;
}

/**
 * Returns the time of a place in a word, or that of the nearest edge if the place is outside; undefined if the word has
 * none.
 */
function momentAt(
  place: number,
  word: number,
  { starts, ends }: WordTable,
  moments: WordMoments,
  isEnd = false,
): number | undefined {
  const [from, to] = [moments.starts[word]!, moments.ends[word]!];
  const [low, high] = [starts[word]!, ends[word]!];
  if (Number.isNaN(from)) return undefined;
  if (Number.isNaN(to)) return isEnd ? undefined : Math.round(from);
  const share = Math.min(1, Math.max(0, (place - low) / Math.max(1, high - low)));
  return Math.round(from + (to - from) * share);
}
