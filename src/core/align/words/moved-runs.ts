/** Finds moved words: matches old words without a counterpart against new ones without one. */
import { RunFinder } from './common-runs.ts';
import { LEAST_LIKENESS, type Versions, type WordAligner } from './word-aligner.ts';
import { WordList } from './word-list.ts';
import type { WordTable } from './word-table.ts';

/** Fewer words than this in a row are found everywhere; the longer run is tried first because it is surer. */
const RUN_LENGTHS = [5, 4, 3] as const;

/** Between two runs that moved together at most this many words are laid beside each other. */
const WIDEST_GAP = 12;

export function linkMovedRuns(versions: Versions, aligner: WordAligner): void {
  const { map } = versions;
  const finder = new RunFinder();
  let oldFree = freeWords(versions.old, map.newOf, versions);
  let newFree = freeWords(versions.new, map.oldOf, versions);
  for (const length of RUN_LENGTHS) {
    if (oldFree.length < length || newFree.length < length) break;
    linkRuns(versions, finder, oldFree, newFree, length);
    oldFree = stillFree(oldFree, map.newOf);
    newFree = stillFree(newFree, map.oldOf);
  }
  fillBetween(versions, aligner);
}

/** Returns the words without a counterpart, without markers. */
function freeWords({ keys: list }: WordTable, counterpart: Int32Array, { keys }: Versions): Int32Array {
  const free = new Int32Array(list.length);
  let count = 0;
  for (let word = 0; word < list.length; word++)
    if (counterpart[word] === -1 && !keys.isMarker(list[word]!)) free[count++] = word;
  return free.subarray(0, count);
}

/** Keeps the words that still have no counterpart, in the same list. */
function stillFree(words: Int32Array, counterpart: Int32Array): Int32Array {
  let count = 0;
  for (let index = 0; index < words.length; index++)
    if (counterpart[words[index]!] === -1) words[count++] = words[index]!;
  return words.subarray(0, count);
}

/** Links runs of this many words that occur on both sides, and extends each run. */
function linkRuns(
  versions: Versions,
  finder: RunFinder,
  oldFree: Int32Array,
  newFree: Int32Array,
  length: number,
): void {
  const { old, new: fresh, map } = versions;
  const common = finder.find(oldFree, old.keys, newFree, fresh.keys, length);
  for (let index = 0; index < common.old.length; index++) {
    const oldPlace = common.old[index]!;
    const newPlace = common.new[index]!;
    const oldWord = oldFree[oldPlace]!;
    const newWord = newFree[newPlace]!;
    const isUnbroken =
      oldFree[oldPlace + length - 1] === oldWord + length - 1 &&
      newFree[newPlace + length - 1] === newWord + length - 1;
    if (!isUnbroken || map.newOf[oldWord] !== -1 || map.oldOf[newWord] !== -1) continue;
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
function fillBetween({ old, new: fresh, map }: Versions, aligner: WordAligner): void {
  const { newOf, moved } = map;
  const oldWords = new WordList(old);
  const newWords = new WordList(fresh);
  let last = -1;
  for (let word = 0; word < newOf.length; word++) {
    if (newOf[word] === -1) continue;
    if (last >= 0 && moved[last] === 1 && moved[word] === 1) fill(last, word);
    last = word;
  }

  function fill(oldBefore: number, oldAfter: number): void {
    const newBefore = newOf[oldBefore]!;
    const newAfter = newOf[oldAfter]!;
    const oldGap = oldAfter - oldBefore - 1;
    const newGap = newAfter - newBefore - 1;
    if (oldGap < 1 || newGap < 1 || oldGap > WIDEST_GAP || newGap > WIDEST_GAP) return;
    for (let word = newBefore + 1; word < newAfter; word++) if (map.oldOf[word] !== -1) return;
    oldWords.length = 0;
    newWords.length = 0;
    oldWords.addRange(oldBefore + 1, oldAfter);
    newWords.addRange(newBefore + 1, newAfter);
    aligner.align(oldWords, 0, newWords, 0, true);
  }
}
