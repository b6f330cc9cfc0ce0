/** Finds what stands elsewhere in the new version: words without a counterpart in their place, against new words without one. */
import { type CommonRuns, UniqueRuns } from './unique-runs.ts';
import { LEAST_LIKENESS, type Versions, type WordAligner } from './word-aligner.ts';
import type { WordTable } from './word-table.ts';

/** Fewer words than this in a row are found everywhere; the longer run is tried first because it is surer. */
const RUN_LENGTHS = [5, 4, 3] as const;

/** Between two runs that moved together at most this many words are laid beside each other. */
const WIDEST_GAP = 12;

export function linkMovedRuns(versions: Versions, aligner: WordAligner): void {
  const runs = new UniqueRuns();
  for (const length of RUN_LENGTHS) {
    const oldFree = freeWords(versions.old, versions.map.newOf, versions);
    const newFree = freeWords(versions.new, versions.map.oldOf, versions);
    if (oldFree.length < length || newFree.length < length) break;
    const common = runs.find(
      { words: oldFree, keys: versions.old.keys },
      { words: newFree, keys: versions.new.keys },
      length,
    );
    linkRuns(versions, oldFree, newFree, common, length);
  }
  fillBetween(versions, aligner);
}

function freeWords(table: WordTable, counterpart: Int32Array, { keys }: Versions): Int32Array {
  const free = new Int32Array(table.length);
  let count = 0;
  for (let word = 0; word < table.length; word++)
    if (counterpart[word] === -1 && !keys.isMarker(table.keys[word]!)) free[count++] = word;
  return free.subarray(0, count);
}

/** Links the runs between which no word was left out, and what goes on from them. */
function linkRuns(
  versions: Versions,
  oldFree: Int32Array,
  newFree: Int32Array,
  common: CommonRuns,
  length: number,
): void {
  const { map } = versions;
  for (let index = 0; index < common.old.length; index++) {
    const oldPlace = common.old[index]!;
    const newPlace = common.new[index]!;
    const oldWord = oldFree[oldPlace]!;
    const newWord = newFree[newPlace]!;
    if (oldFree[oldPlace + length - 1] !== oldWord + length - 1) continue;
    if (newFree[newPlace + length - 1] !== newWord + length - 1) continue;
    if (map.newOf[oldWord] !== -1 || map.oldOf[newWord] !== -1) continue;
    extend(versions, oldWord, newWord, 1);
    extend(versions, oldWord - 1, newWord - 1, -1);
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
  const integers = new Int32Array(end - start);
  for (let index = 0; index < integers.length; index++) integers[index] = start + index;
  return integers;
}
