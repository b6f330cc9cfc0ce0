/** Offices and the words that make another office of one: prime minister, Vizepräsident. */
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';

/** Whether a word makes another of the office beside it. */
export function isOfficePart(fold: string, lists: WordLists): boolean {
  return officePartsOf(lists).fits(fold) !== undefined;
}

/** What is glued to an office: `premier` of Premierminister, empty for the bare office; undefined where there is none. */
export function partOfOffice(fold: string, lists: WordLists): string | undefined {
  return officesOf(lists).fits(fold);
}

const officesOf = lazilyFor(({ offices }: WordLists) => new Patterns(offices));
const officePartsOf = lazilyFor(({ officeParts }: WordLists) => new Patterns(officeParts));

/** Words, with a star where more may stand. */
class Patterns {
  readonly #words: ReadonlySet<string>;
  readonly #beginnings: readonly string[];
  readonly #inside: readonly string[];

  constructor(patterns: readonly string[]) {
    const bare = (some: readonly string[]) => some.map(pattern => pattern.replaceAll('*', ''));
    this.#words = new Set(bare(patterns));
    this.#beginnings = bare(patterns.filter(pattern => pattern.endsWith('*')));
    this.#inside = bare(patterns.filter(pattern => pattern.startsWith('*')));
  }

  /** What stands before the word that fits; undefined if none does. */
  fits(fold: string): string | undefined {
    if (this.#words.has(fold) || this.#beginnings.some(beginning => fold.startsWith(beginning))) return '';
    for (const inside of this.#inside) {
      const place = fold.indexOf(inside, 1);
      if (place > 0) return fold.slice(0, place);
    }
    return undefined;
  }
}
