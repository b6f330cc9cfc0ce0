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
  const signs = new RollingSigns();
  for (const cue of cues) signs.add(cue);
  if (!signs.areFound) return undefined;
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

/** Sees whether captions are of this kind, one after the other: none is kept. */
export class RollingSigns {
  #cues = 0;
  #timed = 0;
  #fresh = 0;
  #rolling = 0;
  #before: readonly string[] = [];

  add({ payload }: RollingCue): void {
    this.#cues++;
    if (WORD_TIME.test(payload)) this.#timed++;
    // Where words have times, only those say something.
    if (this.#timed > 0) return;
    const shown = payload
      .split('\n')
      .map(wordsOf)
      .filter(words => words !== '');
    const repeated = repeatedLines(this.#before, shown);
    if (repeated < shown.length) this.#fresh++;
    // One word is said again and again by anybody.
    if (repeated > 0 && repeated < shown.length && shown[0]!.includes(' ')) this.#rolling++;
    this.#before = shown;
  }

  get areFound(): boolean {
    if (this.#timed > 0) return this.#timed >= this.#cues * SHARE;
    return this.#rolling >= LEAST_PLAIN && this.#rolling >= this.#fresh * PLAIN_SHARE;
  }
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
  const bare = line.includes('<') ? line.replace(TAG, '') : line;
  return WIDE_SPACE.test(bare) ? bare.replace(/\s+/g, ' ').trim() : bare;
}

/** White space that is not one blank between words; most lines have none. */
const WIDE_SPACE = /[^\S ]| {2}|^ | $/;
