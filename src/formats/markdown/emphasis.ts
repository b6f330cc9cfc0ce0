/**
 * The marks of emphasis in a paragraph, by the rules of CommonMark 0.31, section 6.2, in one pass: a parser that looks for
 * the partner of each mark again takes hours for a megabyte of marks without one. A mark that the "rule of three" keeps from
 * the nearest one before it finds no other.
 */
import type { Span } from '../../core/model/span.ts';

const MARKS = /\\[\s\S]|\*+|_+/g;
const BLANK = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** A run of marks that may begin emphasis, and how many of them have no partner yet. */
interface Opener {
  readonly start: number;
  readonly mark: string;
  readonly length: number;
  readonly canClose: boolean;
  left: number;
}

/** @param spans the text of a paragraph between its other markup, in order. @returns the offsets of marks that have a partner. */
export function emphasisMarks(source: string, spans: readonly Span[]): ReadonlySet<number> {
  const marks = new Set<number>();
  const openers: Opener[] = [];
  const waiting: Record<string, number> = { '*': 0, _: 0 };
  const drop = () => {
    waiting[openers.pop()!.mark]!--;
  };
  for (const { start, end } of spans)
    for (const { 0: run, index } of source.slice(start, end).matchAll(MARKS)) {
      const mark = run[0]!;
      if (mark === '\\') continue;
      const at = start + index;
      const { canOpen, canClose } = sidesOf(source, mark, at, at + run.length);
      let closed = 0;
      while (canClose && closed < run.length && waiting[mark]! > 0) {
        const opener = openers.at(-1)!;
        if (opener.mark === mark && (canOpen || opener.canClose) && isKeptApart(opener.length, run.length))
          break;
        if (opener.mark === mark)
          for (; opener.left > 0 && closed < run.length; closed++) {
            opener.left--;
            marks.add(opener.start + opener.left).add(at + closed);
          }
        // Between two partners nothing else finds one.
        if (opener.mark !== mark || opener.left === 0) drop();
      }
      if (canOpen && closed < run.length) {
        openers.push({ start: at + closed, mark, length: run.length, canClose, left: run.length - closed });
        waiting[mark]!++;
      }
    }
  return marks;
}

/** The "rule of three", for two runs of which one may both begin and end emphasis. */
function isKeptApart(opening: number, closing: number): boolean {
  return (opening + closing) % 3 === 0 && (opening % 3 !== 0 || closing % 3 !== 0);
}

/** Tells on which sides of a run there are words. */
function sidesOf(source: string, mark: string, start: number, end: number) {
  const before = source[start - 1] ?? ' ';
  const after = source[end] ?? ' ';
  const isOpenLeft = BLANK.test(before) || PUNCTUATION.test(before);
  const isOpenRight = BLANK.test(after) || PUNCTUATION.test(after);
  const isLeft = !BLANK.test(after) && (!PUNCTUATION.test(after) || isOpenLeft);
  const isRight = !BLANK.test(before) && (!PUNCTUATION.test(before) || isOpenRight);
  if (mark === '*') return { canOpen: isLeft, canClose: isRight };
  return {
    canOpen: isLeft && (!isRight || PUNCTUATION.test(before)),
    canClose: isRight && (!isLeft || PUNCTUATION.test(after)),
  };
}
