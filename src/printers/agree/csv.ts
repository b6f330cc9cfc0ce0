/** Agreement as tables: a row for each figure, for each difference, or for each unit with what each reading says of it. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import type { ReadingName } from '../../core/agree/compared-units.ts';
import { type Cell, csvTable } from '../escape/csv.ts';
import { readingLabel } from '../view/names.ts';
import {
  type AgreePrinter,
  type AgreeReport,
  groupLabel,
  type ReportedUnit,
  reasonText,
  valuesOf,
} from './report.ts';

/** The columns of figures, in order. New ones are only added at the end. */
const FIGURES: readonly (readonly [name: string, cell: (row: FigureRow, report: AgreeReport) => Cell])[] = [
  ['by', ({ group }, { by }) => (group === undefined ? undefined : by)],
  ['group', ({ group }) => group],
  ['figure', ({ result }) => result.figure],
  ['distance', ({ result }) => result.distance],
  ['units', ({ result }) => result.units],
  ['both', ({ result }) => result.both],
  ['same', ({ result }) => result.same],
  ['n', ({ result }) => result.compared],
  ['alpha', ({ result }) => number(result.alpha)],
  ['low', ({ result }) => number(result.interval?.low)],
  ['high', ({ result }) => number(result.interval?.high)],
  [
    'undefined',
    ({ result }, { readings }) => result.undefined && reasonText(result.undefined, readings.length),
  ],
  ['ac1', ({ result }) => number(result.ac1?.value)],
  ['ac1-low', ({ result }) => number(result.ac1?.interval?.low)],
  ['ac1-high', ({ result }) => number(result.ac1?.interval?.high)],
  ['agreement', ({ result }) => number(result.others?.agreement)],
  ['kappa', ({ result }) => number(result.others?.kappa)],
  ['pi', ({ result }) => number(result.others?.pi)],
  ['s', ({ result }) => number(result.others?.s)],
  ['readings', (_, { readings }) => readings.length],
  ['transcripts', (_, { shared }) => shared],
  ['seed', (_, { seed }) => seed],
];
const PLACES = ['figure', 'file', 'kind', 'id', 'quote'];

interface FigureRow {
  /** Undefined for all units together. */
  readonly group: string | undefined;
  readonly result: FigureResult;
}

export const printAgreeCsv: AgreePrinter = report =>
  csvTable(report.table === 'figures' ? figureRows(report) : unitRows(report[report.table], report.readings));

function figureRows(report: AgreeReport): Cell[][] {
  const rows: FigureRow[] = [
    ...report.figures.map(result => ({ group: undefined, result })),
    ...report.groups.flatMap(({ name, figures }) =>
      figures.map(result => ({ group: groupLabel(name), result })),
    ),
  ];
  return [FIGURES.map(([name]) => name), ...rows.map(row => FIGURES.map(([, cell]) => cell(row, report)))];
}

function unitRows(units: readonly ReportedUnit[], readings: readonly ReadingName[]): Cell[][] {
  return [
    [...PLACES, ...readings.map(readingLabel), 'command'],
    ...units.map(unit => [
      unit.of,
      unit.file,
      unit.place.kind,
      unit.place.id,
      unit.place.quote,
      ...valuesOf(unit, readings),
      unit.command,
    ]),
  ];
}

function number(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(6));
}
