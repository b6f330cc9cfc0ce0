/** Where a quote stands in one text (W3C TextQuoteSelector): exactly, or differing only in form. */

import type { TextRange } from '../model/view.ts';
import { clusterEdges } from '../text/cluster-edges.ts';
import { toCodePointOffset } from '../text/code-points.ts';
import { type FoldedText, fold } from '../text/fold-text.ts';

/** A quote with what must stand directly before and after it. */
export interface Quote {
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/**
 * Ranges count code points and split no grapheme cluster.
 * `folded`: no place has the very words; those given differ in Unicode form, quotation marks or white space only.
 */
export type QuoteLocation =
  | { readonly verdict: 'exact'; readonly range: TextRange; readonly folded: boolean }
  | { readonly verdict: 'ambiguous'; readonly ranges: readonly TextRange[]; readonly folded: boolean }
  /** `elsewhere`: places that have the quote, but other words around it. */
  | { readonly verdict: 'orphaned'; readonly elsewhere: readonly TextRange[] };

/** The form in which texts and quotes are compared where the very words are not found. */
export type Folding = (text: string) => FoldedText;

/** Finds a quote in a text. Places that overlap count as several; an empty quote has no place. */
export function locateQuote(text: string, quote: Quote, folding: Folding = fold): QuoteLocation {
  const exact = occurrences(text, quote);
  if (exact.length > 0) return located(text, exact, false);
  const folded = foldedOccurrences(text, quote, folding);
  if (folded.length > 0) return located(text, folded, true);
  const elsewhere = occurrences(text, { quote: quote.quote });
  return { verdict: 'orphaned', elsewhere: elsewhere.map(place => inCodePoints(text, place)) };
}

function located(text: string, places: readonly TextRange[], folded: boolean): QuoteLocation {
  const [only] = places;
  return places.length === 1 && only !== undefined
    ? { verdict: 'exact', range: inCodePoints(text, only), folded }
    : { verdict: 'ambiguous', ranges: places.map(place => inCodePoints(text, place)), folded };
}

function inCodePoints(text: string, { start, end }: TextRange): TextRange {
  const from = toCodePointOffset(text, start);
  return { start: from, end: from + toCodePointOffset(text.slice(start, end), end - start) };
}

/** UTF-16 ranges of a quote in its context. */
export function occurrences(text: string, quote: Quote): TextRange[] {
  const found = matches(text, quote);
  if (found.length === 0) return found;
  const isEdge = clusterEdges(text);
  return found.filter(({ start, end }) => isEdge(start) && isEdge(end));
}

function foldedOccurrences(original: string, quote: Quote, folding: Folding): TextRange[] {
  const { text, offsets, ends } = folding(original);
  const folded: Quote = {
    quote: folding(quote.quote).text,
    before: quote.before && folding(quote.before).text,
    after: quote.after && folding(quote.after).text,
  };
  return matches(text, folded).flatMap(match => {
    const start = offsets.get(match.start);
    const end = ends.get(match.end);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}

function matches(text: string, quote: Quote): TextRange[] {
  const found: TextRange[] = [];
  for (let start = nextMatch(text, quote, 0); start !== -1; start = nextMatch(text, quote, start + 1))
    found.push({ start, end: start + quote.quote.length });
  return found;
}

/** Where a quote in its context begins, no earlier than `from`; -1 where it does not. */
function nextMatch(text: string, { quote, before = '', after = '' }: Quote, from: number): number {
  if (quote === '') return -1;
  for (let start = text.indexOf(quote, from); start !== -1; start = text.indexOf(quote, start + 1)) {
    const isBehind = start >= before.length && text.startsWith(before, start - before.length);
    if (isBehind && text.startsWith(after, start + quote.length)) return start;
  }
  return -1;
}
