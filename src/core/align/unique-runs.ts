/** Runs of words that are found once in a stretch of the old version and once in a stretch of the new one. */

/** Words of a version: the indexes of some of them, ascending, and the key of each word by its index. */
export interface RunSource {
  readonly words: Int32Array;
  readonly keys: Int32Array;
}

/** For each run its place in either list of words, in the order of the old one. */
export interface CommonRuns {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

const PRIME = 0x01000193;
const FIRST_CAPACITY = 1 << 8;

/** Runs that were made to share a slot are passed over: no text makes the table slow. */
const MOST_PROBES = 32;

const NONE = 0;
const SEVERAL = -1;

/** An open hash table of runs, kept from one search to the next. */
export class UniqueRuns {
  /** Hash of the run in each slot, and its place in either list and 1, `NONE` or `SEVERAL`. */
  #hashes = new Int32Array(FIRST_CAPACITY);
  #oldPlaces = new Int32Array(FIRST_CAPACITY);
  #newPlaces = new Int32Array(FIRST_CAPACITY);
  #last = FIRST_CAPACITY - 1;

  /** The common runs of so many words. */
  find(old: RunSource, fresh: RunSource, length: number): CommonRuns {
    this.#clear(old.words.length);
    this.#addOld(old, length);
    const found = { old: [] as number[], new: [] as number[] };
    if (this.#addNew(fresh, length) === 0) return found;
    const newOf = new Int32Array(old.words.length);
    for (let slot = 0; slot <= this.#last; slot++)
      if (this.#oldPlaces[slot]! > 0 && this.#newPlaces[slot]! > 0)
        newOf[this.#oldPlaces[slot]! - 1] = this.#newPlaces[slot]!;
    for (let place = 0; place < newOf.length; place++) {
      const newPlace = newOf[place]! - 1;
      if (newPlace < 0 || !areSame(old, place, fresh, newPlace, length)) continue;
      found.old.push(place);
      found.new.push(newPlace);
    }
    return found;
  }

  #clear(count: number): void {
    let capacity = FIRST_CAPACITY;
    while (capacity < count * 2) capacity *= 2;
    if (capacity > this.#hashes.length) {
      this.#hashes = new Int32Array(capacity);
      this.#oldPlaces = new Int32Array(capacity);
      this.#newPlaces = new Int32Array(capacity);
    } else {
      this.#oldPlaces.fill(NONE, 0, capacity);
      this.#newPlaces.fill(NONE, 0, capacity);
    }
    this.#last = capacity - 1;
  }

  #addOld({ words, keys }: RunSource, length: number): void {
    const places = this.#oldPlaces;
    const first = weightOfFirst(length);
    let hash = 0;
    for (let end = 0; end < words.length; end++) {
      if (end >= length) hash = (hash - Math.imul(keys[words[end - length]!]! + 1, first)) | 0;
      hash = (Math.imul(hash, PRIME) + keys[words[end]!]! + 1) | 0;
      if (end + 1 < length) continue;
      const slot = this.#slotOf(hash);
      if (slot < 0) continue;
      this.#hashes[slot] = hash;
      places[slot] = places[slot] === NONE ? end - length + 2 : SEVERAL;
    }
  }

  /** Adds the runs that the old version has too, and says how many there are. */
  #addNew({ words, keys }: RunSource, length: number): number {
    const places = this.#newPlaces;
    const first = weightOfFirst(length);
    let hash = 0;
    let known = 0;
    for (let end = 0; end < words.length; end++) {
      if (end >= length) hash = (hash - Math.imul(keys[words[end - length]!]! + 1, first)) | 0;
      hash = (Math.imul(hash, PRIME) + keys[words[end]!]! + 1) | 0;
      if (end + 1 < length) continue;
      const slot = this.#slotOf(hash);
      if (slot < 0 || this.#oldPlaces[slot] === NONE) continue;
      places[slot] = places[slot] === NONE ? end - length + 2 : SEVERAL;
      known++;
    }
    return known;
  }

  /** The slot of a run of the old version, or a free one; -1 where too many stand in its way. */
  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#last;
    for (let probe = 0; probe <= MOST_PROBES; probe++) {
      if (this.#oldPlaces[slot] === NONE || this.#hashes[slot] === hash) return slot;
      slot = (slot + 1) & this.#last;
    }
    return -1;
  }
}

/** What the first word of a run is multiplied by in its hash. */
function weightOfFirst(length: number): number {
  let weight = 1;
  for (let step = 1; step < length; step++) weight = Math.imul(weight, PRIME);
  return weight;
}

function areSame(
  old: RunSource,
  oldPlace: number,
  fresh: RunSource,
  newPlace: number,
  length: number,
): boolean {
  for (let step = 0; step < length; step++)
    if (old.keys[old.words[oldPlace + step]!] !== fresh.keys[fresh.words[newPlace + step]!]) return false;
  return true;
}
