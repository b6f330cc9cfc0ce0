/** Offices and the words that make another office of one: prime minister, Vizepräsident. */
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';

/** Whether a word is an office, in any form. */
export function isOffice(fold: string, lists: WordLists): boolean {
  return partOfOffice(fold, lists) !== undefined;
}

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
  readonly #words = new Set<string>();
  /** Beginnings by their first letter, which every word has an entry for: most are done with one look. */
  readonly #beginnings = new Map<string, readonly string[]>();
  readonly #inside: string[] = [];

  constructor(patterns: readonly string[]) {
    for (const pattern of patterns) {
      const bare = pattern.replaceAll('*', '');
      this.#words.add(bare);
      const sameLetter = this.#beginnings.get(bare[0]!) ?? NONE;
      this.#beginnings.set(bare[0]!, pattern.endsWith('*') ? [...sameLetter, bare] : sameLetter);
      if (pattern.startsWith('*')) this.#inside.push(bare);
    }
  }

  /** What stands before the word that fits; undefined if none does. */
  fits(fold: string): string | undefined {
    const beginnings = this.#beginnings.get(fold[0]!);
    if (beginnings === undefined && this.#inside.length === 0) return undefined;
    if (this.#words.has(fold)) return '';
    for (const beginning of beginnings ?? NONE) if (fold.startsWith(beginning)) return '';
    for (const inside of this.#inside) {
      const place = fold.indexOf(inside, 1);
      if (place > 0) return fold.slice(0, place);
    }
    return undefined;
  }
}

const NONE: readonly string[] = [];
