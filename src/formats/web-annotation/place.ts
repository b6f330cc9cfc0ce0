/** Finds the quote of a foreign annotation in a transcript. */
import { locateQuote } from '../../core/anchor/locate-quote.ts';
import type { Annotation, Transcript } from '../../core/model/model.ts';

export interface ForeignQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

type Placed = Pick<Annotation, 'target'> &
  Partial<Pick<Annotation, 'quote' | 'before' | 'after' | 'verdict'>>;

/**
 * The one utterance or statement that has the quotation; the context decides between several. Kept on the transcript,
 * as orphaned or ambiguous, where it is in none or several.
 */
export function placeQuote({ exact, prefix, suffix }: ForeignQuote, transcript: Transcript): Placed {
  const speeches = [...transcript.utterances, ...transcript.statements];
  const found = speeches.flatMap(({ id, text = '' }) => {
    const place = id === undefined ? undefined : locateQuote(text, { quote: exact });
    return place === undefined || place.verdict === 'orphaned'
      ? []
      : [{ id: id!, text, isOnce: place.verdict === 'exact' }];
  });
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0 && first.isOnce) return { target: [first.id], quote: exact };
  const inContext = found.flatMap(({ id, text }) => {
    const context = { before: endOf(prefix, text), after: startOf(suffix, text) };
    return locateQuote(text, { quote: exact, ...context }).verdict === 'exact' ? [{ id, ...context }] : [];
  });
  const [only, ...more] = inContext;
  if (only !== undefined && more.length === 0) {
    return { target: [only.id], quote: exact, before: only.before, after: only.after };
  }
  return { target: ['transcript'], quote: exact, verdict: found.length === 0 ? 'orphaned' : 'ambiguous' };
}

/** The longest end of a prefix that the text has: what lies before the utterance is not in it. */
function endOf(prefix: string, text: string): string {
  let from = 0;
  while (from < prefix.length && !text.includes(prefix.slice(from))) from++;
  return prefix.slice(from);
}

function startOf(suffix: string, text: string): string {
  let to = suffix.length;
  while (to > 0 && !text.includes(suffix.slice(0, to))) to--;
  return suffix.slice(0, to);
}
