/** Words whose counterpart could as well be another one: beside an equal word that was deleted or inserted. */
import type { Versions } from './word-aligner.ts';
import type { WordMap } from './word-map.ts';

/**
 * Marks old words that a deletion or insertion next to them could change places with: of "very very good" edited to
 * "very good" nobody can say which "very" is left. Indexed by old word, 1 where in doubt.
 */
export function doubtfulWords({ old, new: fresh, map }: Versions): Uint8Array {
  const doubtful = new Uint8Array(old.length);
  for (let start = 0; start < old.length; start++) {
    if (map.newOf[start] !== -1) continue;
    const end = endOfGap(map.newOf, start);
    markBesideDeleted(old.keys, map, doubtful, start, end, 1);
    markBesideDeleted(old.keys, map, doubtful, start, end, -1);
    start = end;
  }
  for (let start = 0; start < fresh.length; start++) {
    if (map.oldOf[start] !== -1) continue;
    const end = endOfGap(map.oldOf, start);
    markBesideInserted(fresh.keys, map.oldOf, doubtful, start, end, 1);
    markBesideInserted(fresh.keys, map.oldOf, doubtful, start, end, -1);
    start = end;
  }
  return doubtful;
}

/** The end of a run without a counterpart. */
function endOfGap(counterpart: Int32Array, start: number): number {
  let end = start;
  while (end < counterpart.length && counterpart[end] === -1) end++;
  return end;
}

/** The gap may slide over words beside it as long as what it takes in there is what it leaves at its other end. */
function markBesideDeleted(
  keys: Int32Array,
  { newOf, moved }: WordMap,
  doubtful: Uint8Array,
  start: number,
  end: number,
  step: 1 | -1,
): void {
  let outside = step === 1 ? end : start - 1;
  let inside = step === 1 ? start : end - 1;
  while (outside >= 0 && outside < keys.length && keys[outside] === keys[inside]) {
    if (newOf[outside]! < 0 || moved[outside]) return;
    doubtful[outside] = 1;
    doubtful[inside] = 1;
    outside += step;
    inside += step;
  }
}

function markBesideInserted(
  keys: Int32Array,
  oldOf: Int32Array,
  doubtful: Uint8Array,
  start: number,
  end: number,
  step: 1 | -1,
): void {
  let outside = step === 1 ? end : start - 1;
  let inside = step === 1 ? start : end - 1;
  while (outside >= 0 && outside < keys.length && keys[outside] === keys[inside]) {
    if (oldOf[outside]! < 0) return;
    doubtful[oldOf[outside]!] = 1;
    outside += step;
    inside += step;
  }
}
