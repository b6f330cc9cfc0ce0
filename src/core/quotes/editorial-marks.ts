/** What an editor writes into quoted words: ellipses, and words in brackets. */
import type { Span } from '../model/span.ts';

export interface EditedWords {
  /** The words without the editor's marks, of the same length as they were written. */
  readonly text: string;
  /** Where words are left out; none at an edge. */
  readonly ellipses: readonly Span[];
  /** Words that are the editor's. */
  readonly brackets: readonly Span[];
}

const ELLIPSIS = /[[(]\s?(?:…|\.(?:\s?\.){2,6})\s?[\])]|[…⋯]|\.(?:[ \u00a0]?\.){2,6}/g;
const SIC = /\s?[[(]\s?sic\s?!?\s?[\])]/gi;
/** The mark of a footnote: [^2], or [2] right behind a word. */
const FOOTNOTE = /\[\^[^[\]\s]{1,80}\]|(?<=\p{L}[.,;:!?”’"']{0,2})\[\d{1,3}\]/gu;
/** A capital for a small letter: [T]he. */
const LETTER = /\[(\p{L}\p{M}*)\](?=\p{L})/gu;
/** An ending in brackets: sign[ed]. */
const ENDING = /(?<=\p{L})\[(\p{L}{1,12})\]/gu;
const BRACKETS = /\[([^[\]]{1,400})\]/g;
/** Nobody leaves words out so often in one quotation: such a text is no quotation, and is compared as it is. */
const MOST_MARKS = 100;
const blanks = (text: string) => ' '.repeat(text.length);

export function hasEditorialMarks(written: string): boolean {
  return /[[(…⋯]|\.[ \u00a0]?\./.test(written);
}

/** Reads the editor's marks in a quotation. Offsets stay those of the text as written. */
export function readEditorialMarks(written: string): EditedWords {
  if (!hasEditorialMarks(written)) return { text: written, ellipses: [], brackets: [] };
  let text = written.replace(SIC, blanks).replace(FOOTNOTE, blanks);
  const ellipses: Span[] = [];
  text = text.replace(ELLIPSIS, (found, at: number) => {
    ellipses.push({ start: at, end: at + found.length });
    // A capital behind it begins a sentence.
    return '…'.padEnd(found.length);
  });
  text = text.replace(LETTER, (found, letter: string) => letter.padStart(found.length));
  text = text.replace(ENDING, (found, ending: string) => ending.padEnd(found.length));
  const brackets: Span[] = [];
  text = text.replace(BRACKETS, (found, words: string, at: number) => {
    brackets.push({ start: at, end: at + found.length });
    return ` ${words} `;
  });
  if (ellipses.length + brackets.length > MOST_MARKS) return { text: written, ellipses: [], brackets: [] };
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { text, ellipses: ellipses.filter(gap => gap.start > start && gap.end < end), brackets };
}

/** A text without its ellipses, for counting its words. */
export function withoutEllipses(text: string): string {
  return text.replace(ELLIPSIS, ' ');
}

/** A text without its editor's "[sic]" and marks of footnotes. */
export function withoutSic(text: string): string {
  return text.replace(SIC, '').replace(FOOTNOTE, '');
}
