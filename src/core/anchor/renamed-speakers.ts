import type { Id } from '../model/model.ts';
import type { VersionPair } from './version-pair.ts';

/** Share of a speaker's utterances that must have gone to one other speaker; the rest may be corrections. */
const LEAST_AGREEMENT = 0.9;

/**
 * Party ids that were only renamed: all their utterances now belong to one other id that the old version did not have.
 * A renamed speaker is the same speaker, a corrected one is not.
 */
export function renamedSpeakers({ old, new: fresh, pairs }: VersionPair): ReadonlyMap<Id, Id> {
  const known = new Set(old.map(utterance => utterance.speaker));
  const still = new Set(fresh.map(utterance => utterance.speaker));
  const counts = new Map<Id, Map<Id, number>>();
  for (const [index, { speaker }] of old.entries()) {
    const now = pairs.newOf[index]! < 0 ? undefined : fresh[pairs.newOf[index]!]!.speaker;
    if (speaker === undefined || now === undefined || still.has(speaker)) continue;
    const ofSpeaker = counts.get(speaker) ?? new Map<Id, number>();
    ofSpeaker.set(now, (ofSpeaker.get(now) ?? 0) + 1);
    counts.set(speaker, ofSpeaker);
  }
  const renamed = new Map<Id, Id>();
  for (const [speaker, ofSpeaker] of counts) {
    const all = [...ofSpeaker.values()].reduce((sum, count) => sum + count, 0);
    for (const [now, count] of ofSpeaker)
      if (all > 1 && count >= LEAST_AGREEMENT * all && !known.has(now)) renamed.set(speaker, now);
  }
  return renamed;
}
