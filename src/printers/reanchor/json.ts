/** Re-anchoring for programs, `onrecord/reanchor@1`. */

import { VERDICTS } from '../../core/model/vocabulary.ts';
import { changedWords, type Outcome } from '../../core/reanchor/outcome.ts';
import { type JsonRecord, jsonDocument, jsonLines } from '../escape/json.ts';
import type { LayerReport, ReanchorPrinter, ReanchorReport } from './report.ts';

/** Version of the records: fields are only added within one. */
const REANCHOR_SCHEMA = 'onrecord/reanchor@1';

/** One JSON value. */
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

/** JSON Lines, one record a line with its `type`: `reanchor` first, `layer` before its `outcome`s, `summary` last. */
export const printReanchorNdjson: ReanchorPrinter = report =>
  jsonLines([
    { type: 'reanchor', schema: REANCHOR_SCHEMA, ...report.names, ...speakersRecord(report) },
    ...report.layers.flatMap(layer => [
      { type: 'layer', ...layerRecord(layer) },
      ...layer.outcomes.map(outcome => ({ type: 'outcome', layer: layer.file, ...outcomeRecord(outcome) })),
    ]),
    { type: 'summary', ...summaryRecord(report) },
  ]);

function layerRecord({ file, reference, parties, isChanged, isWritten }: LayerReport): JsonRecord {
  return {
    file,
    transcript: reference,
    ...(parties.changes.length > 0 && { parties: parties.changes }),
    changed: isChanged,
    written: isWritten,
  };
}

/** Parties that the new version has under other ids; no key where there are none. */
function speakersRecord({ speakers }: ReanchorReport): JsonRecord {
  return speakers.length === 0 ? {} : { speakers };
}

export function outcomeRecord({
  kind,
  id,
  state,
  lacksId,
  isAccepted,
  placement,
  before,
  after,
  references,
}: Outcome): JsonRecord {
  const { verdict, reason, scores, margin, alarms, passages } = placement;
  return {
    kind,
    id,
    verdict,
    state,
    reason: lacksId ? 'no-id' : reason,
    accepted: isAccepted,
    scores,
    margin,
    alarms: alarms.map(({ kind: changed, old, new: now, language }) => ({
      kind: changed,
      old: old ?? null,
      new: now ?? null,
      language,
    })),
    before,
    after,
    references: references.length === 0 ? undefined : references,
    passages: passages.map(({ utterance, id: name, range }) => ({
      index: utterance,
      id: name ?? null,
      range,
    })),
    words: changedWords(placement).map(run => ({ kind: run.kind, text: run.text })),
  };
}

/** Counts by state and by verdict, over all layers. */
function summaryRecord({ layers }: ReanchorReport): JsonRecord {
  const outcomes = layers.flatMap(layer => layer.outcomes);
  const count = (isMeant: (outcome: Outcome) => boolean) => outcomes.filter(isMeant).length;
  return {
    kept: count(({ state }) => state === 'kept'),
    carried: count(({ state }) => state === 'carried'),
    left: count(({ state }) => state === 'left'),
    verdicts: Object.fromEntries(
      VERDICTS.map(verdict => [verdict, count(({ placement }) => placement.verdict === verdict)]),
    ),
    alarms: count(({ placement }) => placement.alarms.length > 0),
  };
}
