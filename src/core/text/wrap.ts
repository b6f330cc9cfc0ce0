/** Wrapping by display width. Words, and commands to be copied, stay whole; grapheme clusters always do. */
import { latePattern } from '../lazily.ts';
import { graphemes } from './graphemes.ts';
import { isNarrow } from './simple-characters.ts';
import type { Stretch } from './stretch.ts';
import { commandsIn, mayBreakWithin } from './unbroken.ts';
import { displayWidth } from './width.ts';

/** Han, kana and fullwidth forms: a line may break between any two of them. */
const ideographic = latePattern(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]`,
  'u',
);
/** Closing punctuation and small kana never begin a line; opening brackets never end one; ASCII quotation marks, which are both, do neither. */
const neverFirst = latePattern(
  String.raw`^[\p{Pe}\p{Pf}\x60"',.;:!?、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]`,
  'u',
);
const neverLast = latePattern(String.raw`[\p{Ps}\p{Pi}\x60"']$`, 'u');
/** White space at which a line may be broken: all but the non-breaking kinds. */
const BREAKABLE_SPACE = /[^\S\n\u00a0\u202f\ufeff]+/gu;
const TRAILING_SPACE = /(?<=[^\s])[^\S\n\u00a0\u202f\ufeff]+$/u;

export interface Wrapping {
  /** Columns of the first line, where they differ. */
  readonly first?: number;
  /**
   * Cuts words that are longer than a line, for columns and for text with marks under it. Without it a path, an address
   * or a command stays in one piece, however long, so that it can be copied.
   */
  readonly cutsWords?: boolean;
}

/** Breaks a text into lines of at most `width` columns (at least one word, or cluster, each,
 * but for a first line with less room than the others). A line feed always ends a line. */
export function wrapLines(
  text: string,
  width: number,
  { first = width, cutsWords = false }: Wrapping = {},
): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const room = { width, first: lines.length === 0 ? first : width, cutsWords };
    wrapParagraph(text, start, end, room, lines);
    if (newline === -1) return lines;
    start = newline + 1;
  }
}

/** The lines of a text, the first after `indent`, the others after `hanging`; `width` counts the indents. */
export function wrap(
  text: string,
  options: {
    readonly width: number;
    readonly indent?: string;
    readonly hanging?: string;
    readonly cutsWords?: boolean;
  },
): string[] {
  const { width, indent = '', hanging = indent, cutsWords = false } = options;
  const first = width - displayWidth(indent);
  const lines = wrapLines(text, width - displayWidth(hanging), { first, cutsWords });
  return lines.map((line, index) => (index === 0 ? indent : hanging) + text.slice(line.start, line.end));
}

function wrapParagraph(
  text: string,
  start: number,
  end: number,
  { width, first, cutsWords }: Required<Wrapping> & { readonly width: number },
  lines: Stretch[],
): void {
  const paragraph = withoutTrailingSpace(text.slice(start, end));
  const commands = cutsWords || paragraph.length <= first ? [] : commandsIn(paragraph);
  if (isNarrow(paragraph) && commands.length === 0) {
    wrapNarrow(text, start, start + paragraph.length, { width, first, cutsWords }, lines);
    return;
  }
  if (displayWidth(paragraph) <= first) {
    lines.push({ start, end: start + paragraph.length });
    return;
  }
  const widthBetween = (from: number, to: number) => displayWidth(text.slice(from, to));
  let room = Math.max(1, first);
  let lineStart = start;
  let lineEnd = start;
  let used = 0;
  const close = () => {
    lines.push({ start: lineStart, end: lineEnd });
    room = Math.max(1, width);
    used = 0;
  };
  for (const piece of pieces(paragraph, start, { commands, cutsWords })) {
    const pieceWidth = widthBetween(piece.start, piece.end);
    const gap = used === 0 ? 0 : widthBetween(lineEnd, piece.start);
    const isShort = used === 0 && room < width && !cutsWords;
    if ((used > 0 || isShort) && used + gap + pieceWidth > room) {
      close();
      lineStart = piece.start;
    } else {
      used += gap;
    }
    lineEnd = piece.start;
    if (used + pieceWidth <= room || (!cutsWords && !mayBreakWithin(text.slice(piece.start, piece.end)))) {
      used += pieceWidth;
      lineEnd = piece.end;
      continue;
    }
    for (const cluster of graphemes(text.slice(piece.start, piece.end))) {
      const clusterWidth = displayWidth(cluster);
      if (used > 0 && used + clusterWidth > room) {
        close();
        lineStart = lineEnd;
      }
      used += clusterWidth;
      lineEnd += cluster.length;
    }
  }
  lines.push({ start: lineStart, end: lineEnd });
}

