/** Re-anchoring as JSON Lines, one record a line with its `type`: `reanchor` first, `layer` before its `outcome`s, `summary` last. */
import { jsonLines } from '../escape/json.ts';
import { layerRecord, outcomeRecord, REANCHOR_SCHEMA, speakersRecord, summaryRecord } from './records.ts';
import type { ReanchorPrinter } from './report.ts';

export const printReanchorNdjson: ReanchorPrinter = report =>
  jsonLines([
    { type: 'reanchor', schema: REANCHOR_SCHEMA, ...report.names, ...speakersRecord(report) },
    ...report.layers.flatMap(layer => [
      { type: 'layer', ...layerRecord(layer) },
      ...layer.outcomes.map(outcome => ({ type: 'outcome', layer: layer.file, ...outcomeRecord(outcome) })),
    ]),
    { type: 'summary', ...summaryRecord(report) },
  ]);
