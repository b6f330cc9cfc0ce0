/** The utterances that have to be compared word by word to know what became of them. */
import type { Utterance } from '../model.ts';
import { lettersShared } from './few-words.ts';
import { type UtterancePairs, wordsOf } from './utterance-pairs.ts';

/** Some utterances of both versions, and their pairs by places in these shorter lists. */
export interface Unsettled {
  /** Indexes into the whole lists, ascending. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly pairs: UtterancePairs;
}

/**
 * All but the pairs that are the same on both sides or differ in few words, between others that have counterparts: no
 * words of theirs that tell can have gone to another utterance. Pairs beside an utterance without a counterpart stay:
 * they bound the stretch in which its words are looked for.
 */
export function withoutSettled(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
): Unsettled {
  const isPaired = (counterpart: Int32Array, index: number) =>
    index < 0 || index >= counterpart.length || counterpart[index]! >= 0;
  const isSettled = (oldIndex: number, newIndex: number) =>
    isPaired(pairs.newOf, oldIndex - 1) &&
    isPaired(pairs.newOf, oldIndex + 1) &&
    isPaired(pairs.oldOf, newIndex - 1) &&
    isPaired(pairs.oldOf, newIndex + 1) &&
    (pairs.same[oldIndex] === 1 ||
      lettersShared(wordsOf(oldList[oldIndex]!), wordsOf(newList[newIndex]!)) !== undefined);
  const settledNew = new Uint8Array(newList.length);
  const old: number[] = [];
  for (let index = 0; index < oldList.length; index++) {
    const newIndex = pairs.newOf[index]!;
    if (newIndex >= 0 && isSettled(index, newIndex)) settledNew[newIndex] = 1;
    else old.push(index);
  }
  const fresh: number[] = [];
  for (let index = 0; index < newList.length; index++) if (!settledNew[index]) fresh.push(index);
  const newPlaces = new Int32Array(newList.length).fill(-1);
  for (let place = 0; place < fresh.length; place++) newPlaces[fresh[place]!] = place;
  const newOf = Int32Array.from(old, index => newPlaces[pairs.newOf[index]!] ?? -1);
  const oldOf = new Int32Array(fresh.length).fill(-1);
  for (const [place, newPlace] of newOf.entries()) if (newPlace >= 0) oldOf[newPlace] = place;
  const moved = Uint8Array.from(old, index => pairs.moved[index]!);
  const same = Uint8Array.from(old, index => pairs.same[index]!);
  return { old, new: fresh, pairs: { newOf, oldOf, moved, same, idsHold: pairs.idsHold } };
}
