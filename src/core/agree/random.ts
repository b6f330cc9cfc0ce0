/** Random numbers that depend on the seed alone: the same on every machine and in every version. */

/** Seeds are whole numbers from 0 to this. */
export const LARGEST_SEED = 0xffffffff;

/**
 * xoshiro128** (D. Blackman and S. Vigna 2018), its state filled from the seed by steps of MurmurHash3's last mixing, as its
 * authors ask.
 */
export class Random {
  readonly #state = new Uint32Array(4);

  constructor(seed: number) {
    for (let i = 0; i < 4; i++) {
      let mixed = (seed + Math.imul(i + 1, 0x9e3779b9)) >>> 0;
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      this.#state[i] = mixed ^ (mixed >>> 16);
    }
  }

  /** Returns a whole number from 0 to `limit` - 1; `limit` is at most 2^32. */
  below(limit: number): number {
    const state = this.#state;
    const a = state[0]!;
    const b = state[1]!;
    const scaled = Math.imul(b, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
    const third = state[2]! ^ a;
    const fourth = state[3]! ^ b;
    state[1] = b ^ third;
    state[0] = a ^ fourth;
    state[2] = third ^ (b << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return Math.floor((result / 0x100000000) * limit);
  }
}
