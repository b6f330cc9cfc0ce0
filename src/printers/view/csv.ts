/** The view as a table. Formulas are neutralised; the first row names the columns. */
import type { View } from '../../core/model/view.ts';
import { type Cell, csv, tsv } from '../escape/csv.ts';
import type { TableName, ViewPrinter } from './printer.ts';
import { TABLES } from './tables/narrow.ts';
import { COLUMNS, rowsOf } from './tables/wide.ts';

export const printCsv: ViewPrinter = (view, _context, options = {}) => print(view, ',', csv, options.table);

/** Tab-separated: cells are one line each. */
export const printTsv: ViewPrinter = (view, _context, options = {}) => print(view, '\t', tsv, options.table);

function print(
  view: View,
  separator: string,
  write: (cell: Cell) => string,
  name: TableName | undefined,
): string {
  const { columns, rows } = name === undefined ? wide(view) : narrow(view, name);
  return [columns, ...rows].map(cells => `${cells.map(write).join(separator)}\n`).join('');
}

interface Cells {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function narrow(view: View, name: TableName): Cells {
  const table = TABLES[name];
  return { columns: table.columns.map(column => column.name), rows: table.rows(view) };
}

function wide(view: View): Cells {
  return {
    columns: COLUMNS.map(({ name }) => name),
    rows: Array.from(rowsOf(view), row => COLUMNS.map(({ cell }) => cell(row))),
  };
}
