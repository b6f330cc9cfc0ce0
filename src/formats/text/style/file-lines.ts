/** The lines of a file, what each looks like the head of, and how they stand to one another. */
import { countUp } from '../../../core/maps.ts';
import type { Declared, Head } from '../heads/head.ts';
import { parseHead } from '../heads/parse-head.ts';
import type { TextLine } from '../lines/numbered-lines.ts';

/** Lines that are wrapped have some length. */
const WRAPPED = 24;
const SENTENCE_END = /[.!?…:;。！？"'”’»)\]]\s*$/;
/** No one wraps lines so late: where most lines that another follows are longer, each is a paragraph. */
const LONG = 200;

export class FileLines {
  readonly lines: readonly TextLine[];
  readonly heads: readonly (Head | undefined)[];
  /** The indices of the lines that look like heads. */
  readonly headLines: readonly number[];
  /** 1 where a line is blank. */
  readonly #blank: Uint8Array;
  #hasLongLines: boolean | undefined;
  #margins: ReadonlyMap<string, number> | undefined;

  constructor(lines: readonly TextLine[], declared: Declared) {
    this.lines = lines;
    this.#blank = new Uint8Array(lines.length);
    const heads: (Head | undefined)[] = new Array(lines.length);
    const headLines: number[] = [];
    for (let index = 0; index < lines.length; index++) {
      const { text, role } = lines[index]!;
      if (text.trim() === '') this.#blank[index] = 1;
      else if (role === undefined) {
        heads[index] = parseHead(text, declared);
        if (heads[index] !== undefined) headLines.push(index);
      }
    }
    this.heads = heads;
    this.headLines = headLines;
  }

  /** How many lines are not blank. */
  get filled(): number {
    return this.length - this.#blank.reduce((sum, blank) => sum + blank, 0);
  }

  get length(): number {
    return this.lines.length;
  }

  text(index: number): string {
    return this.lines[index]?.text ?? '';
  }

  /** Also true outside the file. */
  isBlank(index: number): boolean {
    return this.#blank[index] !== 0;
  }

  /** The line before that is not the margin of a page. */
  before(index: number): number {
    let at = index - 1;
    while (at >= 0 && this.lines[at]!.role !== undefined) at--;
    return at;
  }

  isAfterBlank(index: number): boolean {
    return this.isBlank(this.before(index));
  }

  /** Whether the line may go on in the middle of the sentence above. */
  isWrapped(index: number): boolean {
    const before = this.before(index);
    if (this.isBlank(before)) return false;
    const { text } = this.lines[before]!;
    return text.length >= WRAPPED && !SENTENCE_END.test(text.slice(-8));
  }

  /** Whether a line is the first of a paragraph: behind a blank line, or where every line is a paragraph. */
  beginsParagraph(index: number): boolean {
    this.#hasLongLines ??= this.#areLinesLong();
    return this.#hasLongLines || this.isAfterBlank(index);
  }

  /** Whether a line of the margin stands on more than one page. */
  isRunningHeader(text: string): boolean {
    this.#margins ??= countMargins(this.lines);
    return (this.#margins.get(withoutFigures(text)) ?? 0) > 1;
  }

  #areLinesLong(): boolean {
    let followed = 0;
    let long = 0;
    for (let index = 0; index < this.length; index++) {
      if (this.isBlank(index) || this.isBlank(index + 1)) continue;
      followed++;
      if (this.lines[index]!.text.length > LONG) long++;
    }
    return long * 2 > followed;
  }
}

function countMargins(lines: readonly TextLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text, role } of lines) if (role === 'margin') countUp(counts, withoutFigures(text));
  return counts;
}

function withoutFigures(text: string): string {
  return text.replace(/\d+/g, '0').trim();
}
