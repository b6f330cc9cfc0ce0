/** Quotes as people type them: with the marks of their keyboard, in whatever case. */
import { foldWord } from '../language/fold-word.ts';
import type { Statement, Utterance } from '../model/model.ts';
import type { FoldedText } from '../text/fold-text.ts';
import { graphemes } from '../text/graphemes.ts';
import { type FoundQuote, findQuote } from './find-quote.ts';
import type { Quote } from './locate-quote.ts';

/**
 * Finds a quote that someone typed. Where its very words stand nowhere, texts are compared without regard to case, Unicode
 * form, invisible marks, and the shape of quotation marks, dashes, apostrophes and white space. The place that is found has the words
 * as the text writes them; an anchor is always written with those.
 */
export function findTypedQuote<S extends Utterance | Statement>(
  quote: Quote,
  speeches: readonly S[],
): FoundQuote<S> {
  const found = findQuote(quote, speeches);
  if (found.verdict !== 'orphaned') return found;
  const typed = findQuote({ ...quote, quote: quote.quote.replace(AROUND, '') }, speeches, foldTyped);
  return typed.verdict === 'orphaned' ? found : typed;
}

/** White space and invisible marks around a quote: a space behind a soft hyphen is around it as well. */
const AROUND =
  /^[\s\xad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+|[\s\xad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+$/g;
const SPACE = /^[\s\u200b]+$/;
const DASH = /^[\p{Pd}\u2212]$/u;
/** Every mark of quotation and apostrophe, one or two strokes, of any keyboard. */
const QUOTATION_MARK =
  /^["'`\xab\xb4\xbb\u02b9-\u02bd\u02bf\u055a\u05f3\u05f4\u2018-\u201f\u2032-\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f]$/;

/**
 * Letters as words are compared; one space for white space, one dash for dashes and the spaces beside them, one mark for
 * quotation marks and apostrophes in a row.
 */
function foldTyped(original: string): FoldedText {
  let text = '';
  let offset = 0;
  const offsets = new Map<number, number>();
  const ends = new Map<number, number>();
  const mark = (place: number) => {
    offsets.set(text.length, place);
    if (!ends.has(text.length)) ends.set(text.length, place);
  };
  // A space is written once it is known that no dash follows it.
  let isSpacePending = false;
  const writeSpace = () => {
    if (isSpacePending) text += ' ';
    isSpacePending = false;
  };
  mark(0);
  for (const cluster of graphemes(original)) {
    const kind = kindOf(cluster);
    if (kind === ' ') isSpacePending = !text.endsWith('-');
    else {
      if (kind === '-') isSpacePending = false;
      else writeSpace();
      mark(offset);
      if (kind === undefined) text += foldWord(cluster);
      else if (!text.endsWith(kind)) text += kind;
      mark(offset + cluster.length);
    }
    offset += cluster.length;
  }
  writeSpace();
  mark(offset);
  return { text, offsets, ends };
}

/** The sign that stands for all of its kind; undefined for a letter or another mark. */
function kindOf(cluster: string): ' ' | '-' | "'" | undefined {
  if (SPACE.test(cluster)) return ' ';
  if (DASH.test(cluster)) return '-';
  return QUOTATION_MARK.test(cluster) ? "'" : undefined;
}
