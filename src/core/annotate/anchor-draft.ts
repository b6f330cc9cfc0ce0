/** Makes a new annotation hold on to its text: the quote in the text's own form, context until it is unique, a pin. */

import { growContext } from '../anchor/grow-context.ts';
import { isSpeech, pinOf } from '../anchor/pin.ts';
import { findTypedQuote } from '../anchor/typed-quote.ts';
import { given } from '../given.ts';
import type { Annotation } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { TextRange } from '../model/view.ts';
import { sliceCodePoints } from '../text/code-points.ts';

/** What an annotation is attached to, as someone states it. */
export type AnchorDraft = Pick<Annotation, 'target'> & {
  readonly quote?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};

export interface AnchorFields {
  readonly quote?: string;
  readonly before?: string;
  readonly after?: string;
  readonly pin?: string;
}

/** Places that a quote could mean; the caller asks which, or gives `occurrence`. */
export interface AmbiguousQuote {
  readonly ambiguous: readonly { readonly entry: Entry; readonly range: TextRange }[];
}

/**
 * The fields that anchor a draft. A quote that is found nowhere, or a target that names nothing, is given back as it is:
 * `check` has the words for that.
 * @param occurrence which of several places is meant, counted from 1 in the order of targets and text.
 */
export function anchorDraft(
  draft: AnchorDraft,
  resolver: TargetResolver,
  occurrence?: number,
): AnchorFields | AmbiguousQuote {
  const entries = draft.target.flatMap(target => {
    const resolution = resolver.resolve(target);
    return resolution.found === 'entries' ? resolution.entries : [];
  });
  const { quote, before, after } = draft;
  if (quote === undefined) return pinned({}, entries);
  const speeches = entries.filter(isSpeech);
  const found = findTypedQuote(
    { quote, before, after },
    speeches.map(({ value }) => value),
  );
  if (found.verdict === 'orphaned') return pinned({ quote, ...given({ before, after }) }, entries);
  const places = found.verdict === 'exact' ? [found.place] : found.places;
  const place = occurrence === undefined ? places[0] : places[occurrence - 1];
  if (place === undefined) return pinned({ quote, ...given({ before, after }) }, entries);
  if (occurrence === undefined && places.length > 1) {
    const inEntries = places.map(({ speech, range }) => {
      return { entry: speeches.find(({ value }) => value === speech)!, range };
    });
    return { ambiguous: inEntries };
  }
  const { text = '' } = place.speech;
  const { start, end } = place.range;
  return pinned({ quote: sliceCodePoints(text, start, end), ...growContext(text, place.range) }, entries);
}

function pinned(fields: AnchorFields, entries: readonly Entry[]): AnchorFields {
  const pin = pinOf(entries, fields);
  return pin === undefined ? fields : { ...fields, pin };
}
