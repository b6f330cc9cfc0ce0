/**
 * Rolling captions, as YouTube makes them by speech recognition: a cue shows the line before once more above its new
 * line, whose words have times of their own, and a cue of ten milliseconds holds the picture between two. Whole lines are
 * compared with the cue directly before, and only lines without times of words: what a person says twice is timed twice.
 * Programs that make SRT of them, or cleaner WebVTT, drop the times of words: then most cues must roll.
 */
import type { Milliseconds } from '../../core/model/model.ts';
import type { ReadOptions } from '../format.ts';
import type { ImportReport } from './report.ts';

const WORD_TIME = /<\d{1,6}:\d{2}[\d:.]*>/;
const TAG = /<[^<>]*>/g;
/** From this share of cues with times of words on, a file is taken for one with rolling captions. */
const SHARE = 0.2;
/** Without times of words, of the cues with a new line this share, and so many, show it below one of the cue before. */
const [PLAIN_SHARE, LEAST_PLAIN] = [0.5, 2];
/** A cue that shows nothing new for longer than this is a repetition, in milliseconds. */
const LONGEST_HOLD = 100;

/** A caption with its markup, lines parted by line feeds. */
interface RollingCue {
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  readonly payload: string;
}

interface Folded<Cue> {
  /** Cues without anything new are left out. */
  readonly cues: readonly Cue[];
  /** How many lines were left out. */
  readonly lines: number;
}

/** The cues without the lines that rolling captions repeat, which the report tells; undefined where nothing was left out. */
export function withoutRolling<Cue extends RollingCue>(
  cues: readonly Cue[],
  { fold = true }: ReadOptions,
  report: ImportReport,
): readonly Cue[] | undefined {
  const folded = fold ? foldRolling(cues) : undefined;
  if (folded === undefined) return undefined;
  report.add(
    'rolling-captions',
    undefined,
    `${folded.lines} repeated lines of rolling captions were folded`,
    {
      severity: 'info',
      help: 'each line is kept once; --no-fold keeps all',
      data: { lines: folded.lines },
      fingerprint: 'repeated lines of rolling captions were folded',
    },
  );
  return folded.cues;
}

/** Undefined where the captions are not of this kind. */
function foldRolling<Cue extends RollingCue>(cues: readonly Cue[]): Folded<Cue> | undefined {
  if (!doRoll(cues)) return undefined;
  const kept: Cue[] = [];
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

function doRoll(cues: readonly RollingCue[]): boolean {
  const timed = cues.filter(({ payload }) => WORD_TIME.test(payload)).length;
  if (timed > 0) return timed >= cues.length * SHARE;
  let before: readonly string[] = [];
  let [fresh, rolling] = [0, 0];
  for (const { payload } of cues) {
    const shown = payload.split('\n').filter(line => wordsOf(line) !== '');
    const repeated = repeatedLines(before, shown);
    if (repeated < shown.length) fresh++;
    // One word is said again and again by anybody.
    if (repeated > 0 && repeated < shown.length && wordsOf(shown[0]!).includes(' ')) rolling++;
    before = shown.map(wordsOf);
  }
  return rolling >= LEAST_PLAIN && rolling >= fresh * PLAIN_SHARE;
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
function isHold({ start, end }: RollingCue, lines: readonly string[]): boolean {
  const isShort = start !== undefined && end !== undefined && end - start <= LONGEST_HOLD;
  return isShort || (lines.length > 1 && wordsOf(lines.at(-1)!) === '');
}

function wordsOf(line: string): string {
  return line.replace(TAG, '').replace(/\s+/g, ' ').trim();
}
