/** Messages fitted to a terminal: their lines wrapped at words, whatever colours they have. */
import { displayWidth } from '../../core/text/width.ts';
import { wrapLines } from '../../core/text/wrap.ts';
import { breakCommands } from '../escape/ci-commands.ts';

/** Colours (SGR) and links (OSC 8): they take no columns. */
const ESCAPES = /\u001b\[[0-9;]*m|\u001b\]8;.*?(?:\u0007|\u001b\\)/g;
/** A term, then its text in a column of its own. */
const TERM = /^(?: *\S+(?: \S+)*) {2,}(?=\S)/;
const GAP = '  ';
const NO_BREAK = '\u00a0';
/** Columns by which a line that goes on is indented. */
const GOES_ON = 4;

/**
 * Wraps the long lines of a text. If a line has a term and there is room, it continues under the term's text, else
 * indented. Colours end with each line and begin again on the next.
 *
 * @param width in columns; without it nothing is wrapped.
 */
export function fitted(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .flatMap(line => fittedLine(line, width))
    .join('\n');
}

/** One line, {@link fitted}; one that fits stays. @param hanging columns before the lines that follow the first; by default as {@link fitted} has them. */
export function fittedLine(line: string, width: number, hanging?: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const codes: Code[] = [];
  let removed = 0;
  const bare = line.replaceAll(ESCAPES, (code, at: number) => {
    codes.push({ code, at: at - removed });
    removed += code.length;
    return '';
  });
  const indent = bare.length - bare.trimStart().length;
  const column = Math.min(hanging ?? columnOf(bare, indent, width), Math.max(0, width - 8));
  const kept = tailKept(codeKept(bare, width - column), width - column);
  const lines = wrapLines(kept.slice(indent), width - column, {
    first: width - indent,
  });
  const paint = painter(bare, codes);
  return lines.map(({ start, end }, index) => {
    const margin = ' '.repeat(index === 0 ? indent : column);
    const shown = (margin + paint(indent + start, indent + end)).trimEnd();
    // A word in the middle of a line, such as `::error::`, is a command to a CI runner where it begins one.
    return index === 0 ? shown : breakCommands(shown);
  });
}

/** What is to be typed stays on one line where one has room for it. */
function codeKept(bare: string, room: number): string {
  return bare.replaceAll(/`[^`]+`/g, code =>
    displayWidth(code) > room ? code : code.replaceAll(' ', NO_BREAK),
  );
}

/** What ends a line after a gap, an id mostly, goes to the next line as a whole where it has room there. */
function tailKept(bare: string, room: number): string {
  const at = bare.lastIndexOf(GAP) + GAP.length;
  const tail = bare.slice(at);
  if (!bare.slice(0, at).trim().includes(' ') || displayWidth(tail) > room) return bare;
  return bare.slice(0, at) + tail.replaceAll(' ', NO_BREAK);
}

function columnOf(bare: string, indent: number, width: number): number {
  const term = displayWidth(TERM.exec(bare)?.[0] ?? '');
  if (term > 0 && term <= width / 2) return term;
  return indent < GOES_ON ? GOES_ON : indent + 2;
}

interface Code {
  readonly code: string;
  /** UTF-16 offset in the text without codes. */
  readonly at: number;
}

/** Returns a function that prints the stretches of a text one after the other, each with its own codes around it. */
function painter(bare: string, codes: readonly Code[]): (start: number, end: number) => string {
  let open: string[] = [];
  let next = 0;
  const follow = (code: string) => {
    const isClosing = open.some(other => closing(other) === code);
    open = isClosing ? open.filter(other => closing(other) !== code) : [...open, code];
    return isClosing;
  };
  return (start, end) => {
    for (; next < codes.length && codes[next]!.at <= start; next++) follow(codes[next]!.code);
    let shown = open.join('');
    let at = start;
    for (; next < codes.length && codes[next]!.at <= end; next++) {
      const { code, at: place } = codes[next]!;
      const wasOpen = open.length > 0;
      if (place === end && !(wasOpen && open.some(other => closing(other) === code))) break;
      shown += bare.slice(at, place) + code;
      at = place;
      follow(code);
    }
    return shown + bare.slice(at, end) + [...new Set(open.map(closing))].reverse().join('');
  };
}

/** Returns the code that ends a colour or a link. */
function closing(code: string): string {
  if (code.startsWith('\u001b]8')) return code.replace(/;.*?(?=\u0007|\u001b\\)/, ';;');
  const number = Number(/\d+/.exec(code)?.[0]);
  if (number === 1 || number === 2) return '\u001b[22m';
  if (number < 10) return `\u001b[2${number}m`;
  return '\u001b[39m';
}
