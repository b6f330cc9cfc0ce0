/** Ids for new entries: short, random, and never counters, which collide between branches. */
import type { Id } from './model.ts';

/** Digits and letters without those that are mistaken for another (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 40 bits: two branches that add 1,000 entries each share one in a million merges. */
const LENGTH = 8;

/**
 * A random id that begins with `prefix` (a letter) and is not taken.
 * `random` gives that many random bytes.
 */
export function newId(
  prefix: string,
  random: (bytes: number) => Uint8Array,
  isTaken: (id: Id) => boolean,
): Id {
  for (;;) {
    const id = prefix + Array.from(random(LENGTH), byte => ALPHABET[byte % ALPHABET.length]).join('');
    if (!isTaken(id)) return id;
  }
}
