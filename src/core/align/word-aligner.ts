/** Lays the words of a stretch of the old version beside those of a stretch of the new one. */
import { longestIncreasing } from '../diff/increasing.ts';
import { BestPath, MOST_CELLS, type PathScores } from './best-path.ts';
import type { WordKeys } from './word-keys.ts';
import type { WordMap } from './word-map.ts';
import type { WordTable } from './word-table.ts';

/** Stretches with fewer cells than this are searched at once; above it, runs of words found once cut them first. */
const SMALL_CELLS = 1024;

/** Lengths of the runs that cut a stretch, longest first: a longer run found once on each side is surer. */
const RUN_LENGTHS = [4, 3, 2, 1] as const;

/** A pair of equal words brings this much beside its rarity. */
const EQUAL_BONUS = 0.3;

/** Words less alike than this are different words: "Robin" is not "Elisa". */
export const LEAST_LIKENESS = 0.5;

export interface Versions {
  readonly old: WordTable;
  readonly new: WordTable;
  readonly keys: WordKeys;
  readonly rarity: Float32Array;
  readonly map: WordMap;
}

interface Stretch {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

export class WordAligner implements PathScores {
  readonly #versions: Versions;
  readonly #path = new BestPath();
  #moved = false;

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  /**
   * Links the words of two stretches, given as ascending word indexes. Near-linear: runs of words found once on each
   * side cut the stretch (patience diff) until the pieces are small.
   */
  align(oldWords: Int32Array, newWords: Int32Array, moved = false): void {
    this.#moved = moved;
    const open: Stretch[] = [{ old: oldWords, new: newWords }];
    for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
      const { old, new: fresh } = this.#trim(stretch);
      if (old.length === 0 || fresh.length === 0) continue;
      const cells = old.length * fresh.length;
      const pieces = cells <= SMALL_CELLS ? undefined : this.#cut(old, fresh);
      // Not spread into arguments: there may be more pieces than a call can take.
      if (pieces !== undefined) for (const piece of pieces) open.push(piece);
      else if (cells <= MOST_CELLS) this.#path.find(old, fresh, this);
      else open.push(...this.#halves(old, fresh));
    }
  }

  score(oldWord: number, newWord: number): number {
    const { keys, rarity } = this.#versions;
    const oldKey = this.#versions.old.keys[oldWord]!;
    const newKey = this.#versions.new.keys[newWord]!;
    if (oldKey === newKey) return rarity[oldKey]! + EQUAL_BONUS;
    const likeness = keys.likeness(oldKey, newKey);
    if (likeness <= LEAST_LIKENESS) return 0;
    return Math.max(rarity[oldKey]!, rarity[newKey]!) * likeness;
  }

  pair(oldWord: number, newWord: number): void {
    const oldKey = this.#versions.old.keys[oldWord]!;
    const newKey = this.#versions.new.keys[newWord]!;
    const likeness = this.#versions.keys.likeness(oldKey, newKey);
    this.#versions.map.link(oldWord, newWord, likeness, this.#moved);
  }

  #same(oldWord: number, newWord: number): boolean {
    return this.#versions.old.keys[oldWord] === this.#versions.new.keys[newWord];
  }

  /** Links what both begin and end with. */
  #trim({ old, new: fresh }: Stretch): Stretch {
    const shorter = Math.min(old.length, fresh.length);
    let head = 0;
    while (head < shorter && this.#same(old[head]!, fresh[head]!)) {
      this.pair(old[head]!, fresh[head]!);
      head++;
    }
    let tail = 0;
    while (tail < shorter - head && this.#same(old.at(-1 - tail)!, fresh.at(-1 - tail)!)) {
      this.pair(old.at(-1 - tail)!, fresh.at(-1 - tail)!);
      tail++;
    }
    return { old: old.subarray(head, old.length - tail), new: fresh.subarray(head, fresh.length - tail) };
  }

  #cut(old: Int32Array, fresh: Int32Array): Stretch[] | undefined {
    for (const length of RUN_LENGTHS) {
      const anchors = this.#commonRuns(old, fresh, length);
      if (anchors.length > 0) return this.#between(old, fresh, anchors);
    }
    return undefined;
  }

  /** Places of runs of words found once on each side, in an order that both sides share. */
  #commonRuns(old: Int32Array, fresh: Int32Array, length: number): [number, number][] {
    const oldRuns = uniqueRuns(old, this.#versions.old.keys, length);
    const newRuns = uniqueRuns(fresh, this.#versions.new.keys, length);
    const common: [number, number][] = [];
    for (const [hash, oldPlace] of oldRuns) {
      const newPlace = newRuns.get(hash);
      if (oldPlace < 0 || newPlace === undefined || newPlace < 0) continue;
      let same = true;
      for (let step = 0; step < length; step++)
        same &&= this.#same(old[oldPlace + step]!, fresh[newPlace + step]!);
      if (same) common.push([oldPlace, newPlace]);
    }
    common.sort((one, other) => one[0] - other[0]);
    return longestIncreasing(common.map(pair => pair[1])).map(index => common[index]!);
  }

  #between(old: Int32Array, fresh: Int32Array, anchors: readonly [number, number][]): Stretch[] {
    const pieces: Stretch[] = [];
    let oldAt = 0;
    let newAt = 0;
    for (const [oldPlace, newPlace] of anchors) {
      if (oldPlace < oldAt || newPlace < newAt) continue;
      pieces.push({ old: old.subarray(oldAt, oldPlace), new: fresh.subarray(newAt, newPlace) });
      this.pair(old[oldPlace]!, fresh[newPlace]!);
      oldAt = oldPlace + 1;
      newAt = newPlace + 1;
    }
    pieces.push({ old: old.subarray(oldAt), new: fresh.subarray(newAt) });
    return pieces;
  }

  /** Large, and nothing in it is found once: halves beside halves, which is right where little was edited. */
  #halves(old: Int32Array, fresh: Int32Array): Stretch[] {
    const [oldMiddle, newMiddle] = [old.length >> 1, fresh.length >> 1];
    return [
      { old: old.subarray(0, oldMiddle), new: fresh.subarray(0, newMiddle) },
      { old: old.subarray(oldMiddle), new: fresh.subarray(newMiddle) },
    ];
  }
}

/** Place of each run of words by its hash, or -1 where several runs share it. */
export function uniqueRuns(words: Int32Array, keys: Int32Array, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = 0; place + length <= words.length; place++) {
    const hash = runHash(words, keys, place, length);
    places.set(hash, places.has(hash) ? -1 : place);
  }
  return places;
}

function runHash(words: Int32Array, keys: Int32Array, place: number, length: number): number {
  let hash = 0;
  for (let step = 0; step < length; step++)
    hash = (Math.imul(hash, 0x01000193) + keys[words[place + step]!]! + 1) | 0;
  return hash;
}
