/** Outcomes of re-anchoring as plain values, for the outputs that programs read. */

import { VERDICTS } from '../../core/model/vocabulary.ts';
import { changedWords, type Outcome } from '../../core/reanchor/outcome.ts';
import type { JsonRecord } from '../escape/json.ts';
import type { LayerReport, ReanchorReport } from './report.ts';

/** Version of the records: fields are only added within one. */
export const REANCHOR_SCHEMA = 'onrecord/reanchor@1';

export function layerRecord({ file, reference, parties, isChanged, isWritten }: LayerReport): JsonRecord {
  return {
    file,
    transcript: reference,
    ...(parties.changes.length > 0 && { parties: parties.changes }),
    changed: isChanged,
    written: isWritten,
  };
}

/** Parties that the new version has under other ids; no key where there are none. */
export function speakersRecord({ speakers }: ReanchorReport): JsonRecord {
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
export function summaryRecord({ layers }: ReanchorReport): JsonRecord {
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
