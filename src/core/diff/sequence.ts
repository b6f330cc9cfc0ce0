/**
 * Differences of two sequences, near-linear on any input. The only file that imports `diff`: its Myers search is
 * O(length x edits) and does not end on large, much edited input, so it is only given stretches between anchors,
 * without what only one side has, and with a bound.
 */
import { diffArrays, FILE_HEADERS_ONLY, formatPatch } from 'diff';
import { longestIncreasing } from '../align/longest-increasing.ts';

/** A stretch that both sides have (`kept`), or that one has in place of the other's; either side may be empty. */
export interface SequenceRun {
  readonly kept: boolean;
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Below this many items the search needs no anchors: the best answer is cheap. */
const SMALL = 400;
/** Steps the search may take on one stretch, and the edits it may always look for. */
const STEPS = 4_000_000;
const FEWEST_EDITS = 64;

/**
 * Runs that turn `oldItems` into `newItems`, kept and changed ones in turn; together they cover both sides.
 * The result is minimal on small input. On large input, items found once on each side are anchors, and a stretch
 * that is too different to be searched is one changed run.
 */
export function diffSequence(oldItems: readonly string[], newItems: readonly string[]): SequenceRun[] {
  let start = 0;
  const shorter = Math.min(oldItems.length, newItems.length);
  while (start < shorter && oldItems[start] === newItems[start]) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    oldItems[oldItems.length - 1 - tail] === newItems[newItems.length - 1 - tail]
  )
    tail++;

  const pairs = new Pairs();
  for (let index = 0; index < start; index++) pairs.add(index, index);
  const oldEnd = oldItems.length - tail;
  const newEnd = newItems.length - tail;
  const gap = { oldItems, newItems, oldStart: start, oldEnd, newStart: start, newEnd };
  if (oldEnd - start + (newEnd - start) <= SMALL) search(gap, pairs);
  else searchBetweenAnchors(gap, pairs);
  for (let index = 0; index < tail; index++) pairs.add(oldEnd + index, newEnd + index);
  return pairs.runs(oldItems.length, newItems.length);
}

interface Gap {
  readonly oldItems: readonly string[];
  readonly newItems: readonly string[];
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Indexes of equal items, increasing on both sides. */
class Pairs {
  readonly #old: number[] = [];
  readonly #new: number[] = [];

  add(oldIndex: number, newIndex: number): void {
    this.#old.push(oldIndex);
    this.#new.push(newIndex);
  }

