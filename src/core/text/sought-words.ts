/**
 * Words sought in many texts, compared as {@link searchFold} compares them. Texts of common characters need not be folded
 * for it: a pattern has for each character of the words all those that fold to it.
 */
import { latePattern, lazily } from '../lazily.ts';
import { graphemes } from './graphemes.ts';
import { searchFold } from './search-fold.ts';
import type { Stretch } from './stretch.ts';

/** ASCII; letters of Latin, Greek, Cyrillic, Armenian and Arabic; dashes, quotation marks, fullwidth punctuation. */
const FOLDED = [
  [0x0000, 0x00ac],
  [0x00ae, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x058a],
  [0x0621, 0x063f],
  [0x0641, 0x064a],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0xff01, 0xff20],
] as const;
/** Letters of Hebrew, kana, Han and Hangul syllables fold to themselves. */
const UNCHANGED = [
  [0x05d0, 0x05ea],
  [0x3001, 0x3020],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

/** V8 is several times slower with a class of more than sixteen ranges; there are no more here, nor for any letter. */
const uncommon = latePattern(
  `[^${[...FOLDED, ...UNCHANGED].map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`,
);

/** Folds to itself. */
const SEPARATOR = '\ue000';
/** Stands in no folded text. */
const SEVERAL = 'A';

/** What common characters fold to. */
interface Letters {
  readonly characters: readonly string[];
  /** For each character the one that it folds to; `A` where it folds to several, as `ß` does. */
  readonly forms: string;
  readonly longer: readonly (readonly [character: string, form: string])[];
}

const letters = lazily((): Letters => {
  const characters: string[] = [];
  for (const [first, last] of FOLDED)
    for (let unit = first; unit <= last; unit++) characters.push(String.fromCharCode(unit));
  // All at once: to fold one after another takes several times as long.
  const each = searchFold(characters.join(SEPARATOR)).split(SEPARATOR);
  const longer: [string, string][] = [];
  let forms = '';
  for (let index = 0; index < each.length; index++) {
    const form = each[index]!;
    forms += form.length > 1 ? SEVERAL : form;
    if (form.length > 1) longer.push([characters[index]!, form]);
  }
  return { characters, forms, longer };
});

/** A class of all characters that fold to one. */
function alike(form: string): string {
  const { characters, forms } = letters();
  const found: string[] = [];
  for (let at = forms.indexOf(form); at !== -1; at = forms.indexOf(form, at + 1)) found.push(characters[at]!);
  return classOf(found.length === 0 ? [form] : found);
}

/** Words that are made ready once and sought in many texts. */
export class SoughtWords {
  readonly #form: string;
  readonly #pattern: RegExp;
  /** Characters that stand for several, of which one is sought. */
  readonly #longer: RegExp | undefined;

  constructor(words: string) {
    this.#form = searchFold(words);
    const units = this.#form.split('');
    // A run of white space folds to one blank.
    const pattern = units.map(unit => alike(unit) + (unit === ' ' ? '+' : ''));
    this.#pattern = new RegExp(pattern.join(''), 'g');
    const parts = letters().longer.filter(([, form]) => units.some(unit => form.includes(unit)));
    if (parts.length > 0) this.#longer = new RegExp(classOf(parts.map(([character]) => character)));
  }

  /** Whether a text has the words; every text has no words. */
  isIn(text: string): boolean {
    return this.#isPlain(text) ? text.search(this.#pattern) !== -1 : searchFold(text).includes(this.#form);
  }

  /** The places where a text has the words; none overlap, and none splits a grapheme cluster. No words have no place. */
  placesIn(text: string): Stretch[] {
    if (this.#form === '' || !this.isIn(text)) return [];
    if (!this.#isPlain(text)) return placesByClusters(text, this.#form);
    const places: Stretch[] = [];
    // Not `matchAll`, which copies the pattern each time. The last, which finds nothing, sets it back to the beginning.
    for (let match = this.#pattern.exec(text); match !== null; match = this.#pattern.exec(text))
      places.push({ start: match.index, end: match.index + match[0].length });
    return places;
  }

  /** Whether what a text folds to is what its characters fold to, one to one, as far as these words are concerned. */
  #isPlain(text: string): boolean {
    return !uncommon().test(text) && this.#longer?.test(text) !== true;
  }
}

/** Values of a query are asked for again and again, and those of one run are few. */
const known = new Map<string, SoughtWords>();
const MOST_KNOWN = 100_000;

/** Words that may have been sought before. */
export function soughtWords(words: string): SoughtWords {
  let sought = known.get(words);
  if (sought === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    sought = new SoughtWords(words);
    known.set(words, sought);
  }
  return sought;
}

function classOf(characters: readonly string[]): string {
  return `[${characters.map(character => escaped(character.charCodeAt(0))).join('')}]`;
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** As {@link SoughtWords.placesIn} for words that are folded, whatever the text. */
function placesByClusters(text: string, words: string): Stretch[] {
  const map = mapped(text);
  const found: Stretch[] = [];
  for (let at = map.text.indexOf(words); at !== -1; at = map.text.indexOf(words, at + words.length)) {
    const start = map.starts[at]!;
    // `s` stands twice in `ß`.
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end: map.ends[at + words.length - 1]! });
  }
  return found;
}

/** Folded text; for each of its units, where the cluster that it comes from starts and ends in the original. */
interface Mapped {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function mapped(original: string): Mapped {
  let text = '';
  let offset = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const cluster of graphemes(original)) {
    let form = searchFold(cluster);
    if (form === ' ' && text.endsWith(' ')) {
      // A run of white space is one blank, and ends where the run ends.
      ends[ends.length - 1] = offset + cluster.length;
      form = '';
    }
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(offset);
      ends.push(offset + cluster.length);
    }
    text += form;
    offset += cluster.length;
  }
  return { text, starts, ends };
}
