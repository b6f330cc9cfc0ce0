/**
 * Differences of two sequences, near-linear on any input. With `patch.ts` the only file that imports `diff`. The Myers
 * search of the package is O(length x edits), which does not end on large, much edited input: there it gets one stretch
 * between anchors at a time, without what only one side has, and with a bound.
 */
import { diffArrays } from 'diff';
import { longestIncreasing } from '../align/longest-increasing.ts';

/** Indexes of items on both sides; either side may be empty. */
interface Stretch {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** A stretch that both sides have (`kept`), or that one has in place of the other's. */
export interface SequenceRun extends Stretch {
  readonly kept: boolean;
}

/**
 * So many items on both sides together need no anchors: unrelated texts of 200 words each take at most 3 ms. With twice
 * as many words it is 19, and of related texts anchors keep as much.
 */
const SMALL = 400;
/** Steps the search may take on one stretch, and the edits it may always look for. */
const STEPS = 4_000_000;
const FEWEST_EDITS = 64;

/**
 * Returns the runs that turn `oldItems` into `newItems`, kept and changed ones in turn; together they cover both sides.
 * The result is minimal on small input. On large input, items found once on each side are anchors, and a stretch
 * that is too different to be searched is one changed run.
 */
export function diffSequence(oldItems: readonly string[], newItems: readonly string[]): SequenceRun[] {
  const pairs: Pairs = { old: [], new: [] };
  const whole = { oldStart: 0, oldEnd: oldItems.length, newStart: 0, newEnd: newItems.length };
  if (oldItems.length + newItems.length <= SMALL) search(oldItems, newItems, whole, pairs);
  else searchBetweenAnchors(oldItems, newItems, pairs);
  return runsOf(pairs, oldItems.length, newItems.length);
}

/** Indexes of equal items, increasing on both sides. */
interface Pairs {
  readonly old: number[];
  readonly new: number[];
}

function runsOf({ old, new: fresh }: Pairs, oldLength: number, newLength: number): SequenceRun[] {
  const runs: SequenceRun[] = [];
  let [oldAt, newAt] = [0, 0];
  const changedUntil = (oldEnd: number, newEnd: number) => {
    if (oldAt < oldEnd || newAt < newEnd)
      runs.push({ kept: false, oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
  };
  for (let index = 0; index < old.length; ) {
    const [oldStart, newStart] = [old[index]!, fresh[index]!];
    changedUntil(oldStart, newStart);
    let length = 1;
    while (old[index + length] === oldStart + length && fresh[index + length] === newStart + length) length++;
    oldAt = oldStart + length;
    newAt = newStart + length;
    runs.push({ kept: true, oldStart, oldEnd: oldAt, newStart, newEnd: newAt });
    index += length;
  }
  changedUntil(oldLength, newLength);
  return runs;
}

function addPair(pairs: Pairs, oldIndex: number, newIndex: number): void {
  pairs.old.push(oldIndex);
  pairs.new.push(newIndex);
}

/** Items found exactly once on each side and in the same order hold the sequences together (patience diff). */
function searchBetweenAnchors(oldItems: readonly string[], newItems: readonly string[], pairs: Pairs): void {
  const newPlaces = placesOfUnique(newItems);
  const common: (readonly [oldPlace: number, newPlace: number])[] = [];
  for (const [item, oldPlace] of placesOfUnique(oldItems)) {
    const newPlace = newPlaces.get(item);
    if (oldPlace !== undefined && newPlace !== undefined) common.push([oldPlace, newPlace]);
  }
  let [oldStart, newStart] = [0, 0];
  for (const index of longestIncreasing(common.map(([, newPlace]) => newPlace))) {
    const [oldEnd, newEnd] = common[index]!;
    search(oldItems, newItems, { oldStart, oldEnd, newStart, newEnd }, pairs);
    addPair(pairs, oldEnd, newEnd);
    [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
  }
  const rest = { oldStart, oldEnd: oldItems.length, newStart, newEnd: newItems.length };
  search(oldItems, newItems, rest, pairs);
}

/** Place of each item, in the order of the places; undefined if it has several. */
function placesOfUnique(items: readonly string[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [place, item] of items.entries()) places.set(item, places.has(item) ? undefined : place);
  return places;
}

/** Pairs items of a stretch, as many as it can. What only one side has is a change whatever the search finds. */
function search(
  oldItems: readonly string[],
  newItems: readonly string[],
  { oldStart, oldEnd, newStart, newEnd }: Stretch,
  pairs: Pairs,
): void {
  if (oldStart === oldEnd || newStart === newEnd) return;
  const oldPlaces = placesOfShared(oldItems, oldStart, oldEnd, new Set(newItems.slice(newStart, newEnd)));
  const newPlaces = placesOfShared(newItems, newStart, newEnd, new Set(oldItems.slice(oldStart, oldEnd)));
  const oldShared = oldPlaces.map(place => oldItems[place]!);
  const newShared = newPlaces.map(place => newItems[place]!);
  if (haveEqualItems(oldShared, newShared)) {
    for (const [index, place] of oldPlaces.entries()) addPair(pairs, place, newPlaces[index]!);
    return;
  }
  const found = diffArrays(oldShared, newShared, {
    maxEditLength: Math.max(FEWEST_EDITS, Math.floor(STEPS / (oldPlaces.length + newPlaces.length + 1))),
  });
  let [oldAt, newAt] = [0, 0];
  for (const { added, removed, count } of found ?? []) {
    if (!added && !removed)
      for (let step = 0; step < count; step++)
        addPair(pairs, oldPlaces[oldAt + step]!, newPlaces[newAt + step]!);
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
}

/** Most sentences are edited so that what both have stands in one order: nothing is left to search. */
function haveEqualItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function placesOfShared(
  items: readonly string[],
  start: number,
  end: number,
  others: ReadonlySet<string>,
): number[] {
  const places: number[] = [];
  for (let place = start; place < end; place++) if (others.has(items[place]!)) places.push(place);
  return places;
}
