/** A table of speaker and words, one row an utterance, as transcription offices write them. */
import { largest } from '../../core/long-lists.ts';
import type { Milliseconds } from '../../core/model/model.ts';
import { planColumns } from '../csv/columns.ts';
import { tidy } from '../shared/blanks.ts';
import { parseClock } from '../shared/clock.ts';
import type { Segment } from '../shared/segments.ts';

type Rows = readonly (readonly string[])[];

interface Columns {
  readonly text: number;
  readonly speaker?: number | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly hasHeader: boolean;
}

const LONGEST_LABEL = 60;
const RANGE = /^\s*\[?([\d:.,]+)\]?\s*(?:-+>|[-–—])\s*\[?([\d:.,]+)\]?\s*$/;

/** The segments of a table; undefined if it is not a table of speech. */
export function speechOf(rows: Rows): Segment[] | undefined {
  const columns = byHeader(rows) ?? byContent(rows);
  if (columns === undefined) return undefined;
  return (columns.hasHeader ? rows.slice(1) : rows).flatMap(cells => segmentOf(cells, columns));
}

function byHeader(rows: Rows): Columns | undefined {
  const { places, hasHeader } = planColumns(rows[0] ?? []);
  const text = places.get('text');
  if (!hasHeader || text === undefined || places.size < 2) return undefined;
  return {
    text,
    speaker: places.get('speaker'),
    start: places.get('start'),
    end: places.get('end'),
    hasHeader,
  };
}

/** The longest column holds the words; of the others, one of times and one of labels that come again. */
function byContent(rows: Rows): Columns | undefined {
  const width = Math.max(0, largest(rows.slice(0, 1000).map(cells => cells.length)));
  if (rows.length < 2 || width < 2 || width > 6) return undefined;
  const columns = Array.from({ length: width }, (_, place) => rows.map(cells => cells[place] ?? ''));
  const start = columns.findIndex(areTimes);
  const lengths = columns.map((cells, place) =>
    place === start ? 0 : cells.reduce((sum, cell) => sum + cell.length, 1),
  );
  const text = lengths.indexOf(largest(lengths));
  const speaker = columns.findIndex((cells, place) => place !== start && place !== text && areLabels(cells));
  if (start === -1 && speaker === -1) return undefined;
  return {
    text,
    speaker: speaker === -1 ? undefined : speaker,
    start: start === -1 ? undefined : start,
    hasHeader: false,
  };
}

function areTimes(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell.trim() !== '');
  return filled.length > 0 && filled.every(cell => timesOf(cell) !== undefined);
}

/** Names come again; the fields of a cover sheet do not. */
function areLabels(cells: readonly string[]): boolean {
  const filled = cells.map(labelOf).filter(cell => cell !== '');
  const isShort = filled.every(cell => cell.length <= LONGEST_LABEL && !cell.includes('\n'));
  return filled.length > 1 && isShort && new Set(filled).size < filled.length;
}

function labelOf(cell: string): string {
  return cell.trim().replace(/\s*[:：]$/, '');
}

function timesOf(cell: string): readonly [start: Milliseconds, end?: Milliseconds] | undefined {
  const range = RANGE.exec(cell);
  const [start, end] = (
    range === null ? [cell.replace(/^\s*[[(]|[\])]\s*$/g, '')] : [range[1]!, range[2]!]
  ).map(parseClock);
  return start === undefined ? undefined : end === undefined ? [start] : [start, end];
}

function segmentOf(cells: readonly string[], { text, speaker, start, end }: Columns): Segment[] {
  const words = tidy(cells[text] ?? '');
  const label = speaker === undefined ? '' : labelOf(cells[speaker] ?? '').replace(/\s+/g, ' ');
  if (words === '' && label === '') return [];
  const times = start === undefined ? undefined : timesOf(cells[start] ?? '');
  const ends = end === undefined ? undefined : timesOf(cells[end] ?? '');
  return [
    { text: words, label: label === '' ? undefined : label, start: times?.[0], end: ends?.[0] ?? times?.[1] },
  ];
}
