/** Words with speakers, as speech recognisers give them, to segments of one speaker each. */

import { type TimedWord, wordsField } from '../../core/model/word-times.ts';
import { tidy } from './blanks.ts';
import type { Segment } from './segments.ts';

export interface Word extends TimedWord {
  readonly speaker: string | undefined;
}

/** Words in a row by one speaker become one segment; a word without a speaker goes with those before it. */
export function groupWords(words: readonly Word[]): Segment[] {
  const groups: { label: string | undefined; words: Word[] }[] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group !== undefined && (word.speaker === undefined || word.speaker === group.label))
      group.words.push(word);
    else if (group !== undefined && group.label === undefined) {
      group.label = word.speaker;
      group.words.push(word);
    } else groups.push({ label: word.speaker, words: [word] });
  }
  return groups.map(({ label, words: own }) => ({
    label,
    text: tidy(own.map(word => word.text).join(' ')),
    ...timesOf(own),
    extra: wordsField(own),
  }));
}

export function timesOf(words: readonly Pick<TimedWord, 'start' | 'end'>[]): Pick<Segment, 'start' | 'end'> {
  return {
    start: words.find(({ start }) => start !== undefined)?.start,
    end: words.findLast(({ end }) => end !== undefined)?.end,
  };
}

/** A word or a mark, as recognisers list them that write marks apart. */
export interface Item extends Word {
  /** A mark that stands directly behind the word before it. */
  readonly isMark: boolean;
}

/** Words with the marks behind them. */
export function withMarks(items: readonly Item[]): Word[] {
  const words: Word[] = [];
  for (const { isMark, ...word } of items) {
    const last = words.at(-1);
    if (isMark && last !== undefined) words[words.length - 1] = { ...last, text: last.text + word.text };
    else words.push(word);
  }
  return words;
}

/** How many speakers the words name. */
export function countSpeakers(words: readonly Word[]): number {
  return new Set(words.flatMap(({ speaker }) => speaker ?? [])).size;
}
