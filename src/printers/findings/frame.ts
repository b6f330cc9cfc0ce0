/**
 * Lines of a file with marks beneath them, in the manner of rustc. Columns are display columns, so marks stand under
 * what they mean in any script. A line too long to show is cut around its marks.
 */
import { largest, pushAll, smallest } from '../../core/long-lists.ts';
import type { SourceText, Span } from '../../core/model/span.ts';
import { graphemes } from '../../core/text/graphemes.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrap } from '../../core/text/wrap.ts';
import { cellsOf, type LineCells, sliceColumns, stretchStart } from './cells.ts';

/** A stretch to mark; of a stretch over several lines the part on the first one is marked. */
export interface Mark {
  readonly span: Span;
  readonly message?: string;
  readonly primary: boolean;
}

export interface FrameStyle {
  /** Digits that line numbers are padded to. */
  readonly numberWidth: number;
  /** Columns for the file's text. */
  readonly columns: number;
  /** Columns for the messages of marks: as many as the terminal has left, or any number in a pipe. */
  readonly edge: number;
  readonly glyphs: FrameGlyphs;
  readonly paintGutter: (text: string) => string;
  readonly paintPrimary: (text: string) => string;
  readonly paintSecondary: (text: string) => string;
}

export interface FrameGlyphs {
  readonly bar: string;
  readonly elision: string;
  readonly cut: string;
  readonly primary: string;
  readonly secondary: string;
  readonly connector: string;
}

