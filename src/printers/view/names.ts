/** Names for ids, and which places and annotations belong together. Plain strings: each printer makes them safe. */

import { lazilyFor } from '../../core/lazily.ts';
import type { Id } from '../../core/model/model.ts';
import type { Anchor, ClaimView, Reading, SpeechView, View } from '../../core/model/view.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { sliceCodePoints } from '../../core/text/code-points.ts';
import { fewOf, listOf } from '../../core/text/list-of.ts';

export { annotationsOf, isKnown } from '../../core/model/view.ts';

/** Returns a party's name; its id if it has none, or if the name means something else. */
export function partyName(view: Pick<View, 'parties'>, id: Id): string {
  return view.parties.get(id)?.name ?? id;
}

export function partyNames(view: View, ids: readonly Id[]): string {
  return listOf(ids.map(id => partyName(view, id)));
}

/** Returns who speaks: a name, "unknown (A or B)", or undefined if the file does not say. */
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

/** Returns the name of a reading; layers without a creator have none. */
export function readingLabel(name: string | undefined): string {
  return name === undefined || name === '' ? 'no one named' : name;
}

/** Returns the entry of an anchor in words: an id, or "the transcript". */
export function anchorName(anchor: Anchor): string {
  if (anchor.entry === 'transcript') return 'the transcript';
  return anchor.entry?.id || anchor.target;
}

/** Whether an anchor is on the talk as a whole. */
export function isOnTranscript({ entry }: Anchor): boolean {
  return entry === 'transcript';
}

/** Returns the entry of an anchor, with its passage if it has one: `"5 million" in u1`. */
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

/** Returns the entries that a claim or an annotation is about, each once. */
export function targetNames({ anchors }: Anchored): string {
  return listOf([...new Set(anchors.map(anchorName))]);
}

/** Returns the places of a claim or an annotation, each once. */
export function placeNames({ anchors }: Anchored): string {
  return listOf([...new Set(anchors.map(passageName))]);
}

/** Names of places that stand where each of these places is printed. */
const MOST_NAMES = 20;

/**
 * Like {@link placeNames}, but of many places only the first few: this list is repeated at each of them, so output would
 * grow with the square of the talk.
 */
export function fewPlaceNames({ anchors }: Anchored): string {
  return fewNames(anchors);
}

const fewNames = lazilyFor((anchors: readonly Anchor[]) => {
  const names = [...new Set(anchors.map(passageName))];
  return names.length <= MOST_NAMES ? listOf(names) : fewOf(names, MOST_NAMES);
});
