/** Aligns two versions of a transcript: utterances first, then the words of the changed ones. */
import type { WordLists } from '../language/word-lists.ts';
import type { Utterance } from '../model/model.ts';
import { pairUtterances, type UtterancePairs } from './utterances/utterance-pairs.ts';
import { linkMovedRuns } from './words/moved-runs.ts';
import { rarities } from './words/rarity.ts';
import { type Versions, WordAligner } from './words/word-aligner.ts';
import { WordKeys } from './words/word-keys.ts';
import { WordList } from './words/word-list.ts';
import { WordMap } from './words/word-map.ts';
import { WordTable } from './words/word-table.ts';

export interface AlignedTranscripts extends Versions {
  readonly pairs: UtterancePairs;
}

export function alignTranscripts(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  lists: WordLists,
  pairs: UtterancePairs = pairUtterances(oldList, newList),
): AlignedTranscripts {
  const keys = new WordKeys();
  const shared = pairs.idsHold ? sharedIds(oldList, newList) : new Set<string>();
  const marker = ({ id, speaker }: Utterance) => (id !== undefined && shared.has(id) ? id : speaker);
  const spoken = (utterance: Utterance) => ({ text: utterance.text ?? '', marker: marker(utterance) });
  const oldTable = new WordTable(oldList.map(spoken), keys, lists);
  const newTable = new WordTable(newList.map(spoken), keys, lists);
  const map = new WordMap(oldTable.length, newTable.length);
  const rarity = rarities([oldTable, newTable], keys.size);
  const versions = { old: oldTable, new: newTable, keys, rarity, map };
  const aligner = new WordAligner(versions);
  alignStretches(versions, pairs, aligner);
  linkMovedRuns(versions, aligner);
  return { ...versions, pairs };
}

/** Ids that both versions have. */
function sharedIds(oldList: readonly Utterance[], newList: readonly Utterance[]): Set<string> {
  const oldIds = new Set(oldList.map(utterance => utterance.id));
  const shared = new Set<string>();
  for (const { id } of newList) if (id !== undefined && oldIds.has(id)) shared.add(id);
  return shared;
}

/**
 * Compares word by word: each pair for itself, and together with its neighbours where those have no counterpart, since
 * part of its text may stand there now.
 */
function alignStretches(
  { old, new: fresh }: Versions,
  { newOf, oldOf, moved, same }: UtterancePairs,
  aligner: WordAligner,
): void {
  const oldWords = new WordList(old);
  const newWords = new WordList(fresh);
  let endsUnpaired = false;
  let newAt = 0;
  for (let oldIndex = 0; oldIndex < newOf.length; oldIndex++) {
    const newIndex = newOf[oldIndex]!;
    if (newIndex === -1) {
      oldWords.addUtterance(oldIndex);
      endsUnpaired = true;
    } else if (moved[oldIndex] === 1) alignPair(oldIndex, newIndex, true);
    else {
      if (!endsUnpaired && !hasUnpaired(oldOf, newAt, newIndex)) alignOpen();
      addUnpaired(newIndex);
      newAt = newIndex + 1;
      endsUnpaired = false;
      if (same[oldIndex] === 1) {
        alignOpen();
        alignPair(oldIndex, newIndex, false);
      } else {
        oldWords.addUtterance(oldIndex);
        newWords.addUtterance(newIndex);
      }
    }
  }
  if (!endsUnpaired && !hasUnpaired(oldOf, newAt, oldOf.length)) alignOpen();
  addUnpaired(oldOf.length);
  alignOpen();

  /** Adds the new utterances without a counterpart up to an index. */
  function addUnpaired(end: number): void {
    for (let index = newAt; index < end; index++) if (oldOf[index] === -1) newWords.addUtterance(index);
  }

  function alignOpen(): void {
    aligner.align(oldWords, 0, newWords, 0, false);
    oldWords.length = 0;
    newWords.length = 0;
  }

  /** Adds a pair of utterances after those still pending. */
  function alignPair(oldIndex: number, newIndex: number, isMoved: boolean): void {
    const oldOpen = oldWords.length;
    const newOpen = newWords.length;
    oldWords.addUtterance(oldIndex);
    newWords.addUtterance(newIndex);
    aligner.align(oldWords, oldOpen, newWords, newOpen, isMoved);
    oldWords.length = oldOpen;
    newWords.length = newOpen;
  }
}

function hasUnpaired(oldOf: Int32Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (oldOf[index] === -1) return true;
  return false;
}
