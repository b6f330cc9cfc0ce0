/** From words to utterances: which utterances a version continues, joins or cuts. */
import type { Utterance } from '../../model/model.ts';
import type { AlignedTranscripts } from '../align-transcripts.ts';
import type { UtterancePairs } from '../utterances/utterance-pairs.ts';
import { Groups } from './groups.ts';
import type { Alignment } from './link.ts';
import { LinkTable } from './link-table.ts';

/** Two utterances belong together when this share of the shorter one's words, by rarity, stands in the other. */
const LEAST_SHARED = 0.5;

/** Called with each pair of matching utterances. */
export type Join = (oldIndex: number, newIndex: number) => void;

export function linkUtterances(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  aligned: AlignedTranscripts,
): Alignment {
  return linkPairs(oldList, newList, aligned.pairs, join => joinSharedWords(aligned, join));
}

/** Links of the pairs, joined with those for which `joinOthers` calls its argument. */
export function linkPairs(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  pairs: UtterancePairs,
  joinOthers: (join: Join) => void,
): Alignment {
  const groups = new Groups(pairs.newOf, newList.length);
  joinOthers((oldIndex, newIndex) => groups.join(oldIndex, newIndex));
  return new LinkTable(oldList, newList, pairs, groups);
}

/** Joins utterances that share most of the shorter one's words. */
export function joinSharedWords(
  { old, new: fresh, map, rarity, keys }: AlignedTranscripts,
  join: Join,
): void {
  const oldWeights = weights(old.firsts, old.keys);
  const newWeights = weights(fresh.firsts, fresh.keys);
  /** By new utterance, the weight of the words that it shares with the old one looked at. */
  const shared = new Float64Array(newWeights.length);
  const touched: number[] = [];
  for (let index = 0; index + 1 < old.firsts.length; index++) {
    for (let word = old.firsts[index]!; word < old.firsts[index + 1]!; word++) {
      const newWord = map.newOf[word]!;
      if (newWord < 0 || keys.isMarker(old.keys[word]!)) continue;
      const other = fresh.utteranceOf[newWord]!;
      if (touched.at(-1) !== other) touched.push(other);
      shared[other]! += rarity[old.keys[word]!]! * map.likeness[word]!;
    }
    for (const other of touched) {
      // Each once, however often it was touched: a second time its weight is 0, and so is that of no words.
      const weight = shared[other]!;
      shared[other] = 0;
      if (weight > 0 && weight >= LEAST_SHARED * Math.min(oldWeights[index]!, newWeights[other]!))
        join(index, other);
    }
    touched.length = 0;
  }

  function weights(firsts: Int32Array, words: Int32Array): Float64Array {
    const result = new Float64Array(firsts.length - 1);
    for (let index = 0; index < result.length; index++)
      for (let word = firsts[index]!; word < firsts[index + 1]!; word++)
        if (!keys.isMarker(words[word]!)) result[index]! += rarity[words[word]!]!;
    return result;
  }
}
