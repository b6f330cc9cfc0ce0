/** Where the quotes of annotations stand in the texts of their targets. */

import { locateQuote, standsOnce } from '../../core/anchor/locate-quote.ts';
import { isSpeech } from '../../core/anchor/pin.ts';
import { lazilyFor } from '../../core/lazily.ts';
import type { Annotation, Statement, Utterance } from '../../core/model/model.ts';
import type { Entry } from '../../core/model/project.ts';
import type { TextRange } from '../../core/model/view.ts';
import type { Entries, Located } from '../context/entries.ts';

/** A place of a quote: an entry and a range of its text, in code points. */
export interface QuotePlace {
  readonly entry: Entry<Utterance | Statement>;
  readonly range: TextRange;
}

export interface LocatedQuote {
  readonly quote: string;
  /** Utterances and statements among the targets. */
  readonly speeches: readonly Entry<Utterance | Statement>[];
  /** Every place that fits, over all targets. */
  readonly places: readonly QuotePlace[];
  /** Where no place fits: places that have the quote, but other words than `before` and `after` around it. */
  readonly elsewhere: readonly QuotePlace[];
}

/** A quote that does not stand in one place. */
export interface AmissQuote {
  readonly annotation: Located<Annotation>;
  readonly quote: LocatedQuote;
}

/**
 * The quotes that stand in no place or in several. Left out are those of which a target names nothing, which
 * `unknown-reference` reports. Several rules ask for the same quotes, and looking for one takes longer than asking.
 */
export const quotesAmiss = lazilyFor((entries: Entries): readonly AmissQuote[] =>
  entries.annotations.flatMap(annotation => {
    const quote = locate(annotation.value, entries);
    return quote === undefined || quote.places.length === 1 ? [] : [{ annotation, quote }];
  }),
);

/** The very words in one target win over words in another form in a second, as in the view. */
function locate(value: Annotation, entries: Entries): LocatedQuote | undefined {
  const { quote, before, after } = value;
  if (quote === undefined) return undefined;
  const targets = targetsOf(value, entries);
  if (targets === undefined) return undefined;
  const [only] = targets;
  // As nearly every quote is: nobody asks where it stands.
  if (targets.length === 1 && isSpeech(only!) && standsOnce(only.value.text ?? '', { quote, before, after }))
    return undefined;
  const speeches = targets.filter(isSpeech);
  const exact: QuotePlace[] = [];
  const folded: QuotePlace[] = [];
  const elsewhere: QuotePlace[] = [];
  for (const entry of speeches) {
    const location = locateQuote(entry.value.text ?? '', { quote, before, after });
    if (location.verdict === 'orphaned')
      elsewhere.push(...location.elsewhere.map(range => ({ entry, range })));
    else {
      const ranges = location.verdict === 'exact' ? [location.range] : location.ranges;
      (location.folded ? folded : exact).push(...ranges.map(range => ({ entry, range })));
    }
  }
  return { quote, speeches, places: exact.length > 0 ? exact : folded, elsewhere };
}

/** The entries that an annotation's targets name, in their order; undefined where one names nothing. */
export function targetsOf(annotation: Annotation, entries: Entries): readonly Entry[] | undefined {
  const [first] = annotation.target;
  if (first !== undefined && annotation.target.length === 1) {
    const resolution = entries.targets.resolve(first);
    if (resolution.found === 'entries') return resolution.entries;
  }
  const targets: Entry[] = [];
  for (const target of annotation.target) {
    const resolution = entries.targets.resolve(target);
    if (resolution.found === 'nothing') return undefined;
    if (resolution.found === 'entries') targets.push(...resolution.entries);
  }
  return targets;
}
