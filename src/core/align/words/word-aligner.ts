/** Lays the words of a stretch of the old version beside those of a stretch of the new one. */
import { longestIncreasing } from '../longest-increasing.ts';
import { BestPath, MOST_CELLS } from './best-path.ts';
import { type CommonRuns, RunFinder } from './common-runs.ts';
import { mayBeAlike, type WordKeys } from './word-keys.ts';
import type { WordList } from './word-list.ts';
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

/** What words are laid beside each other by: a version is only the keys of its words here. */
export type ComparedKeys = Pick<Versions, 'keys' | 'rarity' | 'map'> & {
  readonly old: Pick<WordTable, 'keys'>;
  readonly new: Pick<WordTable, 'keys'>;
};

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
  /** The words laid beside each other, and the part of them that is looked at. */
  #old: Int32Array = new Int32Array(0);
  #new: Int32Array = new Int32Array(0);
  #oldStart = 0;
  #oldEnd = 0;
  #newStart = 0;
  #newEnd = 0;
  /** Parts still to be looked at, the four numbers of each one behind the other. */
  readonly #open: number[] = [];
  #moved = false;

  constructor({ old, new: fresh, keys, rarity, map }: ComparedKeys) {
    this.#oldKeys = old.keys;
    this.#newKeys = fresh.keys;
    this.#keys = keys;
    this.#rarity = rarity;
    this.#map = map;
  }

  /**
   * Links the words of two stretches, given as ascending word indexes from a place on in either list. Near-linear: runs
   * of words found once on each side cut the stretch (patience diff) until the pieces are small.
   */
  align(old: WordList, oldStart: number, fresh: WordList, newStart: number, moved: boolean): void {
    this.#old = old.words;
    this.#new = fresh.words;
    this.#moved = moved;
    this.#push(oldStart, old.length, newStart, fresh.length);
    while (this.#pop()) {
      this.#trim();
      const oldLength = this.#oldEnd - this.#oldStart;
      const newLength = this.#newEnd - this.#newStart;
      if (oldLength === 0 || newLength === 0) continue;
      const cells = oldLength * newLength;
      if (cells > SMALL_CELLS && this.#cut()) continue;
      if (cells <= MOST_CELLS) this.#pairBest(oldLength, newLength);
      else this.#halve();
    }
  }

  #push(oldStart: number, oldEnd: number, newStart: number, newEnd: number): void {
    this.#open.push(oldStart, oldEnd, newStart, newEnd);
  }

  /** Whether there is a part to look at. */
  #pop(): boolean {
    if (this.#open.length === 0) return false;
    this.#newEnd = this.#open.pop()!;
    this.#newStart = this.#open.pop()!;
    this.#oldEnd = this.#open.pop()!;
    this.#oldStart = this.#open.pop()!;
    return true;
  }

  /** Pairs the words so that similar and rare ones line up. */
  #pairBest(oldLength: number, newLength: number): void {
    const path = this.#path;
    path.prepare(oldLength, newLength);
    this.#describe(newLength);
    let hasPairs = false;
    for (let line = 0; line < oldLength; line++) {
      const key = this.#oldKeys[this.#old[this.#oldStart + line]!]!;
      if (this.#score(key, newLength, path.scores, line * newLength)) hasPairs = true;
    }
    if (!hasPairs) return;
    const count = path.find(oldLength, newLength);
    for (let pair = 0; pair < count; pair++) {
      const oldWord = this.#old[this.#oldStart + path.oldPlaces[pair]!]!;
      const newWord = this.#new[this.#newStart + path.newPlaces[pair]!]!;
      const likeness = this.#keys.likeness(this.#oldKeys[oldWord]!, this.#newKeys[newWord]!);
      this.#map.link(oldWord, newWord, likeness, this.#moved);
    }
  }

  /** The new words that every old word is compared with. */
  #describe(count: number): void {
    if (this.#columnKeys.length < count) {
      this.#columnKeys = new Int32Array(count);
      this.#columnLetters = new Int32Array(count);
      this.#columnLengths = new Int32Array(count);
    }
    for (let column = 0; column < count; column++) {
      const key = this.#newKeys[this.#new[this.#newStart + column]!]!;
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

  #linkSame(oldPlace: number, newPlace: number): void {
    this.#map.link(this.#old[oldPlace]!, this.#new[newPlace]!, 1, this.#moved);
  }

  /** Links the common beginning and end. */
  #trim(): void {
    const old = this.#old;
    const fresh = this.#new;
    const oldKeys = this.#oldKeys;
    const newKeys = this.#newKeys;
    let oldStart = this.#oldStart;
    let oldEnd = this.#oldEnd;
    let newStart = this.#newStart;
    let newEnd = this.#newEnd;
    while (oldStart < oldEnd && newStart < newEnd && oldKeys[old[oldStart]!] === newKeys[fresh[newStart]!])
      this.#linkSame(oldStart++, newStart++);
    while (
      oldStart < oldEnd &&
      newStart < newEnd &&
      oldKeys[old[oldEnd - 1]!] === newKeys[fresh[newEnd - 1]!]
    )
      this.#linkSame(--oldEnd, --newEnd);
    this.#oldStart = oldStart;
    this.#oldEnd = oldEnd;
    this.#newStart = newStart;
    this.#newEnd = newEnd;
  }

  /** Whether any runs cut the part. */
  #cut(): boolean {
    const old = this.#old.subarray(this.#oldStart, this.#oldEnd);
    const fresh = this.#new.subarray(this.#newStart, this.#newEnd);
    for (const length of RUN_LENGTHS) {
      const common = this.#runs.find(old, this.#oldKeys, fresh, this.#newKeys, length);
      if (common.old.length === 0) continue;
      this.#pushBetween(common);
      return true;
    }
    return false;
  }

  /** The pieces between the runs that keep their order. */
  #pushBetween(common: CommonRuns): void {
    let oldAt = this.#oldStart;
    let newAt = this.#newStart;
    for (const run of longestIncreasing(common.new)) {
      const oldPlace = this.#oldStart + common.old[run]!;
      const newPlace = this.#newStart + common.new[run]!;
      this.#push(oldAt, oldPlace, newAt, newPlace);
      this.#linkSame(oldPlace, newPlace);
      oldAt = oldPlace + 1;
      newAt = newPlace + 1;
    }
    this.#push(oldAt, this.#oldEnd, newAt, this.#newEnd);
  }

  /** Large, and nothing in it is found once: halves beside halves, which is right where little was edited. */
  #halve(): void {
    const oldMiddle = this.#oldStart + ((this.#oldEnd - this.#oldStart) >> 1);
    const newMiddle = this.#newStart + ((this.#newEnd - this.#newStart) >> 1);
    this.#push(this.#oldStart, oldMiddle, this.#newStart, newMiddle);
    this.#push(oldMiddle, this.#oldEnd, newMiddle, this.#newEnd);
  }
}
