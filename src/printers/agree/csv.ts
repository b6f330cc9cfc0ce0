/** Agreement as tables: a row for each figure, or for each difference. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import { type Cell, csv } from '../escape/csv.ts';
import {
  type AgreePrinter,
  type AgreeReport,
  groupLabel,
  readingLabel,
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

const DIFFERENCES = ['figure', 'file', 'kind', 'id', 'quote'];

export const printAgreeCsv: AgreePrinter = report =>
  (report.table === 'figures' ? figureRows(report) : differenceRows(report))
    .map(row => `${row.map(csv).join(',')}\r\n`)
    .join('');

function figureRows({ figures, groups, by, readings, transcripts, seed }: AgreeReport): Cell[][] {
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
      transcripts.length,
      seed,
    ];
  };
  return [
    FIGURES,
    ...figures.map(result => row(undefined, result)),
    ...groups.flatMap(({ name, figures: own }) => own.map(result => row(groupLabel(name), result))),
  ];
}

function differenceRows({ differences, readings }: AgreeReport): Cell[][] {
  return [
    [...DIFFERENCES, ...readings.map(readingLabel), 'command'],
    ...differences.map(difference => [
      difference.of,
      difference.file,
      difference.place.kind,
      difference.place.id,
      difference.place.quote,
      ...valuesOf(difference, readings),
      difference.command,
    ]),
  ];
}

function number(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(6));
}
