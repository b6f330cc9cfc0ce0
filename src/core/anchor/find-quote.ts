/** Where a quote stands among several utterances and statements. */
import { pushAll } from '../long-lists.ts';
import type { Speech } from '../model/model.ts';
import type { TextRange } from '../model/view.ts';
import { type Folding, locateQuote, type Quote } from './locate-quote.ts';

/** Code points of the text of one of the speeches. */
export interface FoundPlace<S> {
  readonly speech: S;
  readonly range: TextRange;
}

/** `folded`: no place has the very words; those given differ in Unicode form, quotation marks or white space only. */
export type FoundQuote<S> =
  | { readonly verdict: 'exact'; readonly place: FoundPlace<S>; readonly folded: boolean }
  | { readonly verdict: 'ambiguous'; readonly places: readonly FoundPlace<S>[]; readonly folded: boolean }
  /** `elsewhere`: places that have the quote, but other words around it. */
  | { readonly verdict: 'orphaned'; readonly elsewhere: readonly FoundPlace<S>[] };

/**
 * Finds a quote in some speeches, in which a quote stands in one only. The very words in one of them win over words in
 * another form in a second. A speech that is named twice counts once.
 *
 * @param folding what counts as another form of the same words; that of anchors by default.
 */
export function findQuote<S extends Speech>(
  quote: Quote,
  speeches: readonly S[],
  folding?: Folding,
): FoundQuote<S> {
  const exactly: FoundPlace<S>[] = [];
  const folded: FoundPlace<S>[] = [];
  const elsewhere: FoundPlace<S>[] = [];
  for (let index = 0; index < speeches.length; index++) {
    const speech = speeches[index]!;
    if (index > 0 && speeches.indexOf(speech) < index) continue;
    const location = locateQuote(speech.text ?? '', quote, folding);
    const place = (range: TextRange): FoundPlace<S> => ({ speech, range });
    if (location.verdict === 'orphaned') pushAll(elsewhere, location.elsewhere.map(place));
    else {
      const ranges = location.verdict === 'exact' ? [location.range] : location.ranges;
      pushAll(location.folded ? folded : exactly, ranges.map(place));
    }
  }
  const places = exactly.length > 0 ? exactly : folded;
  const [first] = places;
  if (first === undefined) return { verdict: 'orphaned', elsewhere };
  const isFolded = exactly.length === 0;
  return places.length === 1
    ? { verdict: 'exact', place: first, folded: isFolded }
    : { verdict: 'ambiguous', places, folded: isFolded };
}
