/** A page for people, built of styled runs: the only way onto it makes text safe first, then wraps, then colours. */
import { displayWidth } from '../../core/text/width.ts';
import { type WrappedLine, wrapLines } from '../../core/text/wrap.ts';
import { breakCommands, visible, visibleWithMap } from '../escape.ts';
import type { PrintContext } from '../printer.ts';
import { assignLanes, type Mark, markRows } from './marks.ts';

export type Style = (text: string) => string;

/** Text of one style; plain strings have none. */
export type Run = string | { readonly text: string; readonly style: Style };

/** Columns below which wrapping would do more harm than good. */
const NARROWEST = 20;

/** Columns that a lead must leave for the text beside it. */
const LEAST_ROOM = 8;

export interface Indent {
  /** Columns before every line. */
  readonly indent?: number;
  /** A short text in the indent of the first line: an id, a bullet. A wide one pushes the text on, a very wide one onto the next line. */
  readonly lead?: Run;
}

/** A passage to be marked under the text, in UTF-16 offsets of the original text. */
export interface Passage extends Mark {
  readonly style: Style;
}

export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #dash: string;

  constructor(context: PrintContext) {
    this.#width = context.width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, context.width);
    this.#dash = context.unicode ? '─' : '-';
  }

  /** An empty line; several in a row are one. */
  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** A line of its own underlined with `sign`. */
  heading(text: string, sign: string, style: Style): void {
    const from = this.#lines.length;
    this.paragraph([{ text, style }]);
    const widest = Math.max(
      ...wrapLines(oneLine(text), this.#width).map(line => widthOf(oneLine(text), line)),
    );
    if (this.#lines.length > from) this.#lines.push(sign.repeat(widest));
  }

  /** Wrapped text; line feeds in it start new lines. */
  paragraph(runs: readonly Run[], { indent = 0, lead = '' }: Indent = {}): void {
    if (this.#width - this.#firstColumn(indent, lead) < LEAST_ROOM && textOf(lead) !== '') {
      this.paragraph([lead]);
      this.paragraph(runs, { indent });
      return;
    }
    const parts = runs.map(run => ({ text: multiLine(textOf(run)), style: styleOf(run) }));
    const text = parts.map(part => part.text).join('');
    const lines = wrapLines(text, this.#width - indent, this.#width - this.#firstColumn(indent, lead));
    for (const [index, line] of lines.entries()) {
      const start = this.#startOfLine(index === 0, indent, lead);
      let styled = '';
      let at = 0;
      for (const part of parts) {
        const from = Math.max(line.start, at);
        const to = Math.min(trimmedEnd(text, line), at + part.text.length);
        if (from < to) styled += part.style(text.slice(from, to));
        at += part.text.length;
      }
      this.#push(start + styled);
    }
  }

  /** Wrapped text with its passages marked in rows under each line. */
  marked(original: string, passages: readonly Passage[], { indent = 0 }: Indent = {}): void {
    const shown = visibleWithMap(original.replaceAll('\t', ' '), { newlines: true });
    const marks = passages.map(passage => ({
      ...passage,
      start: shown.at(passage.start),
      end: shown.at(passage.end),
    }));
    const lanes = assignLanes(marks);
    const blanks = ' '.repeat(indent);
    for (const line of wrapLines(shown.text, this.#width - indent)) {
      this.#push(blanks + shown.text.slice(line.start, trimmedEnd(shown.text, line)));
      for (const row of markRows(shown.text, line, marks, lanes, this.#dash)) {
        this.#push(blanks + row.map(cell => ' '.repeat(cell.gap) + cell.mark.style(cell.text)).join(''));
      }
    }
  }

  toString(): string {
    while (this.#lines.at(-1) === '') this.#lines.pop();
    return breakCommands(`${this.#lines.join('\n')}\n`);
  }

  /** The column at which the text of the first line begins. */
  #firstColumn(indent: number, lead: Run): number {
    const needed = displayWidth(oneLine(textOf(lead)));
    return needed === 0 ? indent : Math.max(indent, needed + 1);
  }

  #startOfLine(isFirst: boolean, indent: number, lead: Run): string {
    const text = oneLine(textOf(lead));
    if (!isFirst || text === '') return ' '.repeat(indent);
    return styleOf(lead)(text) + ' '.repeat(this.#firstColumn(indent, lead) - displayWidth(text));
  }

  #push(line: string): void {
    this.#lines.push(line.trimEnd());
  }
}

function textOf(run: Run): string {
  return typeof run === 'string' ? run : run.text;
}

function styleOf(run: Run): Style {
  return typeof run === 'string' ? text => text : run.style;
}

function oneLine(text: string): string {
  return visible(text.replaceAll('\t', ' '));
}

function multiLine(text: string): string {
  return visible(text.replaceAll('\t', ' '), { newlines: true });
}

function trimmedEnd(text: string, line: WrappedLine): number {
  return line.start + text.slice(line.start, line.end).trimEnd().length;
}

function widthOf(text: string, line: WrappedLine): number {
  return displayWidth(text.slice(line.start, line.end));
}
