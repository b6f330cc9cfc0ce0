/** Words with speakers, as speech recognisers give them, to segments of one speaker each. */
import type { Milliseconds } from '../../core/model/model.ts';
import { tidy } from './blanks.ts';
import type { Segment } from './segments.ts';

export interface Word {
  /** As it should be printed, without the blank before it. */
  readonly text: string;
  readonly speaker: string | undefined;
  readonly start: Milliseconds | undefined;
  readonly end: Milliseconds | undefined;
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
    start: own.find(word => word.start !== undefined)?.start,
    end: own.findLast(word => word.end !== undefined)?.end,
  }));
}

/** How many speakers the words name. */
export function countSpeakers(words: readonly Word[]): number {
  return new Set(words.flatMap(({ speaker }) => speaker ?? [])).size;
}
