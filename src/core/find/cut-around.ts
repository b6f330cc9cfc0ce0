/** Cuts a line to a width so that the words that were found stay on it. */
import { graphemes } from '../text/graphemes.ts';
import { isNarrow } from '../text/simple-characters.ts';
import type { Stretch } from '../text/stretch.ts';
import { displayWidth } from '../text/width.ts';

/** Part of a text, and whether something is cut off at either side. */
export interface Cut {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the part of a text that fits into `room` columns, including an ellipsis at each side that is cut. It starts at
 * the start of the text if the hit is in the first two thirds of the room, ends at the end of the text if the hit is near
 * it, and otherwise has the hit in the middle.
 */
export function cutAround(text: string, hit: Stretch, room: number, ellipsis: number): Cut {
  const columns = columnsOf(text);
  const total = columns.at(-1)!;
  if (total <= room) return { start: 0, end: text.length };
  const [from, to] = [columns[hit.start]!, columns[hit.end]!];
  const margin = Math.max(ellipsis, Math.floor(room / 3));
  if (to + margin <= room) return { start: 0, end: lastWithin(columns, room - ellipsis) };
  const last = total - room + ellipsis;
  if (from - margin >= last) return { start: firstFrom(columns, last), end: text.length };
  const inner = Math.max(1, room - 2 * ellipsis);
  const before = Math.max(0, Math.floor((inner - (to - from)) / 2));
  const begin = Math.min(Math.max(0, from - before), total - inner);
  if (begin <= 0) return { start: 0, end: lastWithin(columns, room - ellipsis) };
  return { start: firstFrom(columns, begin), end: lastWithin(columns, begin + inner) };
}

/** For each UTF-16 offset, the number of columns before it; inside a cluster, the number before the cluster. */
function columnsOf(text: string): number[] {
  if (isNarrow(text)) return Array.from({ length: text.length + 1 }, (_, index) => index);
  const columns: number[] = [];
  let at = 0;
  for (const cluster of graphemes(text)) {
    for (let unit = 0; unit < cluster.length; unit++) columns.push(at);
    at += displayWidth(cluster);
  }
  columns.push(at);
  return columns;
}

function firstFrom(columns: readonly number[], column: number): number {
  return columns.findIndex(at => at >= column);
}

/** The last offset with at most this many columns before it. */
function lastWithin(columns: readonly number[], column: number): number {
  let index = columns.findLastIndex(at => at <= column);
  // Not inside a cluster.
  while (index > 0 && columns[index] === columns[index - 1] && index < columns.length - 1) index--;
  return index;
}
