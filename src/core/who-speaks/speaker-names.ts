/** Names of parties as they are compared, and ids that say nothing of them. */
import { foldWord } from '../language/fold-word.ts';
import { latePattern } from '../lazily.ts';
import type { Id } from '../model/model.ts';

const OTHER_THAN_LETTERS = latePattern('[^\\p{L}\\p{N}\\p{M}]+', 'gu');
/** Ids that an import made by the order of speaking, before ids were made from names in every script. */
const BY_ORDER = /^speaker(?:-\d+)?$/;

/** A name without regard to case, Unicode form, white space and marks between its words. */
export function lettersOfName(name: string): string {
  return foldWord(name.trim()).replace(OTHER_THAN_LETTERS(), ' ').trim();
}

export function isIdByOrder(id: Id): boolean {
  return BY_ORDER.test(id);
}
