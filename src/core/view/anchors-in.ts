/**
 * Which anchors lie where. A range names every utterance of a talk at once, and each of them is asked for its anchors: long
 * lists are looked up, so that a view takes time in proportion to the talk.
 */
import { sha256 } from '../anchor/hash.ts';
import { speechAt } from '../anchor/pin.ts';
import { lazilyFor } from '../lazily.ts';
import { append } from '../maps.ts';
import type { Speech } from '../model/model.ts';
import { type Anchor, isEntryOf, type SpeechView } from '../model/view.ts';

/** Lists up to this length are gone through, which is faster than to look up. */
const FEW = 8;

/** The anchors that lie in an utterance or statement. */
export function anchorsIn(speech: SpeechView, anchors: readonly Anchor[]): readonly Anchor[] {
  if (anchors.length <= FEW) return anchors.filter(({ entry }) => isEntryOf(entry, speech));
  const places = placesOf(anchors);
  const byValue = places.get(speech.speech) ?? [];
  const byId = (speech.id !== undefined && places.get(`${speech.kind} ${speech.id}`)) || [];
  return [...new Set([...byId, ...byValue])];
}

/** As {@link anchorsIn}, of those that lead to this very value. */
export function anchorsTo(speech: Speech, anchors: readonly Anchor[]): readonly Anchor[] {
  if (anchors.length <= FEW) return anchors.filter(anchor => speechAt(anchor) === speech);
  return placesOf(anchors).get(speech) ?? [];
}

/** By the utterance or statement itself, and by its kind and id. */
const placesOf = lazilyFor((anchors: readonly Anchor[]) => {
  const places = new Map<unknown, Anchor[]>();
  for (const anchor of anchors) {
    const { entry } = anchor;
    if (entry === undefined || entry === 'transcript') continue;
    append(places, entry.value, anchor);
    if (entry.id !== undefined) append(places, `${entry.kind} ${entry.id}`, anchor);
  }
  return places;
});

/** The anchors whose target or passage was not found, or not in one place. */
export function lostAmong(anchors: readonly Anchor[]): readonly Anchor[] {
  return anchors.length <= FEW ? anchors.filter(isLost) : lostOf(anchors);
}

const lostOf = lazilyFor((anchors: readonly Anchor[]) => anchors.filter(isLost));

function isLost({ entry, verdict }: Anchor): boolean {
  return entry === undefined || verdict === 'orphaned' || verdict === 'ambiguous';
}

/** What anchors name, in a few characters: that of two annotations is the same if they name the same. */
export const targetsKey = lazilyFor((anchors: readonly Anchor[]) => {
  const targets = anchors.map(({ target }) => target).join('\n');
  return anchors.length <= FEW ? targets : sha256(targets);
});
