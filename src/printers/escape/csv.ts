/** Cells of tables: text is made visible and formulas are neutralised; numbers are ours and stay numbers. */
import { csvCell, withoutFormula } from '../../core/text/csv-cell.ts';
import { visible } from './visible.ts';

export type Cell = string | number | undefined;

/** A cell of comma-separated values; it may have several lines. */
export function csv(value: Cell): string {
  return typeof value === 'string' ? csvCell(visible(value, { newlines: true, tabs: true })) : plain(value);
}

/** A row of comma-separated values, with its line end: a line feed, as in every other output, so that `cut` and `wc` read it. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csv).join(',')}\n`;
}

/** A table of comma-separated values. */
export function csvTable(rows: readonly (readonly Cell[])[]): string {
  return rows.map(csvRow).join('');
}

/** A cell of tab-separated values: one line without tabs, never in quotation marks, so that `cut` and `awk` read it. */
export function tsv(value: Cell): string {
  return typeof value === 'string' ? withoutFormula(visible(value)) : plain(value);
}

function plain(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
