/** Tables without a header that is known, and lists of words with times. */
import { type ForeignFormat, WAYS } from './foreign-format.ts';

const LINES = 50;
const NUMBER_OR_TIME = /^\s*-?(?:\d+(?:[.,]\d+)?|(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,:]\d{1,9})?)\s*$/;
/** `file channel speaker begin end <label> words` of NIST. */
const STM = /^\S+\s+\S+\s+\S+\s+\d+\.\d+\s+\d+\.\d+\s+(?:<[^>]*>\s+)?\S/;
/** `file channel begin duration word`. */
const CTM = /^\S+\s+\S+\s+\d+\.\d+\s+\d+\.\d+\s+\S+(?:\s+\d*\.?\d+)?$/;

/** The table that a text is, where nothing else was found in it. */
export function tableFormat(text: string): ForeignFormat | undefined {
  const lines = text
    .slice(0, LINES * 2000)
    .split(/\r\n|\n|\r/, LINES)
    .filter(line => line.trim() !== '' && !line.startsWith(';;'));
  if (lines.length < 2) return undefined;
  if (isTable(lines)) {
    return { name: 'tab-delimited text, as ELAN and Audacity export it', wayIn: WAYS.table };
  }
  if (lines.every(line => CTM.test(line))) return { name: 'CTM (words with times)', wayIn: WAYS.captions };
  if (lines.every(line => STM.test(line))) return { name: 'STM (NIST segments)', wayIn: WAYS.captions };
  return undefined;
}

/** The same number of cells in all lines, and the same two of them numbers or times. */
function isTable(lines: readonly string[]): boolean {
  const rows = lines.map(line => line.split('\t'));
  const width = rows[0]!.length;
  if (width < 3 || rows.some(row => row.length !== width)) return false;
  const columns = rows[0]!.filter((_cell, column) => rows.every(row => NUMBER_OR_TIME.test(row[column]!)));
  return columns.length > 1;
}
