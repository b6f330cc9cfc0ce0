/** Finds the quotes of annotations in the texts of their targets. */

import { aimsOf } from '../../core/anchor/anchors.ts';
import type { FoundPlace } from '../../core/anchor/find-quote.ts';
import { isSpeech } from '../../core/anchor/pin.ts';
import { lazilyFor } from '../../core/lazily.ts';
import { pushAll } from '../../core/long-lists.ts';
import { waitsItself } from '../../core/model/anchor-state.ts';
import type { Annotation, Claim, Statement, Utterance } from '../../core/model/model.ts';
import type { Entry } from '../../core/model/project.ts';
import type { TextRange } from '../../core/model/view.ts';
import type { Anchors } from '../context/anchors.ts';
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
 * The quotes of annotations that have not ended which stand in no place or in several. Left out are those of which a target
 * names nothing, which `unknown-reference` reports. Several rules ask for the same quotes, and each is sought once.
 */
export const quotesAmiss = lazilyFor((anchors: Anchors): readonly AmissQuote[] =>
  anchors.entries.annotations.flatMap(annotation => {
    const { value } = annotation;
    if (value.quote === undefined) return [];
    const state = anchors.stateOf(value);
    const isAmiss =
      waitsItself(state) && (state.reason === 'words-gone' || state.reason === 'several-places');
    return isAmiss ? [{ annotation, quote: locate(value, value.quote, anchors.entries) }] : [];
  }),
);

function locate(value: Annotation, quote: string, entries: Entries): LocatedQuote {
  const aims = aimsOf(value, entries.targets);
  const found = aims.quote!;
  const speeches = aims.entries.filter(isSpeech);
  const inEntries = (places: readonly FoundPlace<Utterance | Statement>[]) =>
    places.map(({ speech, range }): QuotePlace => {
      return { entry: speeches.find(entry => entry.value === speech)!, range };
    });
  return {
    quote,
    speeches,
    places: found.verdict === 'ambiguous' ? inEntries(found.places) : [],
    elsewhere: found.verdict === 'orphaned' ? inEntries(found.elsewhere) : [],
  };
}

/** The entries that the targets of an annotation or claim name, in their order; undefined if one names nothing. */
export function targetsOf(
  { target: targeted = [] }: Annotation | Claim,
  entries: Entries,
): readonly Entry[] | undefined {
  const [first] = targeted;
  if (first !== undefined && targeted.length === 1) {
    const resolution = entries.targets.resolve(first);
    if (resolution.found === 'entries') return resolution.entries;
  }
  const targets: Entry[] = [];
  for (const target of targeted) {
    const resolution = entries.targets.resolve(target);
    if (resolution.found === 'nothing') return undefined;
    if (resolution.found === 'entries') pushAll(targets, resolution.entries);
  }
  return targets;
}
