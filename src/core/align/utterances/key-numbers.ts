/** Keys of utterances as small numbers, so that they are counted and looked up in plain arrays. */
import { getOrMake } from '../../maps.ts';
import type { Utterance } from '../../model/model.ts';

/** Marks an utterance without a key. */
export const NO_KEY = -1;

const NOWHERE = -1;
const SEVERAL = -2;

type KeyOf = (utterance: Utterance) => string | undefined;

/** The key number of each utterance, from 0; `NO_KEY` if no old utterance has the key. */
export interface Numbers {
  readonly old: Int32Array;
  readonly new: Int32Array;
  readonly count: number;
}

/** @param groupOf parts utterances that are different, whatever their keys. */
export function numberKeys(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  keyOf: KeyOf,
  groupOf: KeyOf = () => undefined,
): Numbers {
  const groups = new Map<string | undefined, Map<string, number>>();
  let count = 0;
  const old = new Int32Array(oldList.length).fill(NO_KEY);
  for (let index = 0; index < oldList.length; index++) {
    const key = keyOf(oldList[index]!);
    if (key === undefined) continue;
    const numbers = getOrMake(groups, groupOf(oldList[index]!), () => new Map());
    old[index] = getOrMake(numbers, key, () => count++);
  }
  const fresh = new Int32Array(newList.length).fill(NO_KEY);
  for (let index = 0; index < newList.length; index++) {
    const key = keyOf(newList[index]!);
    if (key !== undefined) fresh[index] = groups.get(groupOf(newList[index]!))?.get(key) ?? NO_KEY;
  }
  return { old, new: fresh, count };
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
