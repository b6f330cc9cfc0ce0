/** Dates beside an axis of time, each with its bar, in columns. */
import { parseDate } from '../../core/dates/date.ts';
import { largest } from '../../core/long-lists.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { wrapLines } from '../../core/text/wrap.ts';
import { type Axis, axisFor, barOn, cellOn } from '../../core/timeline/axis.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import { visible } from '../escape/visible.ts';
import { plain, type Style } from '../layout/page.ts';
import { isDated, type TimelineRow } from '../view/timeline/rows.ts';
import { addDetails, isLater, type Sheet, SIGN, signOf } from './sheet.ts';

/** From this width on there is an axis. */
const LEAST_FOR_AXIS = 80;
const AXIS_CELLS = 30;
/** An axis shorter than this tells nothing. */
const LEAST_CELLS = 12;
/** Columns for the dated thing before the axis gets shorter. */
const LEAST_OF = 16;
const LEAST_WHO = 12;
/** Most lines for the dated thing: a claim can be a whole sentence. */
const MOST_LINES = 3;
/** A date can be a list of many days. */
const WIDEST_DATE = 26;

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style?: Style | undefined;
  /** Blanks after it. */
  readonly gap: number;
  /** Lines that it may take; more are cut. */
  readonly most?: number | undefined;
}

export interface Columns {
  readonly date: number;
  readonly role: number;
  readonly of: number;
  readonly who: number;
  /** Undefined if no date has a day. */
  readonly axis: Axis | undefined;
  /** For dates without a day. */
  readonly undated: {
    readonly of: number;
    readonly note: number;
    readonly gap: number;
    readonly who: number;
  };
}

/** Undefined if there is no room for an axis. */
export function columnsFor(rows: readonly TimelineRow[], sheet: Sheet): Columns | undefined {
  const { width } = sheet.context;
  if (width !== undefined && width < LEAST_FOR_AXIS) return undefined;
  const widest = (of: (row: TimelineRow) => string, among = rows) =>
    largest([0, ...among.map(row => displayWidth(visible(of(row))))]);
  const [dated, undated] = [rows.filter(isDated), rows.filter(row => !isDated(row))];
  const date = widest(row => row.date);
  const role = widest(row => row.role);
  const of = widest(row => row.of, dated);
  const who = widest(row => whoOf(row, sheet), dated);
  const whoUndated = widest(row => whoOf(row, sheet), undated);
  const bounds = dated.map(({ dates: [first] }) => first.bounds!);
  const axisOf = (cells: number) => axisFor(bounds, cells, todayOf(sheet.timeline));
  if (width === undefined) {
    const whole = {
      of: widest(row => row.of, undated),
      note: widest(row => row.note ?? '', undated),
      gap: 4,
      who: whoUndated,
    };
    return { date, role, of, who, axis: axisOf(AXIS_CELLS), undated: whole };
  }
  const widestWho = Math.max(LEAST_WHO, Math.floor(width / 5));
  const narrow = {
    date: Math.min(date, WIDEST_DATE),
    role: Math.min(role, LEAST_OF),
    who: Math.min(who, widestWho),
  };
  const before = SIGN + narrow.date + 2 + narrow.role + 1;
  // Two blanks before the axis, its edges, and a blank after it.
  const room = width - before - narrow.who - 5;
  const cells = Math.min(AXIS_CELLS, room - Math.min(of, LEAST_OF));
  if (cells < LEAST_CELLS) return undefined;
  const whoOfUndated = Math.min(whoUndated, widestWho);
  const roomOfUndated = width - before - whoOfUndated - 2;
  const ofUndated = widest(row => row.of, undated);
  const note = widest(row => row.note ?? '', undated);
  const gap = ofUndated + note + 4 <= roomOfUndated ? 4 : 2;
  const noteWidth = Math.min(note, Math.max(roomOfUndated - gap - ofUndated, Math.floor(roomOfUndated / 2)));
  return {
    ...narrow,
    of: Math.min(of, room - cells),
    axis: axisOf(cells),
    undated: {
      of: Math.min(ofUndated, roomOfUndated - gap - noteWidth),
      note: noteWidth,
      gap,
      who: whoOfUndated,
    },
  };
}

