/** Names for ids, and which places and annotations belong together. Plain strings: each printer makes them safe. */

import { lazilyFor } from '../../core/lazily.ts';
import type { Id } from '../../core/model/model.ts';
import type { Anchor, ClaimView, Reading, SpeechView, View } from '../../core/model/view.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { sliceCodePoints } from '../../core/text/code-points.ts';
import { fewOf, listOf } from '../../core/text/list-of.ts';

export { annotationsOf, isKnown } from '../../core/model/view.ts';

/** A party's name; the id where it has none, or where it names something else. */
export function partyName(view: Pick<View, 'parties'>, id: Id): string {
  return view.parties.get(id)?.name ?? id;
}

export function partyNames(view: View, ids: readonly Id[]): string {
  return listOf(ids.map(id => partyName(view, id)));
}

/** Who speaks: a name, "unknown (A or B)", or undefined where the file says nothing. */
export function speakerName(view: View, speech: SpeechView['speech']): string | undefined {
  const { speaker, alternatives = [] } = speech;
  if (speaker === undefined && alternatives.length === 0) return undefined;
  const name = speaker === undefined || speaker === UNKNOWN_PARTY ? UNKNOWN_PARTY : partyName(view, speaker);
  const others = alternatives.map(id => partyName(view, id));
  return others.length === 0
    ? name
    : `${name} (${name === UNKNOWN_PARTY ? '' : 'or '}${listOf(others, 'or')})`;
}

export function readingName(reading: Reading): string {
  return readingLabel(reading.name);
}

/** A reading by its name; layers without a creator are of no one named. */
export function readingLabel(name: string | undefined): string {
  return name === undefined || name === '' ? 'no one named' : name;
}

/** What an anchor names, in words: an id, or "the transcript". */
export function anchorName(anchor: Anchor): string {
  if (anchor.entry === 'transcript') return 'the transcript';
  return anchor.entry?.id || anchor.target;
}

/** Whether an anchor is on the talk as a whole. */
export function isOnTranscript({ entry }: Anchor): boolean {
  return entry === 'transcript';
}

/** What an anchor names, with the passage where it is one: `"5 million" in u1`. */
export function passageName(anchor: Anchor): string {
  const { entry, range } = anchor;
  const name = anchorName(anchor);
  // A passage that has no place now keeps its words: it never becomes the whole of what it was in.
  if (anchor.quote !== undefined) return `"${anchor.quote}" in ${name}`;
  if (range === undefined || entry === undefined || entry === 'transcript') return name;
  const text = 'text' in entry.value ? (entry.value.text ?? '') : '';
  return `"${sliceCodePoints(text, range.start, range.end)}" in ${name}`;
}

type Anchored = Pick<ClaimView, 'anchors'>;

/** What a claim or an annotation is about, each name once. */
export function targetNames({ anchors }: Anchored): string {
  return listOf([...new Set(anchors.map(anchorName))]);
}

/** Where a claim or an annotation has its words, each place once. */
export function placeNames({ anchors }: Anchored): string {
  return listOf([...new Set(anchors.map(passageName))]);
}

/** Names of places that stand where each of these places is printed. */
const MOST_NAMES = 20;

/**
 * As {@link placeNames}, for a name that is repeated at each of the places: of many the first few, so that an output grows
 * with the talk and not with its square.
 */
export function fewPlaceNames({ anchors }: Anchored): string {
  return fewNames(anchors);
}

const fewNames = lazilyFor((anchors: readonly Anchor[]) => {
  const names = [...new Set(anchors.map(passageName))];
  return names.length <= MOST_NAMES ? listOf(names) : fewOf(names, MOST_NAMES);
});
