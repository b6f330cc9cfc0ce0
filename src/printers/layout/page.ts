/** A page for people, built of styled runs: the only way onto it makes text safe first, then wraps, then colours. */
import { largest } from '../../core/long-lists.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapLines } from '../../core/text/wrap.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { isPlain, type VisibleText, visible, visibleWithMap } from '../escape/visible.ts';
import type { PrintContext } from '../printer.ts';
import { assignLanes, type Mark, markRows } from './marks.ts';
import { type Rule, ruleRows } from './rules.ts';

export type Style = (text: string) => string;

export const plain: Style = text => text;

interface StyledText {
  readonly text: string;
  readonly style: Style;
}

/** Text of one style; plain strings have none. */
export type Run = string | StyledText;

/** Columns below which wrapping would do more harm than good. */
const NARROWEST = 20;

/** Columns that a lead must leave for the text beside it. */
const LEAST_ROOM = 8;

/** Columns that a text needs beside others, and those before it where it stands below them. */
const LEAST_COLUMN = 20;
const BELOW = 4;

const BLANK = ' '.charCodeAt(0);

export interface Indent {
  /** Columns before every line. */
  readonly indent?: number;
  /** A short text in the indent of the first line: an id, a bullet. A wide one pushes the text on, a very wide one onto the next line. */
  readonly lead?: Run;
  /** Column of the first line's text, if it differs from that of the others. */
  readonly column?: number;
}

/** A passage to be marked under the text, in UTF-16 offsets of the original text. */
export interface Passage extends Mark {
  readonly style: Style;
}

/** A rule under a text, in UTF-16 offsets of the original text. */
export interface StyledRule extends Rule {
  readonly style: Style;
}

