/** How much two values differ, from 0 (the same) to 1. */

export type Distance = (a: number, b: number) => number;

/** Values are equal or not. */
export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

/**
 * The MASI distance of two sets: 1 - J M, where J is the share of the elements of both that they have in common (Jaccard)
 * and M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap and 0 where they do not. Two empty sets
 * are equal. Exact thirds; tools that write .33 and .67, or multiply Jaccard's distance, give other numbers.
 *
 * R. Passonneau, "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation", LREC 2006.
 */
function masi(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const element of a) if (b.has(element)) shared++;
  const all = a.size + b.size - shared;
  if (shared === all) return 0;
  if (shared === 0) return 1;
  const monotony = shared === a.size || shared === b.size ? 2 / 3 : 1 / 3;
  return 1 - (shared / all) * monotony;
}

/** The MASI distance of categories that are sets, each computed once. */
export function masiOf(sets: readonly (readonly string[])[]): Distance {
  const values = sets.map(set => new Set(set));
  const known = values.map(a => values.map(b => masi(a, b)));
  return (a, b) => known[a]![b]!;
}