/** A mark in display columns of its line. */
interface PlacedMark {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

/** The columns of a line that are shown. */
interface Window {
  readonly start: number;
  readonly end: number;
}

/** A line, or a stretch of a long one, with its marks. */
interface MarkedLine {
  readonly line: number;
  readonly cells: LineCells;
  readonly marks: PlacedMark[];
}

/** The frame's lines, from the first marked line to the last. */
export function frame(source: SourceText, marks: readonly Mark[], style: FrameStyle): string[] {
  const output = [gutter('', style)];
  let before: number | undefined;
  for (const { line, cells, marks: onLine } of markedLines(source, marks)) {
    if (before !== undefined && line === before + 2) {
      const between = cellsOf(source.line(line - 1));
      output.push(codeRow(line - 1, between, windowAround(between, [], style), style));
    } else if (before !== undefined && line > before + 2) {
      output.push(style.paintGutter(style.glyphs.elision));
    }
    before = line;
    for (const group of groupsInView(cells, onLine, style)) {
      const window = windowAround(cells, group, style);
      output.push(codeRow(line, cells, window, style));
      pushAll(output, markRows(group, cells, window, style));
    }
  }
  return output;
}

function markedLines(source: SourceText, marks: readonly Mark[]): MarkedLine[] {
  const lines = new Map<string, MarkedLine>();
  for (const mark of [...marks].sort((a, b) => a.span.start - b.span.start)) {
    const { line } = source.position(mark.span.start);
    const lineStart = source.lineStarts[line - 1]!;
    const text = source.line(line);
    const from = stretchStart(text, mark.span.start - lineStart);
    const key = `${line}:${from}`;
    const marked = lines.get(key) ?? { line, cells: cellsOf(text, from), marks: [] };
    const start = marked.cells.columnAt(mark.span.start - lineStart);
    const end = marked.cells.columnAt(mark.span.end - lineStart);
    marked.marks.push({ mark, start, end: Math.max(end, start + 1) });
    lines.set(key, marked);
  }
  return [...lines.values()];
}

/** Marks of one line, split where one window cannot show them together; the primary mark's group comes first. */
function groupsInView(cells: LineCells, marks: readonly PlacedMark[], style: FrameStyle): PlacedMark[][] {
  const groups: PlacedMark[][] = [];
  for (const mark of [...marks].sort((a, b) => Number(b.mark.primary) - Number(a.mark.primary))) {
    const roomy = groups.find(group => {
      const window = windowAround(cells, [...group, mark], style);
      return [...group, mark].every(({ start }) => start >= window.start && start < window.end);
    });
    if (roomy === undefined) groups.push([mark]);
    else roomy.push(mark);
  }
  return groups.map(group => group.sort((a, b) => a.start - b.start || a.end - b.end));
}

function windowAround(cells: LineCells, marks: readonly PlacedMark[], style: FrameStyle): Window {
  if (cells.width <= style.columns && !cells.before && !cells.after) return { start: 0, end: cells.width };
  const room = style.columns - 2 * style.glyphs.cut.length;
  const first = Math.min(smallest(marks.map(mark => mark.start)), cells.width);
  const last = Math.max(largest(marks.map(mark => mark.end)), 0);
  const spare = Math.max(0, room - Math.max(0, last - first));
  const centred = marks.length === 0 ? 0 : first - Math.floor(spare / 2);
  const start = Math.max(0, Math.min(centred, cells.width - room));
  return { start, end: Math.min(start + room, cells.width) };
}

function leftCut(cells: LineCells, window: Window, style: FrameStyle): string {
  return window.start > 0 || cells.before ? style.glyphs.cut : '';
}

function codeRow(line: number, cells: LineCells, window: Window, style: FrameStyle): string {
  const right = window.end < cells.width || cells.after ? style.glyphs.cut : '';
  return withGutter(String(line), leftCut(cells, window, style) + sliceColumns(cells, window) + right, style);
}

/**
 * The row of underlines, with the message of the last mark beside it where there is room, and rows for the messages of the
 * others, from right to left. A message that would run over the edge begins further left.
 */
function markRows(
  marks: readonly PlacedMark[],
  cells: LineCells,
  window: Window,
  style: FrameStyle,
): string[] {
  const shift = leftCut(cells, window, style).length - window.start;
  const at = marks.map(({ mark, start, end }) => ({
    mark,
    start: start + shift,
    end: Math.min(end + shift, style.columns),
    paint: mark.primary ? style.paintPrimary : style.paintSecondary,
  }));
  const underlines = new Row();
  // Secondary marks first: a primary mark that overlaps one is drawn over it.
  for (const { mark, start, end, paint } of [...at].sort(
    (a, b) => Number(a.mark.primary) - Number(b.mark.primary),
  ))
    underlines.put(
      start,
      (mark.primary ? style.glyphs.primary : style.glyphs.secondary).repeat(Math.max(1, end - start)),
      paint,
    );
  const last = at.at(-1)!;
  const beside = last.mark.message === undefined ? '' : ` ${last.mark.message}`;
  const fits = underlines.width + displayWidth(beside) <= style.edge;
  if (fits) underlines.append(beside, last.paint);
  const rows = [underlines];
  const waiting = (fits ? at.slice(0, -1) : at).filter(({ mark }) => mark.message !== undefined);
  /** Of so many marks; none that would touch a message from this column on. */
  const connectors = (count: number, until = Infinity) => {
    const row = new Row();
    for (const { start, paint } of waiting.slice(0, count))
      if (start + 1 < until) row.put(start, style.glyphs.connector, paint);
    return row;
  };
  if (waiting.length > 0) rows.push(connectors(waiting.length));
  for (let i = waiting.length - 1; i >= 0; i--) {
    const { start, mark, paint } = waiting[i]!;
    const lines = wrap(mark.message!, { width: style.edge });
    const column = Math.max(0, Math.min(start, style.edge - largest(lines.map(line => displayWidth(line)))));
    for (const line of lines) {
      const row = connectors(i, column);
      row.put(column, line, paint);
      rows.push(row);
    }
  }
  return rows.map(row => withGutter('', row.toString(), style));
}

function gutter(number: string, style: FrameStyle): string {
  return style.paintGutter(`${number.padStart(style.numberWidth)} ${style.glyphs.bar}`);
}

function withGutter(number: string, text: string, style: FrameStyle): string {
  const trimmed = text.trimEnd();
  return trimmed === '' ? gutter(number, style) : `${gutter(number, style)} ${trimmed}`;
}

/** Painted pieces at columns. */
class Row {
  /** One a column; what takes two is followed by an empty one. */
  readonly #cells: { text: string; paint: (text: string) => string }[] = [];

  get width(): number {
    return this.#cells.length;
  }

  put(column: number, text: string, paint: (text: string) => string): void {
    let at = column;
    for (const cluster of graphemes(text)) {
      const width = displayWidth(cluster);
      for (let next = 0; next < Math.max(1, width); next++)
        this.#cells[at + next] = { text: next === 0 ? cluster : '', paint };
      at += width;
    }
  }

  append(text: string, paint: (text: string) => string): void {
    this.put(this.#cells.length, text, paint);
  }

  toString(): string {
    let row = '';
    for (let start = 0; start < this.#cells.length; ) {
      const paint = this.#cells[start]?.paint;
      let end = start;
      let text = '';
      for (; end < this.#cells.length && this.#cells[end]?.paint === paint; end++)
        text += this.#cells[end]?.text ?? ' ';
      row += paint === undefined ? text : paint(text);
      start = end;
    }
    return row;
  }
}
