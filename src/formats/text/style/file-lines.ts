/** The lines of a file, what each looks like the head of, and how they stand to one another. */
import { lazily } from '../../../core/lazily.ts';
import { countUp } from '../../../core/maps.ts';
import type { Declared, Head } from '../heads/head.ts';
import { parseHead } from '../heads/parse-head.ts';
import type { TextLine } from '../lines/numbered-lines.ts';

/** Lines that are wrapped have some length. */
const WRAPPED = 24;
const SENTENCE_END = /[.!?…:;。！？"'”’»)\]]\s*$/;
/** No one wraps lines so late: where most lines that another follows are longer, each is a paragraph. */
const LONG = 200;

export type FileLines = ReturnType<typeof fileLines>;

export function fileLines(lines: readonly TextLine[], declared: Declared) {
  const hasLongLines = lazily(areLinesLong);
  const margins = lazily(() => countMargins(lines));
  /** 1 where a line is blank. */
  const blank = new Uint8Array(lines.length);
  const heads: (Head | undefined)[] = new Array(lines.length);
  /** The indices of the lines that look like heads. */
  const headLines: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { text, role } = lines[index]!;
    if (text.trim() === '') blank[index] = 1;
    else if (role === undefined) {
      heads[index] = parseHead(text, declared);
      if (heads[index] !== undefined) headLines.push(index);
    }
  }

  function text(index: number): string {
    return lines[index]?.text ?? '';
  }

  /** Also true outside the file. */
  function isBlank(index: number): boolean {
    return blank[index] !== 0;
  }

  /** The line before that is not the margin of a page. */
  function before(index: number): number {
    let at = index - 1;
    while (at >= 0 && lines[at]!.role !== undefined) at--;
    return at;
  }

  function isAfterBlank(index: number): boolean {
    return isBlank(before(index));
  }

  /** Whether the line may go on in the middle of the sentence above. */
  function isWrapped(index: number): boolean {
    const above = before(index);
    if (isBlank(above)) return false;
    const { text } = lines[above]!;
    return text.length >= WRAPPED && !SENTENCE_END.test(text.slice(-8));
  }

  /** Whether a line is the first of a paragraph: behind a blank line, or where every line is a paragraph. */
  function beginsParagraph(index: number): boolean {
    return hasLongLines() || isAfterBlank(index);
  }

  /** Whether a line of the margin stands on more than one page. */
  function isRunningHeader(text: string): boolean {
    return (margins().get(withoutFigures(text)) ?? 0) > 1;
  }

  function areLinesLong(): boolean {
    let followed = 0;
    let long = 0;
    for (let index = 0; index < lines.length; index++) {
      if (isBlank(index) || isBlank(index + 1)) continue;
      followed++;
      if (lines[index]!.text.length > LONG) long++;
    }
    return long * 2 > followed;
  }

  return {
    lines,
    heads: heads as readonly (Head | undefined)[],
    headLines: headLines as readonly number[],
    /** How many lines are not blank. */
    filled: lines.length - blank.reduce((sum, one) => sum + one, 0),
    length: lines.length,
    text,
    isBlank,
    before,
    isAfterBlank,
    isWrapped,
    beginsParagraph,
    isRunningHeader,
  };
}

function countMargins(lines: readonly TextLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text, role } of lines) if (role === 'margin') countUp(counts, withoutFigures(text));
  return counts;
}

function withoutFigures(text: string): string {
  return text.replace(/\d+/g, '0').trim();
}
