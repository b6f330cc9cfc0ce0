const ASCII_LOWER = /^[a-z0-9]*$/;
const ASCII = /^[\x00-\x7f]*$/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07]/g;

/**
 * A word as it is compared: compatibility form (Unicode NFKC), lower case whatever the locale, one apostrophe, no
 * invisible characters. Two spellings with one fold are the same word.
 */
export function foldWord(word: string): string {
  if (ASCII_LOWER.test(word)) return word;
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replace(APOSTROPHES, "'");
}
