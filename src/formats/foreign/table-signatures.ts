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
  const columns = columnsOf(lines);
  if (columns !== undefined) {
    return {
      name: 'tab-delimited text, as ELAN and Audacity export it',
      wayIn: `name its columns by number: --map ${columns}`,
    };
  }
  if (lines.every(line => CTM.test(line))) return { name: 'CTM (words with times)', wayIn: WAYS.captions };
  if (lines.every(line => STM.test(line))) return { name: 'STM (NIST segments)', wayIn: WAYS.captions };
  return undefined;
}

/**
 * What each column holds, as `--map` takes it: the first two of numbers or times are start and end, the longest other one is
 * the words, the first other one the speaker. Undefined for what is no table: not all lines have as many cells, or the same
 * two numbers or times.
 */
function columnsOf(lines: readonly string[]): string | undefined {
  const rows = lines.map(line => line.split('\t'));
  const width = rows[0]!.length;
  if (width < 3 || rows.some(row => row.length !== width)) return undefined;
  const columns = rows[0]!.map((_cell, column) => rows.map(row => row[column]!.trim()));
  const isMeasured = (cells: readonly string[]) => cells.every(cell => NUMBER_OR_TIME.test(cell));
  const [start, end] = [...columns.keys()].filter(column => isMeasured(columns[column]!));
  if (start === undefined || end === undefined) return undefined;
  const others = [...columns.keys()].filter(
    column => !isMeasured(columns[column]!) && lengthOf(columns[column]!) > 0,
  );
  const text = others.toSorted((a, b) => lengthOf(columns[b]!) - lengthOf(columns[a]!))[0];
  const speaker = others.find(column => column !== text);
  return Object.entries({ speaker, start, end, text })
    .flatMap(([field, column]) => (column === undefined ? [] : [`${field}=${column + 1}`]))
    .join(',');
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}
