/**
 * Cells of comma-separated (RFC 4180) and tab-separated values that no spreadsheet runs as a formula.
 *
 * A cell is a formula where any of its lines begins with `=`, `+`, `-` or `@` (OWASP, CSV injection), white space
 * before the sign or not; the fullwidth signs count as well, and so do a tab and a carriage return at the start.
 * Quotation marks do not help. Such a line gets an apostrophe before it. So does a line that begins with apostrophes
 * and then such a sign: only then can a reader take off exactly what was added.
 */
const FORMULA = "'*(?:[^\\S\\n]*[=+\\-@＝＋－＠]|[\\t\\r])";
const UNSAFE = new RegExp(`^(?=${FORMULA})`, 'gm');
const MADE_SAFE = new RegExp(`^'(?=${FORMULA})`, 'gm');

export function withoutFormula(text: string): string {
  return text.replace(UNSAFE, "'");
}

/** The inverse of `withoutFormula`. */
export function withFormula(text: string): string {
  return text.replace(MADE_SAFE, '');
}

/** Returns the cell for a text, in quotation marks where the reader would otherwise end it early or trim it. */
export function csvCell(text: string, separator: ',' | '\t' = ','): string {
  const cell = withoutFormula(text);
  const isBare = !cell.includes(separator) && !/["\n\r\ufeff]|^\s|\s$/.test(cell);
  return isBare ? cell : `"${cell.replaceAll('"', '""')}"`;
}
