/** Delimited text to a conversation: one row an utterance. */
import { pushAll } from '../../core/long-lists.ts';
import type { Milliseconds, Transcript } from '../../core/model/model.ts';
import { withFormula } from '../../core/text/csv-cell.ts';
import { ownCopy } from '../../core/text/own-copy.ts';
import { COLUMNS, type Column, type Conversation, type ReadOptions, type ReadResult } from '../format.ts';
import { readValues } from '../onrecord/read-values.ts';
import { tidy } from '../shared/blanks.ts';
import { fromMilliseconds, fromSeconds, parseClock } from '../shared/clock.ts';
import { transcriptFile } from '../shared/file-values.ts';
import { type Known, knownTexts, smallFiles } from '../shared/read-parts.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { type ColumnPlan, planColumns } from './columns.ts';
import { parseOwnRows, parseTable, type Row, type Table } from './table.ts';

export function readTable(text: string, options: ReadOptions, isTabbed: boolean): ReadResult {
  const report = new ImportReport(options.file);
  const table = parseTable(text, isTabbed);
  const [first] = table.rows;
  const plan = planColumns(first?.cells ?? [], options.columns);
  for (const { message, index } of table.faults) report.add('bad-structure', table.locateRow(index), message);
  const head = first && table.locateRow(first.index);
  const severity = 'error';
  if (plan.missing.length > 0) {
    for (const name of plan.missing)
      report.add('missing-field', head, `there is no column ${name}`, { severity });
    return report.result();
  }
  if (first === undefined || !(plan.places.has('text') || plan.places.has('event'))) {
    const help = 'name the columns: --map text=WORDS,speaker=WHO,start=TIME, by header or number';
    report.add('missing-field', head, 'no column is known to hold the words', { severity, help });
    return report.result();
  }
  const rows = plan.hasHeader ? table.rows.slice(1) : table.rows;
  const unit = timeUnit(rows, plan);
  const segments = rows.map(row => segmentOf(row, plan, unit, table, report));
  const annotations = plan.isOwn ? rows.flatMap(row => annotationsOf(row, plan, table, report)) : [];
  return withAnnotations(transcriptOf(segments, options), annotations, options, report);
}

/** Reads a table of `writeTable` part by part: a row ends with its part, whatever its cells contain. */
export function readBackTable(
  parts: Iterable<string>,
  { transcript }: Conversation,
  isTabbed: boolean,
): Conversation | undefined {
  const options: ReadOptions = { file: '' };
  const report = new ImportReport('');
  const known = knownTexts(transcript.utterances);
  const segments: Segment[] = [];
  const annotations: unknown[] = [];
  for (const text of smallFiles(parts)) {
    const [first = [], ...rows] = parseOwnRows(text, isTabbed) ?? [];
    const plan = planColumns(first);
    if (!plan.isOwn) return undefined;
    for (const cells of rows) {
      const row = { cells: cells.map((cell, place) => ownCell(COLUMNS[place], cell, known)), index: 0 };
      segments.push(segmentOf(row, plan, 'seconds', NO_PLACES, report));
      pushAll(annotations, annotationsOf(row, plan, NO_PLACES, report));
    }
  }
  return withAnnotations(transcriptOf(segments, options), annotations, options, report).value;
}

/** The cell without the rows that it was read with. */
function ownCell(column: Column | undefined, cell: string, known: Known): string {
  if (column === 'text') return known(cell);
  return column === 'id' || column === 'speaker' ? ownCopy(cell) : cell;
}

type Places = Pick<Table, 'locateRow'>;
const NO_PLACES: Places = { locateRow: () => ({ start: 0, end: 0 }) };

function withAnnotations(
  transcript: Transcript,
  annotations: readonly unknown[],
  options: ReadOptions,
  report: ImportReport,
): ReadResult {
  if (annotations.length === 0) return report.result(transcript);
  const whole = readValues({ ...transcriptFile(transcript), annotations }, options.file);
  const read = report.result(whole.value?.kind === 'transcript' ? whole.value : transcript);
  return { ...read, findings: [...read.findings, ...whole.findings] };
}

/** A timecode of video: hours, minutes, seconds and frames. */
const FRAMES = /^\s*(\d{1,3}:\d{2}:\d{2})[:;]\d{2,3}\s*$/;

type Unit = 'milliseconds' | 'seconds';

/** The whisper family writes whole milliseconds under `start` and `end`; other numbers are seconds. */
function timeUnit(rows: readonly Row[], { places }: ColumnPlan): Unit {
  const columns = [places.get('start'), places.get('end')];
  if (columns.includes(undefined)) return 'seconds';
  const isWhole = ({ cells }: Row) => columns.every(column => /^\s*\d*\s*$/.test(cells[column!] ?? ''));
  return rows.every(isWhole) ? 'milliseconds' : 'seconds';
}

function segmentOf(row: Row, plan: ColumnPlan, unit: Unit, table: Places, report: ImportReport): Segment {
  const cell = (column: Column) => cellOf(row, plan, plan.places.get(column));
  const time = (column: 'start' | 'end') => timeOf(cell(column), unit, column, row, table, report);
  const event = cell('event').trim();
  const label = cell('speaker').trim();
  return {
    text: plan.isOwn ? cell('text') : tidy(cell('text')),
    isWords: plan.isOwn,
    event: event === '' ? undefined : event,
    label: label === '' ? undefined : label,
    start: time('start'),
    end: time('end'),
    id: cell('id'),
    extra: extraOf(row, plan),
  };
}

function cellOf({ cells }: Row, { isOwn }: ColumnPlan, place: number | undefined): string {
  const cell = (place === undefined ? undefined : cells[place]) ?? '';
  return isOwn ? withFormula(cell) : cell;
}

function extraOf(row: Row, plan: ColumnPlan): Record<string, string> | undefined {
  if (plan.others.size === 0) return undefined;
  const found = [...plan.others].map(([key, place]) => [key, cellOf(row, plan, place)] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}

function timeOf(
  text: string,
  unit: Unit,
  column: string,
  row: Row,
  table: Places,
  report: ImportReport,
): Milliseconds | undefined {
  if (text.trim() === '') return undefined;
  const frames = FRAMES.exec(text);
  if (frames !== null) {
    const message = `${column}: "${text}" counts frames, and nothing says how many a second`;
    const help = 'the time was read to the second';
    report.add('bad-time', table.locateRow(row.index), message, { severity: 'info', help });
    report.lose('frames of times');
  }
  const number = unit === 'milliseconds' ? fromMilliseconds(text) : fromSeconds(text);
  const time = number ?? parseClock(frames?.[1] ?? text);
  if (time === undefined) {
    const message = `${column}: "${text}" is not a time and was left out`;
    report.add('bad-time', table.locateRow(row.index), message, { help: 'write HH:MM:SS.mmm, or seconds' });
    report.lose('times of rows');
  }
  return time;
}

function annotationsOf(row: Row, plan: ColumnPlan, table: Places, report: ImportReport): unknown[] {
  const cell = cellOf(row, plan, plan.places.get('annotations'));
  if (cell === '') return [];
  try {
    const list: unknown = JSON.parse(cell);
    if (Array.isArray(list)) return list;
  } catch {
    // Reported below, like any other content that is not a list.
  }
  report.add(
    'bad-structure',
    table.locateRow(row.index),
    'annotations: expected a JSON list; it was left out',
  );
  return [];
}
