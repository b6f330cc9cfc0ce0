/** Pairs utterances that were edited a little in their place, by their neighbours. */
import type { Utterance } from '../../model/model.ts';
import { LEAST_SHARED, lettersShared } from './shared-letters.ts';
import { type UtterancePairs, wordsOf } from './utterance-pairs.ts';

/**
 * Pairs two utterances next to a pair if they have the same speaker and most of their words, unless one of them is as like
 * the utterance after the other. Returns for each old utterance whether it was paired here.
 */
export function pairEditedNeighbours(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved }: UtterancePairs,
): Uint8Array {
  const paired = new Uint8Array(oldList.length);
  for (let index = 0; index < oldList.length; index++) if (newOf[index] === -1) extend(index, 1);
  for (let index = oldList.length - 1; index >= 0; index--) if (newOf[index] === -1) extend(index, -1);
  return paired;

  /** `step` leads from the neighbour that is paired to the utterance. */
  function extend(index: number, step: 1 | -1): void {
    const before = index - step;
    const newIndex = before < 0 || before >= oldList.length ? -1 : newOf[before]! + step;
    if (newOf[before] === -1 || moved[before] === 1 || oldOf[newIndex] !== -1) return;
    const shared = likeness(index, newIndex);
    if (shared === 0) return;
    if (newOf[index + step] === -1 && likeness(index + step, newIndex) >= shared) return;
    if (oldOf[newIndex + step] === -1 && likeness(index, newIndex + step) >= shared) return;
    paired[index] = 1;
    newOf[index] = newIndex;
    oldOf[newIndex] = index;
  }

  /** How many letters two utterances share; 0 if that is less than half of the longer one. */
  function likeness(oldIndex: number, newIndex: number): number {
    const before = oldList[oldIndex]!;
    const after = newList[newIndex]!;
    if (before.speaker !== after.speaker) return 0;
    const [oldText, newText] = [wordsOf(before), wordsOf(after)];
    const shared = lettersShared(oldText, newText) ?? 0;
    return shared < LEAST_SHARED * Math.max(oldText.length, newText.length) ? 0 : shared;
  }
}