function withoutTrailingSpace(paragraph: string): string {
  return paragraph.trimEnd() === paragraph ? paragraph : paragraph.replace(TRAILING_SPACE, '');
}

/** Like {@link wrapParagraph}, for text with one column per unit and breaks only at blanks, which is nearly all text. */
function wrapNarrow(
  text: string,
  start: number,
  end: number,
  { width, first, cutsWords }: Required<Wrapping> & { readonly width: number },
  lines: Stretch[],
): void {
  let lineStart = start;
  let room = Math.max(1, first);
  while (end - lineStart > room) {
    // Sought in the line alone: in a long text without blanks there would be none up to its start.
    const blank = lineStart + text.slice(lineStart, lineStart + room + 1).lastIndexOf(' ');
    const lineEnd = blank > lineStart ? endBefore(text, blank, lineStart) : lineStart;
    // No word ends in time: the first is cut.
    const isCut = lineEnd === lineStart;
    if (isCut && !cutsWords) {
      // A first line that is short takes nothing where the next has more room.
      if (room < width) {
        lines.push({ start: lineStart, end: lineStart });
        room = width;
        continue;
      }
      const next = text.indexOf(' ', startAfter(text, lineStart));
      if (next === -1 || next >= end) break;
      lines.push({ start: lineStart, end: next });
      lineStart = startAfter(text, next);
    } else {
      lines.push({ start: lineStart, end: isCut ? lineStart + room : lineEnd });
      lineStart = isCut ? lineStart + room : startAfter(text, blank);
    }
    room = Math.max(1, width);
  }
  lines.push({ start: lineStart, end });
}

/** The end of the word before a blank; `least` where there are only blanks before it. */
function endBefore(text: string, blank: number, least: number): number {
  let end = blank;
  while (end > least && text[end - 1] === ' ') end--;
  return end;
}

function startAfter(text: string, blank: number): number {
  let start = blank;
  while (text[start] === ' ') start++;
  return start;
}

/** What of a paragraph stays whole. */
interface Unbroken {
  readonly commands: readonly Stretch[];
  readonly cutsWords: boolean;
}

/** The stretches between which a line may break, without the white space around them. @param base where the paragraph starts */
function* pieces(paragraph: string, base: number, { commands, cutsWords }: Unbroken): Generator<Stretch> {
  const whole = (from: number, to: number) =>
    !cutsWords && !mayBreakWithin(paragraph.slice(from, to))
      ? [{ start: base + from, end: base + to }]
      : breakIdeographs(paragraph, from, to, base);
  let from = 0;
  let next = 0;
  for (const space of paragraph.matchAll(BREAKABLE_SPACE)) {
    while (next < commands.length && commands[next]!.end <= space.index) next++;
    const isInCommand = next < commands.length && commands[next]!.start < space.index;
    // White space at the very start indents the paragraph and stays.
    if (space.index === 0 || isInCommand) continue;
    yield* whole(from, space.index);
    from = space.index + space[0].length;
  }
  if (from < paragraph.length) yield* whole(from, paragraph.length);
}

function* breakIdeographs(text: string, from: number, to: number, base: number): Generator<Stretch> {
  const word = text.slice(from, to);
  let pieceStart = from;
  if (ideographic().test(word)) {
    let at = from;
    let before = '';
    for (const cluster of graphemes(word)) {
      if (at > pieceStart && mayBreak(before, cluster)) {
        yield { start: base + pieceStart, end: base + at };
        pieceStart = at;
      }
      at += cluster.length;
      before = cluster;
    }
  }
  yield { start: base + pieceStart, end: base + to };
}

function mayBreak(before: string, after: string): boolean {
  if (neverFirst().test(after) || neverLast().test(before)) return false;
  return ideographic().test(before) || ideographic().test(after);
}
