/**
 * Where the characters of a text stand in the scalar that it was read from (YAML 1.2.2, 7.3 and 8.1): quotes, escapes, folds and
 * indentation are no part of the text. Worked out again where a finding is about some words, which is seldom.
 */
import { lastUpTo } from '../../../core/binary-search.ts';
import type { Span } from '../../../core/model/span.ts';

const HEADER = /^([|>])(?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+(?:#[^\r\n]*)?)?(?:\r\n|\n|\r)/;
const BREAK = /\r\n|\n|\r/y;
const BLANKS = /[ \t]*/y;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^\r\n]))/y;
/** In UTF-16 code units, far above what anybody says at a stretch: each takes memory here. */
const LONGEST = 1_000_000;
/** Single characters behind a backslash; any other stands for itself. */
const ESCAPED: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/**
 * The stretches of the source in which stretches of a text stand.
 *
 * @param written the scalar as it stands in the file. @param start where it begins there
 * @param text what was read from it. @param words UTF-16 offsets in the text
 * @returns undefined if the scalar is very long, or not written in a way that is known here.
 */
export function wordsInScalar(
  written: string,
  start: number,
  text: string,
  words: readonly Span[],
): readonly Span[] | undefined {
  const places = written.length > LONGEST ? undefined : placesOf(written, text);
  return places?.spansOf(words, start, written.length);
}

function placesOf(written: string, text: string): ReadText | undefined {
  const header = HEADER.exec(written);
  if (header === null) return matching(flowText(written), text);
  const lines = linesOf(written, header[0].length);
  const inFile = lines.map(({ start, end }) => written.slice(start, end));
  // An indicator such as `|2` counts from what is around the scalar, which is not known here: the text tells.
  const indent = indentOf(firstFilled(inFile)) - indentOf(firstFilled(text.split('\n')));
  return matching(blockText(written, lines, indent, header[1] === '>'), text);
}

/** The first line that has more than blanks. */
function firstFilled(lines: readonly string[]): string {
  return lines.find(line => /[^ ]/.test(line)) ?? '';
}

/** Line breaks at the end of a block are kept or not, and no words stand there. */
function matching(read: ReadText, text: string): ReadText | undefined {
  return trimBreaks(read.text) === trimBreaks(text) ? read : undefined;
}

function trimBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

/** A stretch of a text, and what it was read from. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether it stands in the source as it is, character by character. */
  readonly isCopied: boolean;
}

/** A text that is read once more, with the places of its characters. */
class ReadText {
  text = '';
  readonly #runs: Run[] = [];
  /** Where each run begins in the text. */
  readonly #offsets: number[] = [];

  /** Adds characters that one stretch of the source stands for. */
  add(characters: string, start: number, end: number): void {
    this.#push(characters, { start, end, isCopied: false });
  }

  /** Adds a stretch of the source as it stands there. */
  copy(source: string, start: number, end: number): void {
    this.#push(source.slice(start, end), { start, end, isCopied: true });
  }

  #push(characters: string, run: Run): void {
    if (characters === '') return;
    this.#runs.push(run);
    this.#offsets.push(this.text.length);
    this.text += characters;
  }

  /** @param words stretches of the text. @param offset of the source in the file. @param end of the source */
  spansOf(words: readonly Span[], offset: number, end: number): Span[] {
    return words.map(word => {
      const start = this.#startOf(word.start) ?? end;
      const last = word.end > word.start ? (this.#endOf(word.end - 1) ?? end) : start;
      return { start: offset + start, end: offset + last };
    });
  }

  #startOf(character: number): number | undefined {
    const run = this.#runAt(character);
    return run && (run.isCopied ? run.start + run.within : run.start);
  }

  #endOf(character: number): number | undefined {
    const run = this.#runAt(character);
    return run && (run.isCopied ? run.start + run.within + 1 : run.end);
  }

  #runAt(character: number): (Run & { readonly within: number }) | undefined {
    if (character >= this.text.length) return undefined;
    const index = lastUpTo(this.#offsets, character);
    return { ...this.#runs[index]!, within: character - this.#offsets[index]! };
  }
}

