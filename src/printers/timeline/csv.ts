/** A timeline as a table, one row a date. */
import { UNKNOWN_DATE } from '../../core/dates/date.ts';
import { isoDay } from '../../core/dates/day.ts';
import type { PlacedDate, Timeline } from '../../core/timeline/timeline.ts';
import { type Cell, csvTable } from '../escape/csv.ts';
import { sourceText } from '../view/details.ts';
import { anchorName } from '../view/names.ts';
import {
  certaintyOf,
  hangsOn,
  idOf,
  inferredOf,
  ofWords,
  relativeTo,
  voiceWords,
  writtenOf,
} from '../view/timeline/words.ts';
import type { TimelinePrinter } from './report.ts';

/** The columns, in order. New ones are only added at the end. */
const COLUMNS: readonly (readonly [name: string, cell: (date: PlacedDate, timeline: Timeline) => Cell])[] = [
  ['date', ({ edtf }) => edtf ?? UNKNOWN_DATE],
  ['earliest', ({ bounds }) => dayCell(bounds?.earliest)],
  ['latest', ({ bounds }) => dayCell(bounds?.latest)],
  ['role', ({ role }) => role],
  ['of', (date, { views }) => ofWords(date, views.length === 1)],
  ['as-written', writtenOf],
  ['inferred', date => inferredOf(date).join(' ')],
  ['relative-to', relativeTo],
  ['hangs-on', date => (date.bounds === undefined ? hangsOn(date) : undefined)],
  ['uncertain', ({ bounds }) => bounds && flag(bounds.uncertain)],
  ['approximate', ({ bounds }) => bounds && flag(bounds.approximate)],
  ['said-by', voiceWords],
  ['certainty', date => certaintyOf(date).certainty],
  ['basis', date => certaintyOf(date).basis],
  ['differs-on', ({ difference }) => difference?.on],
  ['later', ({ view, isLater }) => (view.asOf === undefined ? undefined : flag(isLater))],
  ['waits', ({ waits }) => flag(waits)],
  ['entry', ({ origin }) => origin.kind],
  ['id', idOf],
  ['field', ({ field }) => field],
  ['target', ({ origin }) => ofAnnotation(origin, ({ anchors }) => anchors.map(anchorName).join(' '))],
  ['quote', ({ origin }) => ofAnnotation(origin, ({ annotation }) => annotation.quote)],
  [
    'sources',
    ({ origin }) => ofAnnotation(origin, ({ annotation }) => annotation.sources?.map(sourceText).join('; ')),
  ],
  ['note', ({ origin }) => ofAnnotation(origin, ({ annotation }) => annotation.note)],
  ['transcript', ({ view }) => view.project.transcript.file],
];

export const printTimelineCsv: TimelinePrinter = ({ timeline }) =>
  csvTable([
    COLUMNS.map(([name]) => name),
    ...timeline.dates.map(date => COLUMNS.map(([, cell]) => cell(date, timeline))),
  ]);

/** An open end is `..`, as EDTF writes it. */
function dayCell(day: number | undefined): Cell {
  if (day === undefined) return undefined;
  return Number.isFinite(day) ? isoDay(day) : '..';
}

function flag(value: boolean): Cell {
  return value ? 'yes' : 'no';
}

function ofAnnotation(
  origin: PlacedDate['origin'],
  cell: (placed: Extract<PlacedDate['origin'], { kind: 'annotation' }>['placed']) => Cell,
): Cell {
  return origin.kind === 'annotation' ? cell(origin.placed) : undefined;
}
