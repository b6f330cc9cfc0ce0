/** Rows of marks under a wrapped text: each passage a label and a line, overlapping passages in rows of their own. */
import { isNarrow } from '../../core/text/simple-characters.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import { displayWidth } from '../../core/text/width.ts';

/** A passage and its label; UTF-16 offsets, half-open. */
export interface Mark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** The character of its line, if it differs from that of others. */
  readonly dash?: string;
}

/** A mark on one line: `gap` blanks after the mark before it, then `text`. */
export interface MarkCell<M extends Mark> {
  readonly gap: number;
  readonly text: string;
  readonly mark: M;
}

/** The row of each mark: the first in which nothing before it reaches as far. Marks are in order of their starts. */
export function assignLanes(marks: readonly Mark[]): number[] {
  const ends: number[] = [];
  return marks.map(mark => {
    const free = ends.findIndex(end => end <= mark.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(mark.end, mark.start + mark.label.length);
    return lane;
  });
}

/**
 * Returns the rows under one line, without empty ones. A passage that began on an earlier line repeats its label. Columns
 * are display columns, so that marks fit under wide characters.
 */
export function markRows<M extends Mark>(
  text: string,
  line: Stretch,
  marks: readonly M[],
  lanes: readonly number[],
  dash: string,
): MarkCell<M>[][] {
  const rows: MarkCell<M>[][] = [];
  const used: number[] = [];
  const areColumns = isNarrow(text.slice(line.start, line.end));
  const column = (offset: number) => {
    const end = Math.min(Math.max(offset, line.start), line.end);
    return areColumns ? end - line.start : displayWidth(text.slice(line.start, end));
  };
  for (const [index, mark] of marks.entries()) {
    if (mark.start >= line.end || mark.end <= line.start) continue;
    const lane = lanes[index]!;
    const from = Math.max(column(mark.start), used[lane] ?? 0);
    const columns = Math.max(mark.label.length, column(mark.end) - from);
    rows[lane] ??= [];
    rows[lane].push({
      gap: from - (used[lane] ?? 0),
      text: mark.label + (mark.dash ?? dash).repeat(columns - mark.label.length),
      mark,
    });
    used[lane] = from + columns;
  }
  return rows.filter(row => row !== undefined);
}

export const MARK_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The label of the mark with an index from 0: a to z, then aa, ab and so on, as columns of a spreadsheet. */
export function markLabel(index: number): string {
  const rest = Math.floor(index / MARK_LETTERS.length);
  return (rest === 0 ? '' : markLabel(rest - 1)) + MARK_LETTERS[index % MARK_LETTERS.length]!;
}
