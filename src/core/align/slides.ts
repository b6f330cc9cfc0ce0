/** Words whose counterpart could as well be another one: beside an equal word that was deleted or inserted. */
import type { Versions } from './word-aligner.ts';

/**
 * Marks old words that a deletion or insertion next to them could change places with: of "very very good" edited to
 * "very good" nobody can say which "very" is left. Indexed by old word, 1 where in doubt.
 */
export function doubtfulWords({ old, new: fresh, map }: Versions): Uint8Array {
  const doubtful = new Uint8Array(old.length);
  for (const [start, end] of gapsIn(map.newOf)) {
    const beside = (word: number) => map.newOf[word]! >= 0 && !map.moved[word];
    for (let step = 0; beside(end + step) && old.keys[start + step] === old.keys[end + step]; step++)
      doubtful[start + step] = doubtful[end + step] = 1;
    for (let step = 1; beside(start - step) && old.keys[start - step] === old.keys[end - step]; step++)
      doubtful[start - step] = doubtful[end - step] = 1;
  }
  for (const [start, end] of gapsIn(map.oldOf)) {
    const oldAt = (word: number) => map.oldOf[word] ?? -1;
    for (let step = 0; oldAt(end + step) >= 0 && fresh.keys[start + step] === fresh.keys[end + step]; step++)
      doubtful[oldAt(end + step)] = 1;
    for (
      let step = 1;
      oldAt(start - step) >= 0 && fresh.keys[start - step] === fresh.keys[end - step];
      step++
    )
      doubtful[oldAt(start - step)] = 1;
  }
  return doubtful;
}

/** Runs without a counterpart. */
function* gapsIn(counterpart: Int32Array): Iterable<[number, number]> {
  for (let start = 0; start < counterpart.length; start++) {
    if (counterpart[start] !== -1) continue;
    let end = start;
    while (end < counterpart.length && counterpart[end] === -1) end++;
    yield [start, end];
    start = end;
  }
}
