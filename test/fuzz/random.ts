/** Numbers that look random and are the same for the same seed (mulberry32), and what is chosen by them. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A generator for one case: each case has its own, so that it can be run again alone. */
  static ofCase(seed: number, kind: string, number: number): Random {
    let state = seed ^ Math.imul(number + 1, 0x9e3779b1);
    for (const character of kind) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
    const random = new Random(state ^ (state >>> 15));
    random.bits();
    return random;
  }

  /** 32 bits. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to `below`, which is left out. */
  int(below: number): number {
    return this.bits() % below;
  }

  /** True once in `of` times. */
  once(of: number): boolean {
    return this.int(of) === 0;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }

  /** Up to `most` results, at least `least`. */
  times<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.int(most - least + 1) }, (_, index) => make(index));
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.bits() & 0xff);
  }
}
