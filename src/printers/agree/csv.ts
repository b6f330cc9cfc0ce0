/** Agreement as tables: a row for each figure, for each difference, or for each unit with what each reading says of it. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import type { ReadingName } from '../../core/agree/compared-units.ts';
import { type Cell, csvRow } from '../escape/csv.ts';
import { readingLabel } from '../view/names.ts';
import {
  type AgreePrinter,
  type AgreeReport,
  groupLabel,
  type ReportedUnit,
  reasonText,
  valuesOf,
} from './report.ts';

const FIGURES = [
  'by',
  'group',
  'figure',
  'distance',
  'units',
  'both',
  'same',
  'n',
  'alpha',
  'low',
  'high',
  'undefined',
  'ac1',
  'ac1-low',
  'ac1-high',
  'agreement',
  'kappa',
  'pi',
  's',
  'readings',
  'transcripts',
  'seed',
];

const PLACES = ['figure', 'file', 'kind', 'id', 'quote'];

export const printAgreeCsv: AgreePrinter = report =>
  (report.table === 'figures' ? figureRows(report) : unitRows(report[report.table], report.readings))
    .map(csvRow)
    .join('');

function figureRows({ figures, groups, by, readings, shared, seed }: AgreeReport): Cell[][] {
  const row = (group: string | undefined, result: FigureResult): Cell[] => {
    const { interval, ac1, others } = result;
    return [
      group === undefined ? undefined : by,
      group,
      result.figure,
      result.distance,
      result.units,
      result.both,
      result.same,
      result.compared,
      number(result.alpha),
      number(interval?.low),
      number(interval?.high),
      result.undefined && reasonText(result.undefined, readings.length),
      number(ac1?.value),
      number(ac1?.interval?.low),
      number(ac1?.interval?.high),
      number(others?.agreement),
      number(others?.kappa),
      number(others?.pi),
      number(others?.s),
      readings.length,
      shared,
      seed,
    ];
  };
  return [
    FIGURES,
    ...figures.map(result => row(undefined, result)),
    ...groups.flatMap(({ name, figures: own }) => own.map(result => row(groupLabel(name), result))),
  ];
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
