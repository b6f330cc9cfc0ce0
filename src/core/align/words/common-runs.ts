/** Finds runs of words that occur once on each side, so that their places are certain. */

const [NOWHERE, SEVERAL] = [-1, -2];
/** 2^32 divided by the golden ratio: spreads similar numbers (Knuth, multiplicative hashing). */
const SPREAD = 0x9e3779b1;
/** The prime of FNV-1a. */
const PRIME = 0x01000193;

/** Runs that were made to share a slot are passed over: no text makes the table slow. */
const MOST_PROBES = 64;

/** Places in two lists of words, pair by pair. */
export interface CommonRuns {
  /** Ascending. */
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Reuses its tables from one search to the next. */
export class RunFinder {
  /** Open addressing: entry of each slot, counted from 1. */
  #slots = new Int32Array(0);
  /** By entry: hash, place in the old list, place in the new one. */
  #hashes = new Int32Array(0);
  #oldPlaces = new Int32Array(0);
  #newPlaces = new Int32Array(0);

  /**
   * Returns the runs of this many words that occur exactly once in each list.
   * @param old words as indexes into `oldKeys`
   * @param fresh words as indexes into `newKeys`
   */
  find(
    old: Int32Array,
    oldKeys: Int32Array,
    fresh: Int32Array,
    newKeys: Int32Array,
    length: number,
  ): CommonRuns {
    const bits = this.#clear(old.length);
    const slots = this.#slots;
    let entries = 0;
    for (let place = 0; place + length <= old.length; place++) {
      const hash = runHash(old, oldKeys, place, length);
      const slot = this.#slotOf(hash, bits);
      if (slot < 0) continue;
      const entry = slots[slot]! - 1;
      if (entry >= 0) this.#oldPlaces[entry] = SEVERAL;
      else {
        this.#hashes[entries] = hash;
        this.#oldPlaces[entries] = place;
        this.#newPlaces[entries] = NOWHERE;
        slots[slot] = ++entries;
      }
    }
    for (let place = 0; place + length <= fresh.length; place++) {
      const slot = this.#slotOf(runHash(fresh, newKeys, place, length), bits);
      const entry = slot < 0 ? -1 : slots[slot]! - 1;
      if (entry >= 0) this.#newPlaces[entry] = this.#newPlaces[entry] === NOWHERE ? place : SEVERAL;
    }
    const common: { old: number[]; new: number[] } = { old: [], new: [] };
    for (let entry = 0; entry < entries; entry++) {
      const oldPlace = this.#oldPlaces[entry]!;
      const newPlace = this.#newPlaces[entry]!;
      if (oldPlace < 0 || newPlace < 0) continue;
      let step = 0;
      while (step < length && oldKeys[old[oldPlace + step]!] === newKeys[fresh[newPlace + step]!]) step++;
      if (step < length) continue;
      common.old.push(oldPlace);
      common.new.push(newPlace);
    }
    return common;
  }

  /** Grows the table for a number of entries. Returns the number of bits that select a slot. */
  #clear(size: number): number {
    let bits = 4;
    while (1 << bits < 2 * size) bits++;
    if (this.#slots.length < 1 << bits) {
      this.#slots = new Int32Array(1 << bits);
      this.#hashes = new Int32Array(1 << (bits - 1));
      this.#oldPlaces = new Int32Array(1 << (bits - 1));
      this.#newPlaces = new Int32Array(1 << (bits - 1));
    } else this.#slots.fill(0, 0, 1 << bits);
    return bits;
  }

  /** The slot of a hash, or the free one where it goes; -1 where too many stand in its way. */
  #slotOf(hash: number, bits: number): number {
    const last = (1 << bits) - 1;
    let slot = Math.imul(hash, SPREAD) >>> (32 - bits);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const entry = this.#slots[slot]!;
      if (entry === 0 || this.#hashes[entry - 1] === hash) return slot;
      slot = (slot + 1) & last;
    }
    return -1;
  }
}

function runHash(words: Int32Array, keys: Int32Array, place: number, length: number): number {
  let hash = 0;
  for (let step = 0; step < length; step++)
    hash = (Math.imul(hash, PRIME) + keys[words[place + step]!]! + 1) | 0;
  return hash;
}