export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #dash: string;
  readonly #isColoured: boolean;
  readonly #cutsWords: boolean;

  /** @param options `cutsWords` for a page that is a column beside another: a long word may not run into that. */
  constructor(context: PrintContext, { cutsWords = false }: { readonly cutsWords?: boolean } = {}) {
    this.#cutsWords = cutsWords;
    this.#width = context.width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, context.width);
    this.#dash = context.unicode ? '─' : '-';
    this.#isColoured = context.colour.level > 0;
  }

  /** An empty line; several in a row are one. */
  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Adds a heading underlined with `sign`. */
  heading(text: string, sign: string, style: Style): void {
    const from = this.#lines.length;
    this.paragraph([{ text, style }]);
    const shown = oneLine(text);
    const widest = largest(wrapLines(shown, this.#width).map(line => widthOf(shown, line)));
    if (this.#lines.length > from) this.#lines.push(sign.repeat(widest));
  }

  /** Wrapped text; line feeds in it start new lines. */
  paragraph(runs: readonly Run[], { indent = 0, lead = '', column = indent }: Indent = {}): void {
    const plain = this.#plainLine(runs, column, lead);
    if (plain === undefined) this.#wrapped(runs, indent, column, lead);
    else this.#lines.push(plain);
  }

  /** A paragraph that fits on its line and is shown as it is, as nearly all are; undefined if it takes more than that. */
  #plainLine(runs: readonly Run[], indent: number, lead: Run): string | undefined {
    const head = textOf(lead);
    let text = '';
    for (let i = 0; i < runs.length; i++) text += textOf(runs[i]!);
    const column = firstColumn(indent, head.length);
    const room = this.#width - column;
    if (room < LEAST_ROOM || text.length > room || text === '') return undefined;
    const blanks = ' '.repeat(column - head.length);
    const line = head + blanks + text;
    if (!isPlain(line) || line.charCodeAt(line.length - 1) === BLANK) return undefined;
    return this.#isColoured ? styled(lead) + blanks + runs.map(styled).join('') : line;
  }

  #wrapped(runs: readonly Run[], indent: number, first: number, lead: Run): void {
    const head = oneLine(textOf(lead));
    const width = displayWidth(head);
    const column = firstColumn(first, width);
    if (this.#width - column < LEAST_ROOM && head !== '') {
      this.paragraph([lead]);
      this.paragraph(runs, { indent });
      return;
    }
    const parts = runs.map(run => ({ text: multiLine(textOf(run)), style: styleOf(run) }));
    const text = parts.map(part => part.text).join('');
    const lines = wrapLines(text, this.#width - indent, {
      first: this.#width - column,
      cutsWords: this.#cutsWords,
    });
    let shown = head === '' ? ' '.repeat(column) : styleOf(lead)(head) + ' '.repeat(column - width);
    for (const line of lines) {
      shown += styledLine(parts, line.start, trimmedEnd(text, line));
      this.#push(shown);
      shown = ' '.repeat(indent);
    }
  }

  /** Adds a line that is never wrapped, for text that somebody copies. */
  verbatim(text: string, indent: number): void {
    this.#push(' '.repeat(indent) + oneLine(text));
  }

  /** Wrapped text at a column, with runs before its first line that fit there; below them where the column has no room. */
  hanging(before: readonly Run[], runs: readonly Run[], column: number): void {
    const room = this.#width - column;
    if (room < LEAST_COLUMN && runs.reduce((sum, run) => sum + displayWidth(textOf(run)), 0) > room) {
      this.hanging(before, [], 0);
      this.paragraph(runs, { indent: BELOW });
      return;
    }
    const from = this.#lines.length;
    this.paragraph(runs.length === 0 ? [''] : runs, { indent: column });
    const first = this.#lines[from] ?? '';
    this.#lines[from] = (
      before.map(run => styleOf(run)(oneLine(textOf(run)))).join('') + first.slice(column)
    ).trimEnd();
  }

  /** Wrapped text with its passages marked in rows under each line. */
  marked(original: string, passages: readonly Passage[], { indent = 0 }: Indent = {}): void {
    const shown = shownAs(original);
    const marks = passages.map(({ label, start, end, style, dash }) => ({
      label: oneLine(label),
      ...(dash !== undefined && { dash }),
      start: shown.at(start),
      end: shown.at(end),
      style,
    }));
    const lanes = assignLanes(marks);
    const blanks = ' '.repeat(indent);
    for (const line of wrapLines(shown.text, this.#width - indent, { cutsWords: true })) {
      this.#push(blanks + shown.text.slice(line.start, trimmedEnd(shown.text, line)));
      for (const row of markRows(shown.text, line, marks, lanes, this.#dash)) {
        this.#push(blanks + row.map(cell => ' '.repeat(cell.gap) + cell.mark.style(cell.text)).join(''));
      }
    }
  }

  /**
   * Prints wrapped text between other words, with rules under it; offsets of rules are UTF-16 offsets of the original
   * text. The words before and after have no rules.
   */
  ruled(
    before: readonly Run[],
    original: string,
    after: readonly Run[],
    rules: readonly StyledRule[],
    { indent = 0, lead = '' }: Indent = {},
  ): void {
    const shown = shownAs(original);
    const head = oneLine(textOf(lead));
    const headWidth = displayWidth(head);
    const column = firstColumn(indent, headWidth);
    const parts = [...partsOf(before), { text: shown.text, style: plain }, ...partsOf(after)];
    const text = parts.map(part => part.text).join('');
    const offset = before.reduce((sum, run) => sum + oneLine(textOf(run)).length, 0);
    const placed = rules.map(rule => ({
      ...rule,
      label: oneLine(rule.label),
      start: offset + shown.at(rule.start),
      end: offset + shown.at(rule.end),
    }));
    const room = this.#width - indent;
    for (const [index, line] of wrapLines(text, room, {
      first: this.#width - column,
      cutsWords: true,
    }).entries()) {
      const start = index === 0 ? column : indent;
      const left =
        index === 0 && head !== '' ? styleOf(lead)(head) + ' '.repeat(column - headWidth) : ' '.repeat(start);
      this.#push(left + styledLine(parts, line.start, trimmedEnd(text, line)));
      for (const row of ruleRows(text, line, placed, this.#width - start)) {
        let at = 0;
        let printed = ' '.repeat(start);
        for (const cell of row) {
          printed += ' '.repeat(cell.column - at) + cell.rule.style(cell.text);
          at = cell.column + displayWidth(cell.text);
        }
        this.#push(printed);
      }
    }
  }

  /** One line, cut where the page ends; what stands last stays. Without a width nothing is cut. */
  cut(runs: readonly Run[], last: Run, ellipsis: string): void {
    const parts = partsOf(runs);
    const end = oneLine(textOf(last));
    const text = parts.map(part => part.text).join('');
    const room = this.#width - displayWidth(end);
    if (displayWidth(text) <= room) {
      this.#push(styledLine(parts, 0, text.length) + styleOf(last)(end));
      return;
    }
    const [line] = wrapLines(text.replaceAll(' ', '\u00a0'), room - displayWidth(ellipsis), {
      cutsWords: true,
    });
    this.#push(styledLine(parts, 0, line!.end).trimEnd() + ellipsis + styleOf(last)(end));
  }

  toString(): string {
    while (this.#lines.at(-1) === '') this.#lines.pop();
    if (this.#lines.length === 0) return '\n';
    this.#lines.push('');
    return breakCommands(this.#lines.join('\n'));
  }

  #push(line: string): void {
    this.#lines.push(line.trimEnd());
  }
}

function textOf(run: Run): string {
  return typeof run === 'string' ? run : run.text;
}

function styleOf(run: Run): Style {
  return typeof run === 'string' ? plain : run.style;
}

function partsOf(runs: readonly Run[]): StyledText[] {
  return runs.map(run => ({ text: oneLine(textOf(run)), style: styleOf(run) }));
}

function styled(run: Run): string {
  if (typeof run === 'string') return run;
  return run.text === '' ? '' : run.style(run.text);
}

/** The column at which the text of a first line begins, for a lead of some columns. */
function firstColumn(indent: number, lead: number): number {
  return lead === 0 ? indent : Math.max(indent, lead + 1);
}

/** A stretch of a text that has parts of different styles. */
function styledLine(parts: readonly StyledText[], start: number, end: number): string {
  let shown = '';
  let at = 0;
  for (const part of parts) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + part.text.length);
    if (from < to) shown += part.style(part.text.slice(from - at, to - at));
    at += part.text.length;
  }
  return shown;
}

function oneLine(text: string): string {
  return isPlain(text) ? text : visible(text.replaceAll('\t', ' '));
}

function multiLine(text: string): string {
  return isPlain(text) ? text : visible(text.replaceAll('\t', ' '), { newlines: true });
}

function shownAs(text: string): VisibleText {
  return isPlain(text)
    ? { text, at: offset => offset }
    : visibleWithMap(text.replaceAll('\t', ' '), { newlines: true });
}

function trimmedEnd(text: string, line: Stretch): number {
  return line.start + text.slice(line.start, line.end).trimEnd().length;
}

function widthOf(text: string, line: Stretch): number {
  return displayWidth(text.slice(line.start, line.end));
}
