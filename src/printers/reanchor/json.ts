/** Re-anchoring as one JSON value, `onrecord/reanchor@1`. */
import { jsonDocument } from '../escape/json.ts';
import { layerRecord, outcomeRecord, REANCHOR_SCHEMA, speakersRecord, summaryRecord } from './records.ts';
import type { ReanchorPrinter } from './report.ts';

export const printReanchorJson: ReanchorPrinter = report =>
  jsonDocument({
    schema: REANCHOR_SCHEMA,
    ...report.names,
    ...speakersRecord(report),
    layers: report.layers.map(layer => ({
      ...layerRecord(layer),
      outcomes: layer.outcomes.map(outcomeRecord),
    })),
    summary: summaryRecord(report),
  });
