/** Times inside the words of a turn: the same speaker goes on from there. */
import type { Milliseconds } from '../../../core/model/model.ts';
import { scanTime } from './scan-time.ts';

export interface StampedWords {
  text: string;
  start?: Milliseconds | undefined;
  end?: Milliseconds | undefined;
}

const OPENING = /[[(#](?=\d)/g;

/** A quick look that most words do not pass. */
export function mayHaveStamps(words: string): boolean {
  return words.includes('[') || words.includes('(') || words.includes('#');
}

/**
 * Words parted at times in brackets that can be nothing else: with hours, minutes and seconds, or with a fraction.
 * `hasStamps`: the file has times in brackets, so that `[12:30]` is one too. A time behind the last word is the end.
 */
export function splitAtStamps(words: string, hasStamps: boolean): readonly StampedWords[] {
  const parts: StampedWords[] = [];
  let from = 0;
  let start: Milliseconds | undefined;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(words); match !== null; match = OPENING.exec(words)) {
    const time = scanTime(words, match.index);
    if (time?.start === undefined || !isStamp(words.slice(match.index, time.next), time.bracket, hasStamps))
      continue;
    const before = words.slice(from, match.index).trim();
    if (before !== '' || start !== undefined) parts.push({ text: before, start });
    start = time.start;
    from = time.next;
    OPENING.lastIndex = from;
  }
  const last = words.slice(from).trim();
  if (from === 0) return [{ text: words }];
  if (last !== '' || parts.length === 0) {
    parts.push({ text: last, start });
    return parts;
  }
  parts.at(-1)!.end = start;
  return parts;
}

function isStamp(written: string, bracket: string, hasStamps: boolean): boolean {
  const isLong = /\d:\d{2}:\d{2}|:\d{2}[.,]\d/.test(written);
  return isLong || bracket === '#' || (hasStamps && bracket === '[');
}
