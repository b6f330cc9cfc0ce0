/** Offices and the words that make another office of one: prime minister, Vizepräsident. */
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';

/** Whether a word makes another of the office beside it. */
export function isOfficePart(fold: string, lists: WordLists): boolean {
  return officePartsOf(lists)(fold) !== undefined;
}

/** What is glued to an office: `premier` of Premierminister, empty for the bare office; undefined where there is none. */
export function partOfOffice(fold: string, lists: WordLists): string | undefined {
  return officesOf(lists)(fold);
}

const officesOf = lazilyFor(({ offices }: WordLists) => fitting(offices));
const officePartsOf = lazilyFor(({ officeParts }: WordLists) => fitting(officeParts));

/** Words, with a star where more may stand. */
function fitting(patterns: readonly string[]) {
  const bare = (some: readonly string[]) => some.map(pattern => pattern.replaceAll('*', ''));
  const words: ReadonlySet<string> = new Set(bare(patterns));
  const beginnings = bare(patterns.filter(pattern => pattern.endsWith('*')));
  const insides = bare(patterns.filter(pattern => pattern.startsWith('*')));

  /** What stands before the word that fits; undefined if none does. */
  function fits(fold: string): string | undefined {
    if (words.has(fold) || beginnings.some(beginning => fold.startsWith(beginning))) return '';
    for (const inside of insides) {
      const place = fold.indexOf(inside, 1);
      if (place > 0) return fold.slice(0, place);
    }
    return undefined;
  }

  return fits;
}
