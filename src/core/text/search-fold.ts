/**
 * Text as a search compares it: whatever its case, accents, Unicode form, quotation marks, dashes and white space. Somebody
 * who types `jose` or `I don't` finds "José" and "I don’t".
 */
import { latePattern } from '../lazily.ts';

/** Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic. Vowel signs of other scripts are letters. */
const accents = latePattern(
  '[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0640\\u064b-\\u0655\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0]',
  'g',
);
/** Soft hyphens, joiners, direction marks: nobody sees or types them. */
const ignorable = latePattern('\\p{Default_Ignorable_Code_Point}', 'gu');
/** Decomposes to a blank with an accent, and stands for an apostrophe. */
const ACUTE = /´/g;
const APOSTROPHES = /[‘’‚‛′ʼʹ`]/g;
const QUOTATION_MARKS = /[“”„‟«»]/g;
const DASHES = /[‐‑‒–—―−]/g;
const SPACES = /\s+/g;
/** Most texts are of this kind. */
const PRINTABLE = /^[ -~]*$/;
/** What is not the same in both forms but for its case: white space but for single blanks, and letters beyond ASCII. */
const UNLIKE = /\s{2,}|[^\S ]|[^\u0000-\u007f\s]+/g;
/** Letters that are not made of a letter and an accent, as people type them who lack the key. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};
const SINGLE = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

export function searchFold(text: string): string {
  if (PRINTABLE.test(text) && !text.includes('  ')) return text.toLowerCase();
  hasInnerSpaces = false;
  const form = text.replace(UNLIKE, cachedFold).toLowerCase();
  return hasInnerSpaces ? form.replace(SPACES, ' ') : form;
}

/** Whether letters were folded to nothing, or to something with a blank: then two blanks may stand together. */
let hasInnerSpaces = false;

/** Letters beyond ASCII that stand together are a word or a single letter, and come again and again. */
const MOST_CACHED = 20_000;
const cache = new Map<string, string>();

function cachedFold(unlike: string): string {
  let form = cache.get(unlike);
  if (form === undefined) {
    form = unlike.trim() === '' ? ' ' : folded(unlike);
    if (cache.size < MOST_CACHED && unlike.length <= LONGEST_CACHED) cache.set(unlike, form);
  }
  if (form === '' || form.includes(' ')) hasInnerSpaces = true;
  return form;
}

const LONGEST_CACHED = 12;

/** @param letters an accent of an ASCII letter may come first, and is gone then */
function folded(letters: string): string {
  return letters
    .replace(ACUTE, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(QUOTATION_MARKS, '"')
    .replace(DASHES, '-')
    .replace(accents(), '')
    .replace(ignorable(), '')
    .replace(SINGLE, letter => LETTERS[letter]!)
    .normalize('NFC');
}
