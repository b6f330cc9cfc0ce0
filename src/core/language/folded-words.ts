/** The words of texts, folded, so that they can be compared. */
import { latePattern, lazilyFor } from '../lazily.ts';
import { foldWord } from './fold-word.ts';

export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const word = latePattern(String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ]\p{L}+)*`, 'gu');
/** ASCII, Latin, Cyrillic, Armenian and Han letters, the usual punctuation: their words can be told without Unicode. */
const PLAIN_TEXT =
  /^[\x00-\x7f\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0400-\u0481\u048a-\u052f\u0531-\u0556\u0561-\u0587\u2010-\u2027\u4e00-\u9fef]*$/;
const FIRST_OTHER_LETTER = 0xc0;
const FIRST_PUNCTUATION = 0x2010;
const LAST_PUNCTUATION = 0x2027;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

/**
 * Words are kept of the first texts, with so many code units in all: many rules read the same texts, and in a small
 * project, which is read by cold code, splitting them is what takes most of their time.
 */
const MAX_KEPT = 20_000;
const kept = new Map<string, readonly FoldedWord[]>();
let unitsKept = 0;

/** The words of a text. A word with an apostrophe is one word: don't. */
export function foldedWords(text: string): readonly FoldedWord[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const words = wordsIn(text);
  unitsKept += text.length;
  if (unitsKept <= MAX_KEPT) kept.set(text, words);
  return words;
}

/** As {@link foldedWords}, for a text that nobody else looks into: its words are not kept. */
export function wordsIn(text: string): readonly FoldedWord[] {
  if (PLAIN_TEXT.test(text)) return plainWords(text);
  return Array.from(text.matchAll(word()), ({ 0: word, index }) => ({
    word: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** As by the pattern, several times as fast, and without compiling one. */
function plainWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i);
    if (!isLetterOrDigit(first)) continue;
    const start = i;
    let isAscii = first < FIRST_OTHER_LETTER;
    let isBehindApostrophe = false;
    for (i++; ; i++) {
      const code = text.charCodeAt(i);
      if (code >= 97 && code <= 122) continue;
      if (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
        if (!isLetter(text.charCodeAt(i + 1))) break;
        isBehindApostrophe = true;
        continue;
      }
      if (!(isBehindApostrophe ? isLetter(code) : isLetterOrDigit(code))) break;
      if (code >= FIRST_OTHER_LETTER) isAscii = false;
    }
    const written = text.slice(start, i);
    words.push({ word: isAscii ? foldAscii(written, isBehindApostrophe) : foldWord(written), start, end: i });
    // The character that ended the word may begin the next.
    i--;
  }
  return words;
}

/** As `foldWord`, for what is ASCII but for curly apostrophes. */
function foldAscii(word: string, hasApostrophe: boolean): string {
  const lower = word.toLowerCase();
  return hasApostrophe ? lower.replaceAll('’', "'") : lower;
}

/** In plain text: there all that is neither ASCII nor punctuation is a letter. */
function isLetter(code: number): boolean {
  if (code < FIRST_OTHER_LETTER) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code < FIRST_PUNCTUATION || code > LAST_PUNCTUATION;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

/** As {@link wordsIn}, without their places. */
export function foldsOf(text: string): string[] {
  return wordsIn(text).map(({ word }) => word);
}

/** The words of a list, folded, made once for each list. */
export const foldedSetOf = lazilyFor(
  (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord)),
);
