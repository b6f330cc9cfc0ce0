/** Keys of utterances as small numbers, so that they are counted and looked up in plain arrays. */

/** Stands for the absence of a key. */
export const NO_KEY = -1;

const NOWHERE = -1;
const SEVERAL = -2;

/** Gives each key a number, counted from 0 in the order of first use. */
export class KeyNumbers<Key> {
  readonly #numbers = new Map<Key, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a key; `NO_KEY` for undefined. */
  of(key: Key | undefined): number {
    if (key === undefined) return NO_KEY;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** The number of each item that is included, `NO_KEY` for the others. */
export function numbersOf<Item>(
  list: readonly Item[],
  numberOf: (item: Item) => number,
  include: (index: number) => boolean,
): Int32Array {
  const numbers = new Int32Array(list.length).fill(NO_KEY);
  for (let index = 0; index < list.length; index++)
    if (include(index)) numbers[index] = numberOf(list[index]!);
  return numbers;
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
