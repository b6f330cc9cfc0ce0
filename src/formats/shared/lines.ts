/** Lines of a text with their places in it. LF, CRLF and CR end a line; CR CR LF does where every line ends so. */
export interface Line {
  readonly text: string;
  /** UTF-16 offset of the line's first character. */
  readonly start: number;
}

/** The lines of a text; a line end at the end of the text starts no further line. */
export function linesOf(text: string): Line[] {
  return text.includes('\r') ? linesWithReturns(text) : linesOfFeeds(text);
}

/** Where nothing but LF ends a line, to search for it is faster than a pattern. */
function linesOfFeeds(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    lines.push({ text: text.slice(start, end), start });
    start = end + 1;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start });
  return lines;
}

function linesWithReturns(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = hasDoubledReturns(text) ? /\r\r\n|\r\n|\n|\r/g : /\r\n|\n|\r/g;
  let start = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    lines.push({ text: text.slice(start, match.index), start });
    start = pattern.lastIndex;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start });
  return lines;
}

/** Whether a file with CRLF was written once more as text with LF, so that every line ends with CR CR LF. */
function hasDoubledReturns(text: string): boolean {
  return text.includes('\r\r\n') && !/(?:[^\r]|[^\r]\r)\n/.test(text);
}