  runs(oldLength: number, newLength: number): SequenceRun[] {
    const runs: SequenceRun[] = [];
    let oldAt = 0;
    let newAt = 0;
    const changedUntil = (oldEnd: number, newEnd: number) => {
      if (oldAt < oldEnd || newAt < newEnd)
        runs.push({ kept: false, oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
    };
    for (let index = 0; index < this.#old.length; ) {
      const oldStart = this.#old[index]!;
      const newStart = this.#new[index]!;
      changedUntil(oldStart, newStart);
      let length = 1;
      while (
        this.#old[index + length] === oldStart + length &&
        this.#new[index + length] === newStart + length
      )
        length++;
      oldAt = oldStart + length;
      newAt = newStart + length;
      runs.push({ kept: true, oldStart, oldEnd: oldAt, newStart, newEnd: newAt });
      index += length;
    }
    changedUntil(oldLength, newLength);
    return runs;
  }
}

/** Items found exactly once on each side and in the same order hold the sequences together (patience diff). */
function searchBetweenAnchors(gap: Gap, pairs: Pairs): void {
  const oldPlaces = placesOfUnique(gap.oldItems, gap.oldStart, gap.oldEnd);
  const newPlaces = placesOfUnique(gap.newItems, gap.newStart, gap.newEnd);
  const common: [number, number][] = [];
  for (const [item, oldPlace] of oldPlaces) {
    const newPlace = newPlaces.get(item);
    if (oldPlace !== undefined && newPlace !== undefined) common.push([oldPlace, newPlace]);
  }
  common.sort((a, b) => a[0] - b[0]);

  let { oldStart, newStart } = gap;
  for (const index of longestIncreasing(common.map(pair => pair[1]))) {
    const [oldPlace, newPlace] = common[index]!;
    search({ ...gap, oldStart, oldEnd: oldPlace, newStart, newEnd: newPlace }, pairs);
    pairs.add(oldPlace, newPlace);
    oldStart = oldPlace + 1;
    newStart = newPlace + 1;
  }
  search({ ...gap, oldStart, newStart }, pairs);
}

/** Place of each item of the stretch; undefined where it has several. */
function placesOfUnique(
  items: readonly string[],
  start: number,
  end: number,
): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let place = start; place < end; place++) {
    const item = items[place]!;
    places.set(item, places.has(item) ? undefined : place);
  }
  return places;
}

/** Myers' search over the items that both sides have; the others are changes whatever it finds. */
function search(gap: Gap, pairs: Pairs): void {
  const { oldItems, newItems, oldStart, oldEnd, newStart, newEnd } = gap;
  if (oldStart === oldEnd || newStart === newEnd) return;
  if (pairInPlace(gap, pairs)) return;
  const oldPlaces = placesAlsoIn(oldItems, oldStart, oldEnd, newItems, newStart, newEnd);
  if (oldPlaces.length === 0) return;
  const newPlaces = placesAlsoIn(newItems, newStart, newEnd, oldItems, oldStart, oldEnd);
  const oldShared = oldPlaces.map(place => oldItems[place]!);
  const newShared = newPlaces.map(place => newItems[place]!);
  if (areEqual(oldShared, newShared)) {
    for (let index = 0; index < oldPlaces.length; index++) pairs.add(oldPlaces[index]!, newPlaces[index]!);
    return;
  }
  const length = oldPlaces.length + newPlaces.length;
  const found = diffArrays(oldShared, newShared, {
    maxEditLength: Math.max(FEWEST_EDITS, Math.floor(STEPS / (length + 1))),
  });
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, count } of found ?? []) {
    if (!added && !removed) {
      for (let step = 0; step < count; step++) pairs.add(oldPlaces[oldAt + step]!, newPlaces[newAt + step]!);
    }
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** So many items may have been replaced where nothing was inserted or deleted: words of an edited sentence. */
const FEW_REPLACED = 8;

/** Pairs the equal items of two stretches that only differ in items which the other side does not have; false for others. */
function pairInPlace(gap: Gap, pairs: Pairs): boolean {
  const { oldItems, newItems, oldStart, oldEnd, newStart, newEnd } = gap;
  const length = oldEnd - oldStart;
  if (length !== newEnd - newStart) return false;
  let replaced = 0;
  for (let step = 0; step < length; step++) {
    const old = oldItems[oldStart + step]!;
    const fresh = newItems[newStart + step]!;
    if (old === fresh) continue;
    if (++replaced > FEW_REPLACED) return false;
    if (isAmong(old, newItems, newStart, newEnd) || isAmong(fresh, oldItems, oldStart, oldEnd)) return false;
  }
  for (let step = 0; step < length; step++)
    if (oldItems[oldStart + step] === newItems[newStart + step]) pairs.add(oldStart + step, newStart + step);
  return true;
}

function isAmong(item: string, items: readonly string[], start: number, end: number): boolean {
  for (let place = start; place < end; place++) if (items[place] === item) return true;
  return false;
}

/** Up to so many comparisons are made sooner than a set. */
const FEW_COMPARISONS = 200;

function placesAlsoIn(
  items: readonly string[],
  start: number,
  end: number,
  others: readonly string[],
  othersStart: number,
  othersEnd: number,
): number[] {
  const places: number[] = [];
  if ((end - start) * (othersEnd - othersStart) <= FEW_COMPARISONS) {
    for (let place = start; place < end; place++)
      if (isAmong(items[place]!, others, othersStart, othersEnd)) places.push(place);
    return places;
  }
  const known = new Set<string>();
  for (let place = othersStart; place < othersEnd; place++) known.add(others[place]!);
  for (let place = start; place < end; place++) if (known.has(items[place]!)) places.push(place);
  return places;
}

/** Options of {@link unifiedPatch}. */
export interface UnifiedOptions {
  readonly oldName: string;
  readonly newName: string;
  /** Unchanged lines around each change. */
  readonly context: number;
}

/**
 * A unified diff (POSIX `diff -u`) of two texts that end in a newline or are empty, for `patch`, `git apply` and
 * pagers. An empty string where the texts are equal.
 */
export function unifiedPatch(oldText: string, newText: string, options: UnifiedOptions): string {
  const oldLines = linesOf(oldText);
  const newLines = linesOf(newText);
  const hunks = hunksOf(diffSequence(oldLines, newLines), oldLines, newLines, options.context);
  if (hunks.length === 0) return '';
  const patch = {
    oldFileName: options.oldName,
    newFileName: options.newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks,
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  lines.pop();
  return lines;
}

interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: string[];
}

function hunksOf(
  runs: readonly SequenceRun[],
  oldLines: readonly string[],
  newLines: readonly string[],
  context: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let hunk: Hunk | undefined;
  const keep = (start: number, end: number) => {
    for (let line = start; line < end; line++) hunk!.lines.push(` ${oldLines[line]}`);
    hunk!.oldLines += end - start;
    hunk!.newLines += end - start;
  };
  for (const [index, run] of runs.entries()) {
    if (run.kept) {
      if (hunk === undefined) continue;
      const last = index === runs.length - 1;
      const together = !last && run.oldEnd - run.oldStart <= 2 * context;
      keep(run.oldStart, together ? run.oldEnd : Math.min(run.oldEnd, run.oldStart + context));
      if (!together) hunk = undefined;
      continue;
    }
    if (hunk === undefined) {
      const before = Math.min(context, run.oldStart - (runs[index - 1]?.oldStart ?? run.oldStart));
      hunk = {
        oldStart: run.oldStart - before + 1,
        oldLines: 0,
        newStart: run.newStart - before + 1,
        newLines: 0,
        lines: [],
      };
      hunks.push(hunk);
      keep(run.oldStart - before, run.oldStart);
    }
    for (let line = run.oldStart; line < run.oldEnd; line++) hunk.lines.push(`-${oldLines[line]}`);
    for (let line = run.newStart; line < run.newEnd; line++) hunk.lines.push(`+${newLines[line]}`);
    hunk.oldLines += run.oldEnd - run.oldStart;
    hunk.newLines += run.newEnd - run.newStart;
  }
  return hunks;
}
