/** The utterances that have to be compared word by word to know what became of them. */
import type { Utterance } from '../model.ts';
import { sameContent, type UtterancePairs } from './utterance-pairs.ts';

/** Some utterances of both versions, and their pairs by places in these shorter lists. */
export interface Unsettled {
  /** Indexes into the whole lists, ascending. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly pairs: UtterancePairs;
}

/** All but the pairs that are the same on both sides: no word of theirs can have gone to another utterance. */
export function withoutSettled(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
): Unsettled {
  const isSettled = (oldIndex: number, newIndex: number) =>
    oldIndex >= 0 && newIndex >= 0 && sameContent(oldList[oldIndex]!, newList[newIndex]!);
  const old = [...oldList.keys()].filter(index => !isSettled(index, pairs.newOf[index]!));
  const fresh = [...newList.keys()].filter(index => !isSettled(pairs.oldOf[index]!, index));
  const newPlaces = new Map(fresh.map((index, place) => [index, place]));
  const newOf = Int32Array.from(old, index => newPlaces.get(pairs.newOf[index]!) ?? -1);
  const oldOf = new Int32Array(fresh.length).fill(-1);
  for (const [place, newPlace] of newOf.entries()) if (newPlace >= 0) oldOf[newPlace] = place;
  const moved = Uint8Array.from(old, index => pairs.moved[index]!);
  return { old, new: fresh, pairs: { newOf, oldOf, moved, idsHold: pairs.idsHold } };
}
