/** Where the words of quotations stand in a record: by pairs of neighbouring words, and by single rare words. */
import type { WordHashes } from './word-hashes.ts';

/** A word that stands so often leads to no passage. */
const MOST_PLACES_OF_A_WORD = 300;

const NONE: readonly number[] = [];

export class SharedWords {
  readonly #record: WordHashes;
  readonly #words: HashTable;
  readonly #pairs: HashTable;
  /** By number of a word or a pair: how often a word stands in the record, and where. */
  readonly #counts: Int32Array;
  readonly #singles: number[][];
  readonly #places: number[][];

  constructor(record: WordHashes, quoted: WordHashes) {
    this.#record = record;
    this.#words = new HashTable(quoted.length);
    this.#pairs = new HashTable(quoted.length);
    for (let text = 0; text + 1 < quoted.firsts.length; text++)
      for (let at = quoted.firsts[text]!; at < quoted.firsts[text + 1]!; at++) {
        this.#words.add(quoted.hashes[at]!);
        if (at + 1 < quoted.firsts[text + 1]!)
          this.#pairs.add(pairOf(quoted.hashes[at]!, quoted.hashes[at + 1]!));
      }
    this.#counts = new Int32Array(this.#words.size);
    this.#singles = Array.from({ length: this.#words.size }, () => []);
    this.#places = Array.from({ length: this.#pairs.size }, () => []);
    this.#read();
  }

  #read(): void {
    const { hashes, length } = this.#record;
    let isBefore = false;
    for (let at = 0; at < length; at++) {
      const hash = hashes[at]!;
      const word = this.#words.indexOf(hash);
      if (word < 0) {
        isBefore = false;
        continue;
      }
      const count = this.#counts[word]!++;
      if (count < MOST_PLACES_OF_A_WORD) this.#singles[word]!.push(at);
      if (isBefore) {
        const pair = this.#pairs.indexOf(pairOf(hashes[at - 1]!, hash));
        if (pair >= 0) this.#places[pair]!.push(at - 1);
      }
      isBefore = true;
    }
  }

  /** How often a word stands in the record. */
  count(hash: number): number {
    const word = this.#words.indexOf(hash);
    return word < 0 ? 0 : this.#counts[word]!;
  }

  /** The places of a word; none where it is no rare one. */
  placesOf(hash: number): readonly number[] {
    const word = this.#words.indexOf(hash);
    return word < 0 || this.#counts[word]! > MOST_PLACES_OF_A_WORD ? NONE : this.#singles[word]!;
  }

  /** The places of the first of two neighbours. Two pairs with one hash share theirs. */
  placesOfPair(hash: number, next: number): readonly number[] {
    const pair = this.#pairs.indexOf(pairOf(hash, next));
    return pair < 0 ? NONE : this.#places[pair]!;
  }
}

/** Numbers hashes in the order in which they are added; open addressing. */
class HashTable {
  size = 0;
  readonly #mask: number;
  readonly #keys: Int32Array;
  /** Number of the key of a slot, from 1; 0 where it is free. */
  readonly #numbers: Int32Array;

  /** @param most how many hashes are added at most */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(4 * most + 4));
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots);
    this.#numbers = new Int32Array(slots);
  }

  add(hash: number): void {
    const slot = this.#slotOf(hash);
    if (this.#numbers[slot] !== 0) return;
    this.#keys[slot] = hash;
    this.#numbers[slot] = ++this.size;
  }

  /** The number of a hash, from 0; -1 if it was not added. */
  indexOf(hash: number): number {
    return this.#numbers[this.#slotOf(hash)]! - 1;
  }

  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function pairOf(hash: number, next: number): number {
  return Math.imul(hash, 31) ^ Math.imul(next, 0x85ebca6b);
}
