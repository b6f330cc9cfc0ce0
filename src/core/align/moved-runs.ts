/** Finds what stands elsewhere in the new version: words without a counterpart in their place, against new words without one. */
import { RunFinder } from './common-runs.ts';
import { LEAST_LIKENESS, type Versions, type WordAligner } from './word-aligner.ts';
import type { WordTable } from './word-table.ts';

/** Fewer words than this in a row are found everywhere; the longer run is tried first because it is surer. */
const RUN_LENGTHS = [5, 4, 3] as const;

/** Between two runs that moved together at most this many words are laid beside each other. */
const WIDEST_GAP = 12;

interface Run {
  readonly old: number;
  readonly new: number;
}

export function linkMovedRuns(versions: Versions, aligner: WordAligner): void {
  const finder = new RunFinder();
  let oldFree = freeWords(versions.old, versions.map.newOf, versions);
  let newFree = freeWords(versions.new, versions.map.oldOf, versions);
  for (const length of RUN_LENGTHS) {
    oldFree = oldFree.filter(word => versions.map.newOf[word] === -1);
    newFree = newFree.filter(word => versions.map.oldOf[word] === -1);
    if (oldFree.length < length || newFree.length < length) break;
    for (const run of commonRuns(versions, finder, oldFree, newFree, length)) {
      if (versions.map.newOf[run.old] !== -1 || versions.map.oldOf[run.new] !== -1) continue;
      extend(versions, run.old, run.new, 1);
      extend(versions, run.old - 1, run.new - 1, -1);
    }
  }
  fillBetween(versions, aligner);
}

/** Those without a counterpart, of all but the markers. */
function freeWords({ keys: list }: WordTable, counterpart: Int32Array, { keys }: Versions): Int32Array {
  const free = new Int32Array(list.length);
  let count = 0;
  for (let word = 0; word < list.length; word++)
    if (counterpart[word] === -1 && !keys.isMarker(list[word]!)) free[count++] = word;
  return free.subarray(0, count);
}

function* commonRuns(
  { old, new: fresh }: Versions,
  finder: RunFinder,
  oldFree: Int32Array,
  newFree: Int32Array,
  length: number,
): Iterable<Run> {
  const common = finder.find(oldFree, old.keys, newFree, fresh.keys, length);
  for (let index = 0; index < common.old.length; index++) {
    const oldPlace = common.old[index]!;
    const newPlace = common.new[index]!;
    const run = { old: oldFree[oldPlace]!, new: newFree[newPlace]! };
    const unbroken =
      oldFree[oldPlace + length - 1] === run.old + length - 1 &&
      newFree[newPlace + length - 1] === run.new + length - 1;
    if (unbroken) yield run;
  }
}

/** Links on from a place as long as words are equal or alike; one other word may stand between. */
function extend(versions: Versions, oldStart: number, newStart: number, step: 1 | -1): void {
  const { map } = versions;
  let oldWord = oldStart;
  let newWord = newStart;
  while (map.newOf[oldWord] === -1 && map.oldOf[newWord] === -1) {
    const likeness = likenessAt(versions, oldWord, newWord);
    if (likeness > LEAST_LIKENESS) map.link(oldWord, newWord, likeness, true);
    else if (likenessAt(versions, oldWord + step, newWord + step) !== 1) return;
    oldWord += step;
    newWord += step;
  }
}

function likenessAt({ old, new: fresh, keys, map }: Versions, oldWord: number, newWord: number): number {
  if (map.newOf[oldWord] !== -1 || map.oldOf[newWord] !== -1) return 0;
  const oldKey = old.keys[oldWord]!;
  if (keys.isMarker(oldKey)) return 0;
  return keys.likeness(oldKey, fresh.keys[newWord]!);
}

/** Between words that moved side by side, edited words are laid beside each other. */
function fillBetween({ map }: Versions, aligner: WordAligner): void {
  let last = -1;
  for (let word = 0; word < map.newOf.length; word++) {
    if (map.newOf[word] === -1) continue;
    if (last >= 0 && map.moved[last] && map.moved[word]) fill(last, word);
    last = word;
  }

  function fill(oldBefore: number, oldAfter: number): void {
    const newBefore = map.newOf[oldBefore]!;
    const newAfter = map.newOf[oldAfter]!;
    const oldGap = oldAfter - oldBefore - 1;
    const newGap = newAfter - newBefore - 1;
    if (oldGap < 1 || newGap < 1 || oldGap > WIDEST_GAP || newGap > WIDEST_GAP) return;
    const fresh = range(newBefore + 1, newAfter);
    if (fresh.every(word => map.oldOf[word] === -1))
      aligner.align(range(oldBefore + 1, oldAfter), fresh, true);
  }
}

/** The integers from `start` up to `end`, without `end`. */
export function range(start: number, end: number): Int32Array {
  const result = new Int32Array(end - start);
  for (let index = 0; index < result.length; index++) result[index] = start + index;
  return result;
}
