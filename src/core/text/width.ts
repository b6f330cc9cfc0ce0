/** Columns that text takes in a terminal. The only door to `string-width`. */
import stringWidth from 'string-width';

/** Columns between tab stops. */
export const TAB_WIDTH = 8;

/**
 * Ranges in which every character takes one column and joins no cluster: ASCII, Latin, Greek, Cyrillic and Armenian
 * letters, and the usual punctuation. `string-width` segments and looks up each character; this is the short way round.
 */
const ONE_COLUMN_EACH =
  /^[\u0020-\u007e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u0556\u0559-\u058a\u2010-\u2027]*$/;

/**
 * Display width in columns: wide characters and emoji take two, combining marks and other zero-width characters none.
 * A tab takes what is left to the next tab stop, counted from the left edge with `column` columns before the text.
 */
export function displayWidth(text: string, column = 0): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length;
  if (!text.includes('\t')) return measure(text);
  let at = column;
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) at += TAB_WIDTH - (at % TAB_WIDTH);
    at += measure(part);
  }
  return at - column;
}

function measure(text: string): number {
  return stringWidth(text, { countAnsiEscapeCodes: true });
}

/** The text with blanks after it up to `width` columns; text that is wider stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
