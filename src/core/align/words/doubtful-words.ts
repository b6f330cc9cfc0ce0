/** Words whose counterpart could as well be another one: beside an equal word that was deleted or inserted. */
import type { ComparedKeys } from './word-aligner.ts';

/**
 * Marks old words that a deletion or insertion next to them could change places with: of "very very good" edited to
 * "very good" nobody can say which "very" is left. Indexed by old word, 1 where in doubt.
 */
export function doubtfulWords({
  old,
  new: fresh,
  map,
}: Pick<ComparedKeys, 'old' | 'new' | 'map'>): Uint8Array {
  const doubtful = new Uint8Array(old.keys.length);
  const { newOf, oldOf, moved } = map;
  slideGaps(old.keys, newOf, (outside, inside) => {
    if (newOf[outside]! < 0 || moved[outside]) return false;
    doubtful[outside] = 1;
    doubtful[inside] = 1;
    return true;
  });
  slideGaps(fresh.keys, oldOf, outside => {
    if (oldOf[outside]! < 0) return false;
    doubtful[oldOf[outside]!] = 1;
    return true;
  });
  return doubtful;
}

/** Called with a word that a gap can take in and the one that it gives up; returns false if the gap cannot slide. */
type Slide = (outside: number, inside: number) => boolean;

function slideGaps(keys: Int32Array, counterpart: Int32Array, slide: Slide): void {
  for (let start = 0; start < counterpart.length; start++) {
    if (counterpart[start] !== -1) continue;
    const end = endOfGap(counterpart, start);
    slideGap(keys, end, start, 1, slide);
    slideGap(keys, start - 1, end - 1, -1, slide);
    start = end;
  }
}

/** The end of a run without a counterpart. */
function endOfGap(counterpart: Int32Array, start: number): number {
  let end = start;
  while (end < counterpart.length && counterpart[end] === -1) end++;
  return end;
}

/** A gap may slide over words beside it as long as what it takes in there is what it leaves at its other end. */
function slideGap(keys: Int32Array, outside: number, inside: number, step: 1 | -1, slide: Slide): void {
  while (outside >= 0 && outside < keys.length && keys[outside] === keys[inside]) {
    if (!slide(outside, inside)) return;
    outside += step;
    inside += step;
  }
}
