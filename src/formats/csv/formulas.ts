/**
 * Cells that a spreadsheet would run (`=1+1`, `@SUM(...)`) get an apostrophe before them in every line; a reader of our own
 * tables takes it off again. Cells that begin with apostrophes and then such a sign get one more, so nothing is mistaken.
 */
const SIGN = "'*(?:[^\\S\\n]*[=+\\-@＝＋－＠]|[\\t\\r])";
const UNSAFE = new RegExp(`^(?=${SIGN})`, 'gm');
const MADE_SAFE = new RegExp(`^'(?=${SIGN})`, 'gm');

export function withoutFormula(cell: string): string {
  return cell.replace(UNSAFE, "'");
}

export function asWritten(cell: string): string {
  return cell.replace(MADE_SAFE, '');
}
