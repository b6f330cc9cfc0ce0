/** Keys of utterances as small numbers, so that they are counted and looked up in plain arrays. */
import type { Utterance } from '../model.ts';

/** Stands for the absence of a key. */
export const NO_KEY = -1;

const NOWHERE = -1;
const SEVERAL = -2;

/** What utterances are known by: two with the same key in the same group are numbered alike. */
export interface Keying {
  /** Undefined where the utterance has none. */
  key(utterance: Utterance): string | undefined;
  group(utterance: Utterance): string;
}

/** For some utterances of either version the number of the key, counted from 0; `NO_KEY` where the old ones have none such. */
export interface Numbers {
  readonly old: Int32Array;
  readonly new: Int32Array;
  readonly count: number;
}

export function numberKeys(
  oldOnes: readonly Utterance[],
  newOnes: readonly Utterance[],
  { key, group }: Keying,
): Numbers {
  const groups = new Map<string, Map<string, number>>();
  let lastGroup: string | undefined;
  let numbers = new Map<string, number>();
  const enter = (name: string) => {
    if (name === lastGroup) return;
    lastGroup = name;
    const known = groups.get(name);
    numbers = known ?? new Map();
    if (known === undefined) groups.set(name, numbers);
  };
  const old = new Int32Array(oldOnes.length).fill(NO_KEY);
  let count = 0;
  for (let index = 0; index < oldOnes.length; index++) {
    const own = key(oldOnes[index]!);
    if (own === undefined) continue;
    enter(group(oldOnes[index]!));
    let number = numbers.get(own);
    if (number === undefined) {
      number = count++;
      numbers.set(own, number);
    }
    old[index] = number;
  }
  const fresh = new Int32Array(newOnes.length).fill(NO_KEY);
  const firsts = new Int32Array(count);
  for (let index = old.length - 1; index >= 0; index--)
    if (old[index] !== NO_KEY) firsts[old[index]!] = index;
  // Most utterances follow each other as they did: no look-up then.
  let next = 0;
  for (let index = 0; index < newOnes.length; index++) {
    const own = key(newOnes[index]!);
    if (own === undefined) continue;
    const ownGroup = group(newOnes[index]!);
    const guess = oldOnes[next];
    if (guess !== undefined && key(guess) === own && group(guess) === ownGroup) {
      fresh[index] = old[next++]!;
      continue;
    }
    enter(ownGroup);
    const number = numbers.get(own);
    if (number === undefined) continue;
    fresh[index] = number;
    next = firsts[number]! + 1;
  }
  return { old, new: fresh, count };
}

/** By number, the index at which it stands, or a negative value where it stands nowhere or several times. */
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
