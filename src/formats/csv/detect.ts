/** How likely a text is a table of this kind: a first row with known headers, one of them for the words. */
import { planColumns } from './columns.ts';
import { parseTable } from './table.ts';

export function detectTable(text: string, isTabbed: boolean): number {
  const line = text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (!(isTabbed ? line.includes('\t') : /[,;|]/.test(line))) return 0;
  const [first] = parseTable(`${line}\n`, isTabbed).rows;
  if (first === undefined) return 0;
  const { places, hasHeader } = planColumns(first.cells);
  return hasHeader && places.has('text') && places.size > 1 ? 0.8 : 0;
}
