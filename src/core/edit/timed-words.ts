/** Times of single words (`x-words`), which follow the words when those are cut, joined or corrected. */

import { diffSequence } from '../diff/sequence.ts';
import { pushAll } from '../long-lists.ts';
import type { Utterance } from '../model/model.ts';
import { parseWordsField, type TimedWord, WORDS_KEY, wordsField } from '../model/word-times.ts';

type WithWords = Utterance & { readonly [WORDS_KEY]?: unknown };

/** The timed words of an utterance, where they are those of its text. */
export function timedWordsOf(utterance: Utterance): readonly TimedWord[] | undefined {
  const words = parseWordsField((utterance as WithWords)[WORDS_KEY]);
  if (words === undefined) return undefined;
  return bare(words.map(({ text }) => text).join('')) === bare(utterance.text ?? '') ? words : undefined;
}

/** An utterance with these timed words, or without any. */
export function withTimedWords(utterance: Utterance, words: readonly TimedWord[] | undefined): Utterance {
  const { [WORDS_KEY]: _, ...rest } = utterance as WithWords;
  return words === undefined ? rest : { ...rest, ...wordsField(words) };
}

/** The timed words of each part; undefined where a word runs over the end of a part. */
export function cutTimedWords(
  words: readonly TimedWord[],
  texts: readonly string[],
): readonly (readonly TimedWord[])[] | undefined {
  const parts: TimedWord[][] = [];
  let at = 0;
  for (const text of texts) {
    const part: TimedWord[] = [];
    let left = bare(text).length;
    while (left > 0) {
      const word = words[at++];
      if (word === undefined) return undefined;
      part.push(word);
      left -= bare(word.text).length;
    }
    if (left < 0) return undefined;
    parts.push(part);
  }
  return at === words.length ? parts : undefined;
}

/** The words of a corrected text: those that stay keep their times, and so do those that one other word takes the place of. */
export function retimedWords(words: readonly TimedWord[], text: string): readonly TimedWord[] {
  const fresh = splitAtSpaces(text);
  const runs = diffSequence(
    words.map(word => keyOf(word.text)),
    fresh.map(keyOf),
  );
  const result: TimedWord[] = [];
  for (const run of runs) {
    if (run.kept)
      for (let at = run.oldStart; at < run.oldEnd; at++)
        result.push({ ...words[at]!, text: fresh[run.newStart + at - run.oldStart]! });
    else
      pushAll(result, replaced(words.slice(run.oldStart, run.oldEnd), fresh.slice(run.newStart, run.newEnd)));
  }
  return result;
}

/** The timed words of several utterances in a row; undefined where none has any. */
export function joinedTimedWords(utterances: readonly Utterance[]): readonly TimedWord[] | undefined {
  const lists = utterances.map(timedWordsOf);
  if (lists.every(list => list === undefined)) return undefined;
  return lists.flatMap(
    (list, index) => list ?? splitAtSpaces(utterances[index]!.text ?? '').map(text => ({ text })),
  );
}

function replaced(old: readonly TimedWord[], fresh: readonly string[]): TimedWord[] {
  const isOneForOne = old.length === fresh.length;
  return fresh.map((text, index) =>
    isOneForOne ? { text, start: old[index]!.start, end: old[index]!.end } : { text },
  );
}

function splitAtSpaces(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

/** A comma behind a word does not change when it was said. */
function keyOf(word: string): string {
  const letters = word.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return letters === '' ? word : letters;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