/** What stands for itself in plain text, and in each kind of quotes. */
const PLAIN = /[^\r\n]*/y;
const IN_SINGLE = /[^'\r\n]*/y;
const IN_DOUBLE = /[^\\\r\n]*/y;

/** Text in quotes or without any: a line break is a blank, and as many more as there are are line breaks. */
function flowText(written: string): ReadText {
  const read = new ReadText();
  const quote = /^['"]/.exec(written)?.[0];
  const ordinary = quote === undefined ? PLAIN : quote === "'" ? IN_SINGLE : IN_DOUBLE;
  const end = quote === undefined ? written.length : written.length - 1;
  for (let at = quote === undefined ? 0 : 1; at < end; ) {
    const runEnd = Math.min(end, matchAt(ordinary, written, at)!);
    const breakEnd = matchAt(BREAK, written, runEnd);
    const isFolded = breakEnd !== undefined && runEnd < end;
    read.copy(written, at, isFolded ? behindText(written, at, runEnd) : runEnd);
    at = runEnd;
    if (at === end) break;
    if (breakEnd !== undefined) {
      const fold = foldAt(written, breakEnd);
      if (fold.breaks.length === 0) read.add(' ', at, fold.end);
      for (const place of fold.breaks) read.add('\n', place.start, place.end);
      at = fold.end;
    } else if (quote === "'") {
      read.add("'", at, at + 2);
      at += 2;
    } else {
      const continued = matchAt(BREAK, written, at + 1);
      // The reader passes over empty lines behind an escaped line break, too.
      at = continued === undefined ? addEscape(read, written, at) : foldAt(written, continued).end;
    }
  }
  return read;
}

/** Where the blanks at the end of a stretch begin. */
function behindText(written: string, start: number, end: number): number {
  let at = end;
  while (at > start && (written[at - 1] === ' ' || written[at - 1] === '\t')) at--;
  return at;
}

/** The blanks and further line breaks behind a line break. */
function foldAt(written: string, from: number): { readonly breaks: readonly Span[]; readonly end: number } {
  const breaks: Span[] = [];
  for (let at = from; ; ) {
    const start = matchAt(BLANKS, written, at)!;
    const end = matchAt(BREAK, written, start);
    if (end === undefined) return { breaks, end: start };
    breaks.push({ start, end });
    at = end;
  }
}

/** Returns the offset behind the escape. */
function addEscape(read: ReadText, written: string, at: number): number {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(written);
  if (match === null) return written.length;
  const code = match[1] ?? match[2] ?? match[3];
  const named = match[4] ?? '';
  const end = at + match[0].length;
  const value = code === undefined ? undefined : Number.parseInt(code, 16);
  // What lies beyond Unicode was refused in reading.
  if (value === undefined) read.add(ESCAPED[named] ?? named, at, end);
  else if (value <= 0x10ffff) read.add(String.fromCodePoint(value), at, end);
  return end;
}

function blockText(written: string, lines: readonly Span[], indent: number, isFolded: boolean): ReadText {
  const read = new ReadText();
  /** Line breaks since the last line with text. */
  let breaks: Span[] = [];
  let wasFurther: boolean | undefined;
  for (const { start, end } of lines) {
    const line = written.slice(start, end);
    const from = start + Math.min(indent, indentOf(line));
    const breakEnd = matchAt(BREAK, written, end) ?? end;
    if (from === end) {
      breaks.push({ start: end, end: breakEnd });
      continue;
    }
    // A comment behind the text stands further to the left.
    if (from - start < indent) break;
    const isFurther = /[ \t]/.test(written[from]!);
    const isFold = isFolded && wasFurther === false && !isFurther;
    if (isFold && breaks.length === 1) read.add(' ', breaks[0]!.start, from);
    else for (const place of isFold ? breaks.slice(1) : breaks) read.add('\n', place.start, place.end);
    read.copy(written, from, end);
    breaks = [{ start: end, end: breakEnd }];
    wasFurther = isFurther;
  }
  return read;
}

/** Lines without their ends. */
function linesOf(written: string, from: number): Span[] {
  const lines: Span[] = [];
  let start = from;
  for (const { 0: lineBreak, index } of written.slice(from).matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: from + index });
    start = from + index + lineBreak.length;
  }
  if (start < written.length) lines.push({ start, end: written.length });
  return lines;
}

/** How many spaces a line begins with: tabs are text. */
function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** The offset behind a match of a sticky pattern. */
function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
