/**
 * Characters that need no look-up: each is one UTF-16 unit, one grapheme cluster and a known number of columns,
 * whatever stands beside it. They are nearly all of most texts, and segmenting is fifty times slower.
 */

import { latePattern } from '../lazily.ts';

/** ASCII, Latin, Greek, Cyrillic and Armenian letters, the usual punctuation, arrows, lines and our signs: one column each. */
const NARROW =
  '\\u0020-\\u007e\\u00a1-\\u00a8\\u00aa-\\u00ac\\u00af-\\u02ff\\u0370-\\u0482\\u048a-\\u0556\\u0559-\\u058a\\u2010-\\u2027\\u2190-\\u2193\\u2500-\\u257f\\u25cb\\u2713\\u2717';

/** Han, kana, Hangul syllables, their punctuation and fullwidth forms: two columns each. */
const WIDE =
  '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3105-\\u312f\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60';

const OTHER_THAN_NARROW = new RegExp(`[^${NARROW}]`);
const allSimple = latePattern(`^[\\t\\n${NARROW}${WIDE}]*$`);
const eachWide = latePattern(`[${WIDE}]`, 'g');

/** Whether every UTF-16 unit is a character of one column; there are no tabs and line feeds then. */
export function isNarrow(text: string): boolean {
  return !OTHER_THAN_NARROW.test(text);
}

/** Whether every character is a cluster by itself; white space may be tabs and line feeds. */
export function isSimple(text: string): boolean {
  return isNarrow(text) || allSimple().test(text);
}

/** Columns of a text of simple characters; undefined if a character needs a look-up or is a tab or line feed. */
export function simpleWidth(text: string): number | undefined {
  if (isNarrow(text)) return text.length;
  if (!allSimple().test(text) || /[\t\n]/.test(text)) return undefined;
  return text.length + (text.match(eachWide())?.length ?? 0);
}
