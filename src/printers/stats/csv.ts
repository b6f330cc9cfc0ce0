/** Counts as a table: of one group, or of everything, one number a row. */
import type { Totals } from '../../core/stats/stats.ts';
import { type Cell, csvTable } from '../escape/csv.ts';
import { GROUP_NAMES, type GroupTable, groupTable } from './groups.ts';
import type { StatsPrinter } from './report.ts';

export const printStatsCsv: StatsPrinter = ({ stats, by }) => {
  if (by !== undefined) {
    const { fields, rows } = groupTable(by, stats);
    return csvTable([fields, ...rows.map(({ cells }) => cells)]);
  }
  const rows: Cell[][] = [['by', 'name', 'measure', 'value']];
  for (const name of Object.keys(stats.totals) as (keyof Totals)[])
    if (stats.totals[name] !== undefined)
      rows.push(
        name === 'duration'
          ? ['total', '', 'seconds', stats.totals[name] / 1000]
          : ['total', '', name, stats.totals[name]],
      );
  for (const group of GROUP_NAMES)
    for (const row of numbersOf(groupTable(group, stats))) rows.push([group, ...row]);
  for (const { name, count } of stats.requests) rows.push(['request', name, 'annotations', count]);
  for (const { name, count } of stats.dates) rows.push(['date', name, 'annotations', count]);
  return csvTable(rows);
};

/**
 * Yields name, measure and value of each number of a table; a source is named by its title, a label also by its
 * transcript.
 */
function* numbersOf({ fields, rows }: GroupTable): Generator<Cell[]> {
  for (const { label, cells } of rows)
    for (const [index, field] of fields.entries()) {
      const cell = cells[index];
      if (typeof cell === 'number') yield [label, field, cell];
    }
}
