/** How much two witnesses have in common: whether they can be of one talk at all. */
import type { Columns } from './columns.ts';

/** Unrelated talks in one language share up to 16 % of the words of the shorter one. */
const LEAST_SHARE = 0.25;

/** The number of words that two witnesses share, and the length of the shorter one. */
export interface SharedWords {
  readonly same: number;
  readonly shorter: number;
}

export function sharedWords({ tables, words, length }: Columns, one: number, other: number): SharedWords {
  let same = 0;
  for (let row = 0; row < length; row++) {
    const [word, otherWord] = [words[one]![row]!, words[other]![row]!];
    if (word < 0 || otherWord < 0) continue;
    if (tables[one]!.keys[word] === tables[other]!.keys[otherWord]) same++;
  }
  return { same, shorter: Math.min(tables[one]!.length, tables[other]!.length) };
}

export function mayBeOfOneTalk({ same, shorter }: SharedWords): boolean {
  return same > 0 && same >= LEAST_SHARE * shorter;
}
