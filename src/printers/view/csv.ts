/** The view as a table. Formulas are neutralised; the first row names the columns. */
import type { View } from '../../core/model/view.ts';
import { type Cell, csv, tsv } from '../escape/csv.ts';
import type { TableName, ViewPrinter } from './printer.ts';
import { TABLES } from './tables/narrow.ts';
import { wide } from './tables/wide.ts';

export const printCsv: ViewPrinter = (view, _context, options = {}) => print(view, ',', csv, options.table);

/** Tab-separated: cells are one line each. */
export const printTsv: ViewPrinter = (view, _context, options = {}) => print(view, '\t', tsv, options.table);

function print(
  view: View,
  separator: string,
  write: (cell: Cell) => string,
  name: TableName | undefined,
): string {
  const table = name === undefined ? wide : TABLES[name];
  const columns = table.columns.map(column => column.name);
  return [columns, ...table.rows(view)].map(cells => `${cells.map(write).join(separator)}\n`).join('');
}
