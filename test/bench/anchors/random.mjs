/** Seeded random numbers (mulberry32): the same seed gives the same cases on every machine. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    /** A whole number from `low` to `high`, both included. */
    integer,
    chance: share => next() < share,
    pick: list => list[integer(0, list.length - 1)],
    /** Early items much more often than late ones, as words in a language. */
    pickSkewed: list => list[Math.min(list.length - 1, Math.floor(list.length * next() ** 2.2))],
  };
}
