/** Words in the form in which they are compared. */
import { lazily } from '../lazily.ts';
import { withAsciiDigits } from '../text/decimal-digits.ts';

const ASCII_LOWER = /^[a-z0-9]*$/;
const ASCII = /^[\x00-\x7f]*$/;
/** Compatibility form would join the fraction to the digits before it: 5½ would be 51⁄2. */
const VULGAR_FRACTION = /[\xbc-\xbe\u2150-\u215e\u2189]/g;

/**
 * What writers add, leave out or exchange without changing the word: soft hyphens and direction marks, vowel marks of
 * Arabic and Hebrew, marks of tone inside Armenian words. Only մի՛, do not, is another word than մի, a.
 */
const OPTIONAL =
  /(?<!^մի)\u055b|[\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u055c\u055e]/g;

/** Spellings of one letter; the key is the one that counts. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '՚': "'",
  ё: 'е',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const RESPELLED = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'g');
/** The small form of a Turkish İ. */
const DOTTED_I = /i\u0307/g;
const MINUS_BEFORE_DIGIT = /^[\u2212\u2013](?=\d)/;
const hasSpecial = lazily(
  () => new RegExp(`${OPTIONAL.source}|${RESPELLED.source}|[\\u2212\\u2013\\u0307]|\\p{Nd}`, 'u'),
);

/**
 * A word as it is compared: compatibility form (Unicode NFKC), lower case whatever the locale, digits of ASCII, one form
 * of apostrophe, minus and of letters that reforms and keyboards exchange (ё, ß, hamza on alef), no invisible or
 * optional marks. Two spellings with one fold are the same word.
 */
export function foldWord(word: string): string {
  if (ASCII_LOWER.test(word)) return word;
  if (ASCII.test(word)) return word.toLowerCase();
  const folded = word.replace(VULGAR_FRACTION, '+$&').normalize('NFKC').toLowerCase();
  if (!hasSpecial().test(folded)) return folded;
  return withAsciiDigits(folded)
    .replace(OPTIONAL, '')
    .replace(RESPELLED, letter => SPELLINGS[letter]!)
    .replace(DOTTED_I, 'i')
    .replace(MINUS_BEFORE_DIGIT, '-');
}
