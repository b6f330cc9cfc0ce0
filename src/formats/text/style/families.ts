/** Heads of one form and how they hang together: which forms with times are heads in this file. */
import { getOrMake } from '../../../core/maps.ts';
import type { Form } from '../heads/form.ts';
import type { Head } from '../heads/head.ts';

/** Most times of a recording follow one another; those of verses and scores do not. */
const IN_ORDER = 0.8;
/** So much of a file has times that no brackets mark. */
const LEAST_SHARE = 0.3;

interface Family {
  count: number;
  strong: number;
  inOrder: number;
  last: number | undefined;
  /** How many name a book of the Bible. */
  verses: number;
  readonly time: string;
  readonly isTimeFirst: boolean;
  hasRange: boolean;
  isLive: boolean;
}

const NONE_SEEN = {
  count: 0,
  strong: 0,
  inOrder: 0,
  last: undefined,
  verses: 0,
  hasRange: false,
  isLive: false,
};

export class Families {
  readonly #families = new Map<string, Family>();

  add({ form, isStrong, start, label }: Head): void {
    const { time, isTimeFirst } = form;
    const family = getOrMake(
      this.#families,
      form.family,
      (): Family => ({ ...NONE_SEEN, time, isTimeFirst }),
    );
    family.count++;
    if (isStrong) family.strong++;
    if (start === undefined || family.last === undefined || start >= family.last) family.inOrder++;
    family.last = start ?? family.last;
    if (label !== undefined && BOOKS.test(label)) family.verses++;
    if (isStrong && form.isTimeFirst && form.family.includes('T-T')) family.hasRange = true;
  }

  /** Decides after all heads were added; `starts` is the number of passages that could have one. */
  decide(starts: number): void {
    for (const [key, family] of this.#families) family.isLive = this.#areHeads(key, family, starts);
  }

  /** Whether heads of this form are heads here: two of a form that nothing else has, or many in the order of time. */
  isLive({ family }: Form): boolean {
    return this.#families.get(family)?.isLive === true;
  }

  #areHeads(key: string, family: Family, starts: number): boolean {
    const { count, strong, inOrder, verses, hasRange } = family;
    if (hasRange) return true;
    if (count < 2 && !this.#hasKin(key, family)) return false;
    if (strong * 2 >= count) return true;
    return inOrder >= count * IN_ORDER && count >= starts * LEAST_SHARE && verses * 2 < count;
  }

  /** Whether the same head stands elsewhere in the file, there with a name or here without one, or in other brackets. */
  #hasKin(key: string, { time, strong, isTimeFirst }: Family): boolean {
    return [...this.#families].some(
      ([other, family]) =>
        other !== key &&
        (family.time === time || (strong > 0 && isTimeFirst && family.isTimeFirst && family.count > 1)),
    );
  }
}

const BOOKS =
  /^(?:[1-3] )?(?:genesis|exodus|leviticus|numbers|deuteronomy|joshua|judges|ruth|samuel|kings|chronicles|ezra|nehemiah|esther|job|psalms?|ps|proverbs|prov|ecclesiastes|song of (?:songs|solomon)|isaiah|jeremiah|lamentations|ezekiel|daniel|hosea|joel|amos|obadiah|jonah|micah|nahum|habakkuk|zephaniah|haggai|zechariah|malachi|matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|philippians|colossians|thessalonians|timothy|titus|philemon|hebrews|james|peter|jude|revelation|surah?|quran)$/i;
