/** Lines of a text with their places in it. LF, CRLF and CR end a line. */
export interface Line {
  readonly text: string;
  /** UTF-16 offset of the line's first character. */
  readonly start: number;
}

/** The lines of a text; a line end at the end of the text starts no further line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    lines.push({ text: text.slice(start, match.index), start });
    start = pattern.lastIndex;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start });
  return lines;
}
