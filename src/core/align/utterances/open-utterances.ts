/** Selects the utterances that must be compared word by word. */
import type { Utterance } from '../../model/model.ts';
import { LEAST_SHARED, lettersShared } from './shared-letters.ts';
import { type UtterancePairs, wordsOf } from './utterance-pairs.ts';

/** Some utterances of both versions, and their pairs by places in these shorter lists. */
export interface OpenUtterances {
  /** Indexes into the whole lists, ascending. */
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** A pair that only bounds a stretch counts as equal: its words are not compared. */
  readonly pairs: UtterancePairs;
}

/**
 * Leaves out the pairs that are equal or differ in a few words, if their neighbours have counterparts too: none of their
 * words can have gone to another utterance. Beside an utterance without a counterpart such a pair stays, to bound the
 * stretch in which the words are searched.
 * @param edited for each old utterance whether its pair is known to differ in a few words only
 */
export function openUtterances(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
  edited: Uint8Array,
): OpenUtterances {
  const settledNew = new Uint8Array(newList.length);
  const bounds = new Uint8Array(oldList.length);
  const old: number[] = [];
  for (let index = 0; index < oldList.length; index++) {
    const newIndex = pairs.newOf[index]!;
    if (newIndex >= 0) {
      const shared = shareOfLetters(index, newIndex);
      if (shared !== undefined && isBetweenPairs(pairs, index, newIndex)) {
        settledNew[newIndex] = 1;
        continue;
      }
      if (shared !== undefined && shared >= LEAST_SHARED) bounds[index] = 1;
    }
    old.push(index);
  }
  const fresh: number[] = [];
  for (let index = 0; index < newList.length; index++) if (!settledNew[index]) fresh.push(index);
  const newPlaces = new Int32Array(newList.length).fill(-1);
  for (let place = 0; place < fresh.length; place++) newPlaces[fresh[place]!] = place;
  const newOf = new Int32Array(old.length).fill(-1);
  const oldOf = new Int32Array(fresh.length).fill(-1);
  const moved = new Uint8Array(old.length);
  const same = new Uint8Array(old.length);
  for (let place = 0; place < old.length; place++) {
    const index = old[place]!;
    moved[place] = pairs.moved[index]!;
    same[place] = bounds[index]!;
    if (pairs.newOf[index] === -1) continue;
    newOf[place] = newPlaces[pairs.newOf[index]!]!;
    oldOf[newOf[place]!] = place;
  }
  return { old, new: fresh, pairs: { newOf, oldOf, moved, same, idsHold: pairs.idsHold } };

  /** The share of letters in equal words (or {@link LEAST_SHARED}, if that is known); undefined if more than a few words differ. */
  function shareOfLetters(oldIndex: number, newIndex: number): number | undefined {
    if (pairs.same[oldIndex] === 1) return 1;
    if (edited[oldIndex] === 1) return LEAST_SHARED;
    const [oldText, newText] = [wordsOf(oldList[oldIndex]!), wordsOf(newList[newIndex]!)];
    const shared = lettersShared(oldText, newText);
    return shared === undefined ? undefined : shared / Math.max(oldText.length, newText.length);
  }
}

/** Whether both neighbours have counterparts. */
function isBetweenPairs({ newOf, oldOf }: UtterancePairs, oldIndex: number, newIndex: number): boolean {
  return (
    newOf[oldIndex - 1] !== -1 &&
    newOf[oldIndex + 1] !== -1 &&
    oldOf[newIndex - 1] !== -1 &&
    oldOf[newIndex + 1] !== -1
  );
}
