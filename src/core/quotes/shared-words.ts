/** Where the words of quotations stand in a record: by pairs of neighbouring words, and by single rare words. */
import type { WordHashes } from './word-hashes.ts';

/** A word that stands so often leads to no passage. */
const MOST_PLACES_OF_A_WORD = 300;

const NONE: readonly number[] = [];

export class SharedWords {
  readonly #record: WordHashes;
  readonly #singles = new Map<number, number[]>();
  readonly #pairs = new Map<number, number[]>();
  readonly #counts = new Map<number, number>();

  constructor(record: WordHashes, quoted: WordHashes) {
    this.#record = record;
    const filter = new Uint8Array(0x10000);
    for (let text = 0; text + 1 < quoted.firsts.length; text++)
      for (let at = quoted.firsts[text]!; at < quoted.firsts[text + 1]!; at++) {
        const hash = quoted.hashes[at]!;
        filter[bucket(hash)] = 1;
        this.#singles.set(hash, []);
        this.#counts.set(hash, 0);
        if (at + 1 < quoted.firsts[text + 1]!) this.#pairs.set(pairOf(hash, quoted.hashes[at + 1]!), []);
      }
    this.#read(filter);
  }

  #read(filter: Uint8Array): void {
    const { hashes, length } = this.#record;
    let before = false;
    for (let at = 0; at < length; at++) {
      const hash = hashes[at]!;
      if (filter[bucket(hash)] === 0) {
        before = false;
        continue;
      }
      const count = this.#counts.get(hash);
      if (count === undefined) {
        before = false;
        continue;
      }
      this.#counts.set(hash, count + 1);
      if (count < MOST_PLACES_OF_A_WORD) this.#singles.get(hash)!.push(at);
      if (before) this.#pairs.get(pairOf(hashes[at - 1]!, hash))?.push(at - 1);
      before = true;
    }
  }

  /** How often a word stands in the record. */
  count(hash: number): number {
    return this.#counts.get(hash) ?? 0;
  }

  /** The places of a word; none where it is no rare one. */
  placesOf(hash: number): readonly number[] {
    return this.count(hash) > MOST_PLACES_OF_A_WORD ? NONE : (this.#singles.get(hash) ?? NONE);
  }

  /** The places of the first of two neighbours. Two pairs with one hash share theirs. */
  placesOfPair(hash: number, next: number): readonly number[] {
    return this.#pairs.get(pairOf(hash, next)) ?? NONE;
  }
}

function bucket(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

function pairOf(hash: number, next: number): number {
  return Math.imul(hash, 31) ^ Math.imul(next, 0x85ebca6b);
}
