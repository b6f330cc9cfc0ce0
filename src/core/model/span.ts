/** Places in a text: offsets while computing, lines and columns only when something is printed. */
import { lastUpTo } from '../binary-search.ts';
import { codePointLength } from '../text/code-points.ts';

/** A half-open stretch of a file's text, in UTF-16 code units (the unit of JavaScript strings and of both YAML libraries). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stretches in order; those that overlap are one. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** 1-based line, and 1-based column counted in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is counted anew each time, in UTF-16 code units. */
const SHORT = 1000;

/** A file's text with its line starts, found once and only when a position is asked for. */
export class SourceText {
  readonly text: string;
  #lineStarts: number[] | undefined;
  #pairs: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Offsets at which lines start. LF, CRLF and CR end a line, as in YAML 1.2. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= this.text.includes('\r') ? startsAfterAny(this.text) : startsAfterLf(this.text);
    return this.#lineStarts;
  }

  /** Line and column of an offset; an offset past the end is the end. */
  position(offset: number): Position {
    const starts = this.lineStarts;
    const line = Math.max(0, lastUpTo(starts, offset));
    const end = Math.min(offset, this.text.length);
    return { line: line + 1, column: 1 + this.#codePoints(starts[line]!, end) };
  }

  /** How many characters stand in a stretch of a line. */
  #codePoints(start: number, end: number): number {
    if (end - start <= SHORT) return codePointLength(this.text.slice(start, end));
    return end - start - (this.#pairsBefore(end) - this.#pairsBefore(start));
  }

  /** How many characters before an offset take two code units: counted once, for a line may hold a whole file. */
  #pairsBefore(offset: number): number {
    this.#pairs ??= Array.from(this.text.matchAll(/[\u{10000}-\u{10ffff}]/gu), match => match.index + 1);
    return lastUpTo(this.#pairs, offset - 1) + 1;
  }

  /** A line's text without its line end; lines count from 1. */
  line(number: number): string {
    const starts = this.lineStarts;
    const start = starts[number - 1];
    if (start === undefined) return '';
    let end = starts[number] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1]!)) end--;
    return this.text.slice(start, end);
  }
}

/** The usual case, several times as fast. */
function startsAfterLf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAny(text: string): number[] {
  const starts = [0];
  const pattern = /\r\n|\n|\r/g;
  while (pattern.exec(text) !== null) starts.push(pattern.lastIndex);
  return starts;
}
