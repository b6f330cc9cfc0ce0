/** A line of a file as shown: which character is in which display column. */
import { graphemes } from '../../core/text/graphemes.ts';
import { displayWidth } from '../../core/text/width.ts';
import { visibleWithMap } from '../escape/visible.ts';

interface Cell {
  /** Offset of the cluster in the visible text, in UTF-16 code units. */
  readonly offset: number;
  readonly column: number;
  readonly text: string;
}

/** A stretch of a line, one cell a grapheme cluster. */
export interface LineCells {
  readonly cells: readonly Cell[];
  readonly width: number;
  /** Whether the line has more text before and after the stretch. */
  readonly before: boolean;
  readonly after: boolean;
  /** Display column of an offset in the line (UTF-16 code units); inside a cluster, of the cluster's start. */
  columnAt(offset: number): number;
}

/** Lines up to this length (UTF-16 code units) are laid out whole, of longer ones only a stretch of it. */
const STRETCH = 4000;

/** Returns where to start laying out a line to show an offset; offsets close to each other get the same start. */
export function stretchStart(line: string, offset: number): number {
  if (line.length <= STRETCH) return 0;
  const start = Math.max(0, Math.floor((2 * offset) / STRETCH) - 0.5) * (STRETCH / 2);
  return isInsidePair(line, start) ? start - 1 : start;
}

/** Lays a line out from `start` on: tabs become blanks up to the next stop, and invisible characters become visible. */
export function cellsOf(line: string, start = 0): LineCells {
  const stretch = line.slice(start, start + STRETCH);
  const shown = visibleWithMap(stretch, { tabs: true });
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const cluster of graphemes(shown.text)) {
    const width = displayWidth(cluster, column);
    cells.push({ offset, column, text: cluster === '\t' ? ' '.repeat(width) : cluster });
    offset += cluster.length;
    column += width;
  }
  const width = column;
  return {
    cells,
    width,
    before: start > 0,
    after: start + STRETCH < line.length,
    columnAt(position) {
      const place = shown.at(Math.max(0, position - start));
      return place >= shown.text.length ? width : cells.findLast(cell => cell.offset <= place)!.column;
    },
  };
}

/** Returns the text in a window of columns, with a blank for each column of a cluster cut at an edge. */
export function sliceColumns(
  line: LineCells,
  window: { readonly start: number; readonly end: number },
): string {
  let shown = '';
  for (const [index, { column, text }] of line.cells.entries()) {
    const end = line.cells[index + 1]?.column ?? line.width;
    if (column >= window.start && end <= window.end) shown += text;
    else shown += ' '.repeat(Math.max(0, Math.min(end, window.end) - Math.max(column, window.start)));
  }
  return shown;
}

function isInsidePair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
}
