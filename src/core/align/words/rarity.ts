import type { WordTable } from './word-table.ts';

/** Common words say little about where a passage stands, but not nothing. */
const LEAST = 0.1;

/**
 * How much a word says about where it stands, from 0.1 (on every line) to 1 (found once): the logarithm of how rare it is,
 * as in inverse document frequency. Indexed by key.
 */
export function rarities(tables: readonly WordTable[], keyCount: number): Float32Array {
  const counts = new Int32Array(keyCount);
  let total = 0;
  for (const table of tables) {
    for (let word = 0; word < table.length; word++) counts[table.keys[word]!]!++;
    total += table.length;
  }
  const result = new Float32Array(keyCount);
  const scale = Math.log(Math.max(total / tables.length, 2));
  for (let key = 0; key < keyCount; key++) {
    const perTable = Math.max(1, counts[key]! / tables.length);
    result[key] = Math.max(LEAST, 1 - Math.log(perTable) / scale);
  }
  return result;
}
