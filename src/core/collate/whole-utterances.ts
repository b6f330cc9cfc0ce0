/**
 * "The roof leaks. The bridge holds." beside "The bridge holds." can also be aligned as if "roof leaks. The" were inserted
 * after "The". People insert whole utterances, so this moves the edges of inserted words to the start of an utterance.
 */

/** One side of an alignment: its words, and for each its counterpart on the other side, or -1. */
interface Side {
  readonly keys: ArrayLike<number>;
  readonly links: Int32Array;
  /** Whether a word is the first of an utterance. */
  opens(word: number): boolean;
}

/** Moves the links of one side, and with them those of the other, as far as equal words allow. */
export function startAtUtterances({ keys, links, opens }: Side, others: Int32Array): void {
  const link = (word: number, other: number, former: number) => {
    links[word] = other;
    others[other] = word;
    links[former] = -1;
  };
  for (let start = 0; start < links.length; start++) {
    if (links[start] !== -1) continue;
    let end = start + 1;
    while (end < links.length && links[end] === -1) end++;
    const before = start === 0 ? -1 : links[start - 1]!;
    const behind = end === links.length ? others.length : links[end]!;
    const shift = behind === before + 1 && !opens(start) ? shiftOf(start, end) : 0;
    for (let step = 0; step < -shift; step++) link(end - 1 - step, before - step, start - 1 - step);
    for (let step = 0; step < shift; step++) link(start + step, behind + step, end + step);
    start = Math.max(end, end + shift) - 1;
  }

  /**
   * Returns how far words without a counterpart can move so that they begin with an utterance: to the left, else to the
   * right.
   */
  function shiftOf(start: number, end: number): number {
    for (let step = 1; step <= start; step++) {
      const word = start - step;
      const isNext = step === 1 || links[word] === links[word + 1]! - 1;
      if (links[word] === -1 || !isNext || keys[word] !== keys[end - step]) break;
      if (opens(word)) return -step;
    }
    for (let step = 0; end + step < links.length; step++) {
      const word = end + step;
      const isNext = step === 0 || links[word] === links[word - 1]! + 1;
      if (links[word] === -1 || !isNext || keys[word] !== keys[start + step]) break;
      if (opens(start + step + 1)) return step + 1;
    }
    return 0;
  }
}
