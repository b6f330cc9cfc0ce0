/** Keys of utterances as small numbers, so that they are counted and looked up in plain arrays. */
import { SPREAD } from '../hash-constants.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Marks an utterance without a key. */
export const NO_KEY = -1;

const NOWHERE = -1;
const SEVERAL = -2;

/**
 * Keys of the utterances of one version, in columns: two equal keys in one group get the same number.
 * An utterance whose key is undefined has none; without groups all are in one.
 */
export interface Keys {
  readonly keys: readonly (string | undefined)[];
  readonly groups: readonly string[] | undefined;
}

/** The key number of each utterance, from 0; `NO_KEY` if no old utterance has the key. */
export interface Numbers {
  readonly old: Int32Array;
  readonly new: Int32Array;
  readonly count: number;
}

export function numberKeys(oldKeys: Keys, newKeys: Keys): Numbers {
  const table = new KeyTable(oldKeys);
  const old = table.numbers;
  const fresh = new Int32Array(newKeys.keys.length).fill(NO_KEY);
  // Most utterances keep their order: skip the look-up.
  let next = 0;
  for (let index = 0; index < fresh.length; index++) {
    const key = newKeys.keys[index];
    if (key === undefined) continue;
    const group = newKeys.groups?.[index];
    let place = next;
    if (oldKeys.keys[place] !== key || oldKeys.groups?.[place] !== group) place = table.first(key, group);
    if (place === NOWHERE) continue;
    fresh[index] = old[place]!;
    next = place + 1;
  }
  return { old, new: fresh, count: table.count };
}

/** Shorter keys are looked up faster as strings. */
const LEAST_HASHED = 16;

/** Slots per key: enough that few keys share one. */
const SLOTS_EACH = 6;

/**
 * Keys with their numbers: a hash table for long keys, by their fingerprints, and a map of strings for short keys and for
 * keys whose slot is taken by another.
 */
class KeyTable {
  /** By index the number of the key. */
  readonly numbers: Int32Array;
  readonly count: number;
  readonly #keys: readonly (string | undefined)[];
  readonly #groups: readonly string[] | undefined;
  /** By fingerprint the index of the first key with it, counted from 1. */
  #slots = new Int32Array(0);
  #shift = 0;
  /** By group and key the first indexes of those that have no slot. */
  readonly #others = new Map<string | undefined, Map<string, number>>();
  #lastGroup: string | undefined;
  #ofLastGroup = new Map<string, number>();

  constructor({ keys, groups }: Keys) {
    this.#keys = keys;
    this.#groups = groups;
    this.#others.set(this.#lastGroup, this.#ofLastGroup);
    this.numbers = new Int32Array(keys.length).fill(NO_KEY);
    let count = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      if (key === undefined) continue;
      const first = this.#enter(key, groups?.[index], index);
      this.numbers[index] = first === index ? count++ : this.numbers[first]!;
    }
    this.count = count;
  }

  /** The first index of a key. */
  first(key: string, group: string | undefined): number {
    if (key.length >= LEAST_HASHED) {
      const holder = this.#slots.length === 0 ? NOWHERE : this.#slots[this.#slotOf(key)]! - 1;
      if (holder < 0) return NOWHERE;
      if (this.#keys[holder] === key && this.#groups?.[holder] === group) return holder;
    }
    return this.#othersOf(group).get(key) ?? NOWHERE;
  }

  /** Enters an index as the first of its key unless there is one. Returns the first one. */
  #enter(key: string, group: string | undefined, index: number): number {
    if (key.length >= LEAST_HASHED) {
      if (this.#slots.length === 0) this.#makeSlots();
      const slot = this.#slotOf(key);
      const holder = this.#slots[slot]! - 1;
      if (holder < 0) {
        this.#slots[slot] = index + 1;
        return index;
      }
      if (this.#keys[holder] === key && this.#groups?.[holder] === group) return holder;
    }
    const others = this.#othersOf(group);
    const known = others.get(key);
    if (known === undefined) others.set(key, index);
    return known ?? index;
  }

  #makeSlots(): void {
    let bits = 4;
    while (1 << bits < SLOTS_EACH * this.#keys.length) bits++;
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(1 << bits);
  }

  #slotOf(key: string): number {
    return Math.imul(fingerprintOf(key), SPREAD) >>> this.#shift;
  }

  #othersOf(group: string | undefined): Map<string, number> {
    if (group === this.#lastGroup) return this.#ofLastGroup;
    let others = this.#others.get(group);
    if (others === undefined) {
      others = new Map();
      this.#others.set(group, others);
    }
    this.#lastGroup = group;
    this.#ofLastGroup = others;
    return others;
  }
}

/** By number, its only index, or a negative value if it occurs nowhere or several times. */
export function uniquePlaces(numbers: Int32Array, size: number): Int32Array {
  const places = new Int32Array(size).fill(NOWHERE);
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    if (number !== NO_KEY) places[number] = places[number] === NOWHERE ? index : SEVERAL;
  }
  return places;
}

/** The place of a number that may be `NO_KEY`; negative where it has none. */
export function placeOf(places: Int32Array, number: number): number {
  return number === NO_KEY ? NOWHERE : places[number]!;
}
