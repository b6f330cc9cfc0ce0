/** Annotations in a transcript that is merged: those made on one side's words are fitted to the merged words. */

import { type UtteranceIndex, utteranceIndex } from '../anchor/old-passage.ts';
import { pinMatchesSpeeches, pinOfSpeeches } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import { type ReanchorOptions, reanchor } from '../anchor/reanchor.ts';
import { given } from '../given.ts';
import type { Id, Transcript, Utterance } from '../model/model.ts';
import type { MergeOptions } from './merge.ts';

type Reanchor = NonNullable<MergeOptions['reanchor']>;

/**
 * What `mergeVersions` needs to fit annotations to `merged`, the transcript that comes out of the merge. Only an anchor
 * whose own words are unchanged, and nothing beside them that tells of them, is fitted, with a new pin. Where the words were
 * edited, or have no sure place, anchor and pin stay as they were, so that `check` tells it: a merge confirms nothing.
 */
export function reanchorInMerged(
  ours: Transcript,
  theirs: Transcript,
  merged: Transcript,
  options: ReanchorOptions,
): Reanchor {
  const placements = {
    ours: placementsIn(ours, merged, options),
    theirs: placementsIn(theirs, merged, options),
  };
  const index = utteranceIndex(merged.utterances);
  return (annotation, madeOn) => {
    const placement = placements[madeOn].get(annotation.id);
    if (placement?.anchor?.target === undefined || placement.reason === 'not-an-utterance') return annotation;
    if (placement.verdict !== 'exact' && placement.verdict !== 'moved') return annotation;
    const { target, quote, before, after } = placement.anchor;
    const speeches = speechesOf(target, index);
    const isStale =
      annotation.pin !== undefined && speeches.length > 0 && !pinMatchesSpeeches(annotation.pin, speeches);
    const pin = isStale ? pinOfSpeeches(speeches, placement.anchor) : annotation.pin;
    const { quote: _quote, before: _before, after: _after, pin: _pin, ...rest } = annotation;
    return { ...rest, target: [...target], ...given({ quote, before, after, pin }) };
  };
}

/** Fits only anchors whose pins were current on their own side. */
function placementsIn(
  side: Transcript,
  merged: Transcript,
  options: ReanchorOptions,
): ReadonlyMap<Id, Placement> {
  const index = utteranceIndex(side.utterances);
  const current = side.annotations.filter(
    ({ target, pin }) => pin !== undefined && pinMatchesSpeeches(pin, speechesOf(target, index)),
  );
  const placed = reanchor(side, merged, current, options);
  return new Map(current.map(({ id }, at) => [id, placed[at]!]));
}

/** In the order of the targets, as a pin wants them; empty if part of the target names no utterance. */
function speechesOf(target: readonly string[], index: UtteranceIndex): Utterance[] {
  const found = target.map(name => index.targets([name])?.all);
  if (found.includes(undefined)) return [];
  return found.flatMap(places => places!.map(place => index.utterances[place]!));
}
