/** The view as one JSON value, `onrecord/view@1`. */

import type { SpeechView } from '../../core/model/view.ts';
import { jsonDocument } from '../escape/json.ts';
import type { ViewPrinter } from './printer.ts';
import { claimRecord, headerRecord, knownRecords, speechRecord, VIEW_SCHEMA } from './records.ts';
import { summarise } from './summary.ts';

export const printJson: ViewPrinter = view => {
  const speech = (item: SpeechView) => ({
    ...speechRecord(item),
    annotations: knownRecords(item.annotations),
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
    annotations: knownRecords(view.general),
    summary: summarise(view),
  });
};
