/** The view as one JSON value, `onrecord/view@1`. */

import type { PlacedAnnotation, SpeechView } from '../../core/model/view.ts';
import { anchorsIn } from '../../core/view/anchors-in.ts';
import { jsonDocument } from '../escape/json.ts';
import { isKnown } from './names.ts';
import type { ViewPrinter } from './printer.ts';
import { annotationRecord, claimRecord, headerRecord, speechRecord, VIEW_SCHEMA } from './records.ts';
import { summarise } from './summary.ts';

/**
 * An annotation with more places has them all where it is printed first, and with other utterances only those there: a
 * range over a long talk would make its output as long as the square of the talk.
 */
const MOST_REPEATED = 100;

export const printJson: ViewPrinter = view => {
  const long = new Set<PlacedAnnotation>();
  const recordAt = (placed: PlacedAnnotation, item: SpeechView) => {
    const { anchors } = placed;
    if (anchors.length <= MOST_REPEATED) return annotationRecord(placed);
    const isFirst = !long.has(placed);
    long.add(placed);
    return annotationRecord(placed, isFirst ? anchors : anchorsIn(item, anchors));
  };
  const speech = (item: SpeechView) => ({
    ...speechRecord(item),
    annotations: item.annotations.filter(isKnown).map(placed => recordAt(placed, item)),
    // Indexes into `claims`: implied claims have no id.
    claims: item.claims,
  });
  return jsonDocument({
    schema: VIEW_SCHEMA,
    ...headerRecord(view),
    parties: Object.fromEntries(view.parties),
    sources: Object.fromEntries(view.sources),
    utterances: view.utterances.map(speech),
    statements: view.statements.map(speech),
    claims: view.claims.map(claimRecord),
    annotations: view.general.filter(isKnown).map(placed => annotationRecord(placed)),
    summary: summarise(view),
  });
};
