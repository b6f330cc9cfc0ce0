/** How likely a text is a table of this kind: a first row with known headers, one of them for the words. */
import { planColumns } from './columns.ts';
import { parseTable } from './table.ts';

/** Its columns are not known, but its name says what it is: the reader asks for --map. */
const BY_NAME = 0.5;

export function detectTable(text: string, file: string, isTabbed: boolean): number {
  const line = text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (!(isTabbed ? line.includes('\t') : /[,;|]/.test(line))) return 0;
  const [first] = parseTable(`${line}\n`, isTabbed).rows;
  if (first === undefined) return 0;
  const { places, hasHeader } = planColumns(first.cells);
  if (hasHeader && places.has('text') && places.size > 1) return 0.8;
  return file.toLowerCase().endsWith(isTabbed ? '.tsv' : '.csv') ? BY_NAME : 0;
}