export function wideLines(rows: readonly TimelineRow[], columns: Columns, sheet: Sheet): string[] {
  const { axis } = columns;
  const { palette } = sheet;
  const indent = SIGN + columns.date + 2 + columns.role + 1 + columns.of + 2;
  const lines = axis === undefined ? [] : [`${' '.repeat(indent + 1)}${palette.muted(labelsOf(axis))}`];
  for (const row of rows) {
    const isOnAxis = isDated(row);
    const cells: Cell[] = [
      { ...signOf(row, sheet), width: SIGN - 1, gap: 1 },
      { text: row.date, width: columns.date, gap: 2 },
      { text: row.role, width: columns.role, gap: 1 },
      {
        text: row.of,
        width: isOnAxis ? columns.of : columns.undated.of,
        gap: 2,
        most: sheet.isAll ? undefined : MOST_LINES,
      },
      ...(isOnAxis && axis !== undefined
        ? [{ text: axisText(row, axis, sheet), width: axis.cells + 2, gap: 1 }]
        : [{ text: row.note ?? '', width: columns.undated.note, gap: columns.undated.gap }]),
      {
        text: whoOf(row, sheet),
        width: isOnAxis ? columns.who : columns.undated.who,
        style: palette.muted,
        gap: 0,
      },
    ];
    addCells(lines, cells, isLater(row) ? palette.muted : undefined, sheet.signs.cut);
    addDetails(lines, row, sheet);
  }
  return lines;
}

/** Nothing is folded in a pipe, where a line has room for it. */
function whoOf(row: TimelineRow, { context, isAll, signs }: Sheet): string {
  const file = row.file === undefined ? '' : `  ${row.file}`;
  if (context.width !== undefined || isAll) return row.who + file;
  return (
    [row.who, ...row.written, row.howSure.join(' or ')].filter(text => text !== '').join(signs.between) + file
  );
}

function todayOf({ asOf }: Timeline): number[] {
  const today = asOf === undefined ? undefined : parseDate(asOf);
  return today === undefined ? [] : [today.latest];
}

/** Labels where their years or months begin; one that would touch the one before it is left out. */
function labelsOf({ ticks }: Axis): string {
  let line = '';
  for (const { cell, label } of ticks)
    if (line === '' ? cell === 0 : cell > line.length) line = line.padEnd(cell) + label;
  return line;
}

function axisText({ dates: [date] }: TimelineRow, axis: Axis, { own, timeline }: Sheet): string {
  const cells = Array.from({ length: axis.cells }, () => ' ');
  for (const day of todayOf(timeline)) {
    const cell = cellOn(axis, day);
    if (cell !== undefined) cells[cell] = own.today;
  }
  const { from, to } = barOn(axis, date.bounds!);
  const [first, last] = [from ?? 0, to ?? axis.cells - 1];
  const through = from === undefined || to === undefined ? own.open : own.through;
  for (let cell = first; cell <= last; cell++) cells[cell] = through;
  if (from !== undefined) cells[first] = own.from;
  if (to !== undefined) cells[last] = own.to;
  if (from !== undefined && from === to) cells[first] = own.day;
  return `${own.edge}${cells.join('')}${own.edge}`;
}

/** Cells beside one another, each wrapped in its column. @param whole the style of those that have none of their own */
function addCells(lines: string[], cells: readonly Cell[], whole: Style | undefined, cut: string): void {
  const wrapped = cells.map(cell => cellLines(cell, cut));
  for (let line = 0; line < largest(wrapped.map(({ length }) => length)); line++) {
    let printed = '';
    for (const [index, { width, gap, style }] of cells.entries()) {
      const text = wrapped[index]![line] ?? '';
      const blanks = padEnd(text, width).slice(text.length) + ' '.repeat(gap);
      printed += (text.trim() === '' ? text : (style ?? whole ?? plain)(text)) + blanks;
    }
    lines.push(printed.trimEnd());
  }
}

function cellLines({ text, width, most }: Cell, cut: string): string[] {
  const shown = visible(text);
  const lines = wrapLines(shown, Math.max(1, width), { cutsWords: true }).map(({ start, end }) =>
    shown.slice(start, end),
  );
  if (most === undefined || lines.length <= most) return lines;
  const last = lines[most - 1]!;
  const [line] = wrapLines(last, Math.max(1, width - displayWidth(cut)), { cutsWords: true });
  return [...lines.slice(0, most - 1), last.slice(0, line!.end) + cut];
}
