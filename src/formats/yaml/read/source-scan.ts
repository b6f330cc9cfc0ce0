/** Steps over the source between nodes, where only blanks, line ends, comments and indicators can stand. */

export const LF = 10;
const CR = 13;
const TAB = 9;
export const SPACE = 32;
export const HASH = 35;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const QUESTION = 63;

export const isLineEnd = (code: number) => code === LF || code === CR;
export const isBlank = (code: number) => code === SPACE || code === TAB;

/** The first offset from `at` that holds neither blanks, line ends nor a comment. */
export function skipGap(source: string, at: number): number {
  let i = at;
  for (;;) {
    const code = source.charCodeAt(i);
    if (isBlank(code) || isLineEnd(code)) i++;
    else if (code === HASH) i = lineEnd(source, i);
    else return i;
  }
}

/** As `skipGap`, and over the commas of a flow collection. */
export function skipToClosing(source: string, at: number): number {
  let i = skipGap(source, at);
  while (source.charCodeAt(i) === COMMA) i = skipGap(source, i + 1);
  return i;
}

/** As `skipGap`, and over the indicators `-`, `?` and `:`, to the header of a block scalar. */
export function skipToBlockHeader(source: string, at: number): number {
  let i = skipGap(source, at);
  for (let code = source.charCodeAt(i); code === DASH || code === COLON || code === QUESTION; ) {
    i = skipGap(source, i + 1);
    code = source.charCodeAt(i);
  }
  return i;
}

/** Where an empty value stands: behind the `:` or `-` that introduces it, or at `at` where there is none. */
export function emptyValuePlace(source: string, at: number, indicator: ':' | '-'): number {
  const i = skipGap(source, at);
  return source[i] === indicator ? i + 1 : at;
}

/** The end of the line that `at` is on: the offset of its line break, or of the end of the source. */
export function lineEnd(source: string, at: number): number {
  let i = at;
  while (i < source.length && !isLineEnd(source.charCodeAt(i))) i++;
  return i;
}

/** The start of the line that `at` is on. */
export function lineStart(source: string, at: number): number {
  let i = at;
  while (i > 0 && !isLineEnd(source.charCodeAt(i - 1))) i--;
  return i;
}

/** The offset behind a line break, or `at` where there is none. */
export function skipLineBreak(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code === CR) return source.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  return code === LF ? at + 1 : at;
}

/** `end` without the blanks and line ends before it, but not before `start`. */
export function trimEnd(source: string, start: number, end: number): number {
  let i = end;
  while (i > start) {
    const code = source.charCodeAt(i - 1);
    if (!isBlank(code) && !isLineEnd(code)) break;
    i--;
  }
  return i;
}

/** Where the line break in front of a line begins; 0 for the first line. */
export function lineBreakStart(source: string, start: number): number {
  if (start === 0) return 0;
  return source.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
}

/**
 * The end of the last line of a block scalar that holds something. Blanks further right than the indentation are text,
 * so only lines that are empty up to there are left out.
 */
export function blockScalarEnd(source: string, start: number, end: number, indent: number): number {
  let at = end;
  while (at > start) {
    const left = lineStart(source, at);
    if (source.slice(left, at).trimStart() !== '' || at - left > Math.max(indent, 0)) break;
    at = lineBreakStart(source, left);
  }
  return Math.max(at, start);
}
