/** Scalars of the quick reader: their ends and their values (YAML 1.2.2, 7.3 and 8.1). */
import { isLineEnd, SPACE, trimEnd } from './source-scan.ts';

/** Thrown where a text is not written in the usual way. It never leaves the quick reader. */
export const MORE_THAN_QUICK = Symbol('only the full parser reads this');

const BACKSLASH = 92;
const DASH = 45;

const INDICATORS = new Set(Array.from('-?:,[]{}#&*!|>\'"%@` \n', sign => sign.charCodeAt(0)));
const FLOW_INDICATORS = new Set(Array.from(',[]{}', sign => sign.charCodeAt(0)));

/** Whether plain text can begin at `at`. Indicators that may begin some plain text are left to the full parser, but for `-5`. */
export function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DASH) return !INDICATORS.has(code) && at < text.length;
  const next = text.charCodeAt(at + 1);
  return next !== SPACE && !isLineEnd(next) && !FLOW_INDICATORS.has(next) && at + 1 < text.length;
}

/** The offset of the quote that closes the one at `start`. */
export function closingQuote(text: string, start: number): number {
  const quote = text[start]!;
  for (let from = start + 1; ; ) {
    const at = text.indexOf(quote, from);
    if (at === -1) throw MORE_THAN_QUICK;
    if (quote === '"') {
      if (!isEscaped(text, at)) return at;
      from = at + 1;
    } else {
      if (text[at + 1] !== quote) return at;
      from = at + 2;
    }
  }
}

function isEscaped(text: string, at: number): boolean {
  let i = at;
  while (text.charCodeAt(i - 1) === BACKSLASH) i--;
  return (at - i) % 2 === 1;
}

/** What stands between quotes, without escapes. Of those in double quotes the ones that JSON has too. */
export function unescaped(written: string, isSingle: boolean): string {
  if (isSingle) return written.includes("'") ? written.replaceAll("''", "'") : written;
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    throw MORE_THAN_QUICK;
  }
}

/** Quoted text of several lines: a line break is a space, and as many more as there are are line breaks. */
export function foldedLines(text: string, base: number): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  let result = '';
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const start = index === 0 ? 0 : blanksBefore(line);
    const end = index === last ? line.length : trimEnd(line, 0, line.length);
    const isBlank = start >= end && index !== last;
    if (index > 0 && !isBlank && start <= base) throw MORE_THAN_QUICK;
    if (index > 0) {
      if (isBlank) breaks++;
      else {
        result += breaks === 0 ? ' ' : '\n'.repeat(breaks);
        breaks = 0;
      }
    }
    if (!isBlank) result += line.slice(start, end);
  }
  return result;
}

/** The text of a block scalar from its first line on, of which `indent` columns are no text. */
export function blockText(region: string, indent: number, isFolded: boolean, isEven: boolean): string {
  // No blank lines and none that is indented further: nothing to look at line by line.
  if (isEven) return region.split(`\n${' '.repeat(indent)}`).join(isFolded ? ' ' : '\n');
  const lines = region.split('\n').map((line, index) => (index === 0 ? line : line.slice(indent)));
  return isFolded ? foldedBlock(lines) : lines.join('\n');
}

/** Lines that are indented further keep their line breaks, and so do those around them. */
function foldedBlock(lines: readonly string[]): string {
  let result = '';
  let blank = 0;
  let wasFurther = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      blank++;
      continue;
    }
    const isFurther = line.charCodeAt(0) === SPACE;
    if (index > 0) {
      if (isFurther || wasFurther) result += '\n'.repeat(blank + 1);
      else result += blank === 0 ? ' ' : '\n'.repeat(blank);
    }
    result += line;
    blank = 0;
    wasFurther = isFurther;
  }
  return result;
}

function blanksBefore(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === SPACE) count++;
  return count;
}
