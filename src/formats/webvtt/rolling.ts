/**
 * Rolling captions, as YouTube makes them by speech recognition: a cue shows the line before once more above its new
 * line, whose words have times of their own, and a cue of ten milliseconds holds the picture between two. Whole lines are
 * compared with the cue directly before, and only lines without times of words: what a person says twice is timed twice.
 */
import type { KeptCue } from './kept-words.ts';

const WORD_TIME = /<\d{1,6}:\d{2}[\d:.]*>/;
const TAG = /<[^<>]*>/g;
/** From this share of cues with times of words on, a file is taken for one with rolling captions. */
const SHARE = 0.2;
/** A cue that shows nothing new for longer than this is a repetition, in milliseconds. */
const LONGEST_HOLD = 100;

export interface Folded {
  /** Cues without anything new are left out. */
  readonly cues: readonly KeptCue[];
  /** How many lines were left out. */
  readonly lines: number;
}

/** Undefined where the captions are not of this kind. */
export function foldRolling(cues: readonly KeptCue[]): Folded | undefined {
  const timed = cues.filter(({ payload }) => WORD_TIME.test(payload)).length;
  if (timed === 0 || timed < cues.length * SHARE) return undefined;
  const kept: KeptCue[] = [];
  let folded = 0;
  let before: readonly string[] = [];
  for (const cue of cues) {
    const lines = cue.payload.split('\n');
    const shown = lines.filter(line => wordsOf(line) !== '');
    const repeated = repeatedLines(before, shown);
    const isNothingNew = repeated === shown.length;
    before = shown.map(wordsOf);
    if (repeated === 0 || (isNothingNew && !isHold(cue, lines))) kept.push(cue);
    else {
      folded += repeated;
      if (!isNothingNew) kept.push({ ...cue, payload: shown.slice(repeated).join('\n') });
    }
  }
  return folded === 0 ? undefined : { cues: kept, lines: folded };
}

/** How many lines at the start are the last ones of the cue before; a line whose words have times is new. */
function repeatedLines(before: readonly string[], shown: readonly string[]): number {
  const firstNew = shown.findIndex(line => WORD_TIME.test(line));
  const most = Math.min(before.length, firstNew === -1 ? shown.length : firstNew);
  for (let count = most; count > 0; count--) {
    const last = before.slice(before.length - count);
    if (last.every((line, index) => line === wordsOf(shown[index]!))) return count;
  }
  return 0;
}

/** A cue that only holds the picture: very short, or with an empty row where the next line will roll in. */
function isHold({ start, end }: KeptCue, lines: readonly string[]): boolean {
  const isShort = start !== undefined && end !== undefined && end - start <= LONGEST_HOLD;
  return isShort || (lines.length > 1 && wordsOf(lines.at(-1)!) === '');
}

function wordsOf(line: string): string {
  return line.replace(TAG, '').replace(/\s+/g, ' ').trim();
}
