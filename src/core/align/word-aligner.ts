/** Lays the words of a stretch of the old version beside those of a stretch of the new one. */
import { longestIncreasing } from '../diff/increasing.ts';
import { BestPath, MOST_CELLS } from './best-path.ts';
import { type CommonRuns, RunFinder } from './common-runs.ts';
import { mayBeAlike, type WordKeys } from './word-keys.ts';
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

export class WordAligner {
  readonly #oldKeys: Int32Array;
  readonly #newKeys: Int32Array;
  readonly #keys: WordKeys;
  readonly #rarity: Float32Array;
  readonly #map: WordMap;
  readonly #path = new BestPath();
  readonly #runs = new RunFinder();
  /** By place in the new stretch: key, kinds of letters and length of the word. */
  #columnKeys = new Int32Array(0);
  #columnLetters = new Int32Array(0);
  #columnLengths = new Int32Array(0);
  #moved = false;

  constructor({ old, new: fresh, keys, rarity, map }: Versions) {
    this.#oldKeys = old.keys;
    this.#newKeys = fresh.keys;
    this.#keys = keys;
    this.#rarity = rarity;
    this.#map = map;
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
      else if (cells <= MOST_CELLS) this.#pairBest(old, fresh);
      else open.push(...this.#halves(old, fresh));
    }
  }

  /** Pairs the words so that what is alike and rare stands side by side. */
  #pairBest(old: Int32Array, fresh: Int32Array): void {
    const path = this.#path;
    path.prepare(old.length, fresh.length);
    this.#describe(fresh);
    let hasPairs = false;
    for (let line = 0; line < old.length; line++)
      if (this.#score(this.#oldKeys[old[line]!]!, fresh.length, path.scores, line * fresh.length))
        hasPairs = true;
    if (!hasPairs) return;
    const count = path.find(old.length, fresh.length);
    for (let pair = 0; pair < count; pair++) {
      const oldWord = old[path.oldPlaces[pair]!]!;
      const newWord = fresh[path.newPlaces[pair]!]!;
      const likeness = this.#keys.likeness(this.#oldKeys[oldWord]!, this.#newKeys[newWord]!);
      this.#map.link(oldWord, newWord, likeness, this.#moved);
    }
  }

  /** What every old word is compared with. */
  #describe(fresh: Int32Array): void {
    if (this.#columnKeys.length < fresh.length) {
      this.#columnKeys = new Int32Array(fresh.length);
      this.#columnLetters = new Int32Array(fresh.length);
      this.#columnLengths = new Int32Array(fresh.length);
    }
    for (let column = 0; column < fresh.length; column++) {
      const key = this.#newKeys[fresh[column]!]!;
      this.#columnKeys[column] = key;
      this.#columnLetters[column] = this.#keys.letters(key);
      this.#columnLengths[column] = this.#keys.fold(key).length;
    }
  }

  /** Writes what it brings to pair an old word with each new word, from a place in the list on; whether any brings something. */
  #score(oldKey: number, count: number, scores: Float64Array, first: number): boolean {
    const keys = this.#columnKeys;
    const letters = this.#columnLetters;
    const lengths = this.#columnLengths;
    const rarity = this.#rarity;
    const ownRarity = rarity[oldKey]!;
    const ownLetters = this.#keys.letters(oldKey);
    const ownLength = this.#keys.fold(oldKey).length;
    let isWorth = false;
    for (let column = 0; column < count; column++) {
      const key = keys[column]!;
      let score = 0;
      if (key === oldKey) score = ownRarity + EQUAL_BONUS;
      else if (mayBeAlike(ownLetters, ownLength, letters[column]!, lengths[column]!)) {
        const likeness = this.#keys.likeness(oldKey, key);
        if (likeness > LEAST_LIKENESS) score = Math.max(ownRarity, rarity[key]!) * likeness;
      }
      scores[first + column] = score;
      if (score > 0) isWorth = true;
    }
    return isWorth;
  }

  #linkSame(oldWord: number, newWord: number): void {
    this.#map.link(oldWord, newWord, 1, this.#moved);
  }

  /** Links what both begin and end with. */
  #trim({ old, new: fresh }: Stretch): Stretch {
    const oldKeys = this.#oldKeys;
    const newKeys = this.#newKeys;
    const shorter = Math.min(old.length, fresh.length);
    let head = 0;
    while (head < shorter && oldKeys[old[head]!] === newKeys[fresh[head]!]) {
      this.#linkSame(old[head]!, fresh[head]!);
      head++;
    }
    let oldEnd = old.length;
    let newEnd = fresh.length;
    while (oldEnd > head && newEnd > head && oldKeys[old[oldEnd - 1]!] === newKeys[fresh[newEnd - 1]!]) {
      oldEnd--;
      newEnd--;
      this.#linkSame(old[oldEnd]!, fresh[newEnd]!);
    }
    return { old: old.subarray(head, oldEnd), new: fresh.subarray(head, newEnd) };
  }

  #cut(old: Int32Array, fresh: Int32Array): Stretch[] | undefined {
    for (const length of RUN_LENGTHS) {
      const common = this.#runs.find(old, this.#oldKeys, fresh, this.#newKeys, length);
      if (common.old.length > 0) return this.#between(old, fresh, common);
    }
    return undefined;
  }

  /** The pieces between the runs that keep their order. */
  #between(old: Int32Array, fresh: Int32Array, common: CommonRuns): Stretch[] {
    const pieces: Stretch[] = [];
    let oldAt = 0;
    let newAt = 0;
    for (const run of longestIncreasing(common.new)) {
      const oldPlace = common.old[run]!;
      const newPlace = common.new[run]!;
      pieces.push({ old: old.subarray(oldAt, oldPlace), new: fresh.subarray(newAt, newPlace) });
      this.#linkSame(old[oldPlace]!, fresh[newPlace]!);
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
