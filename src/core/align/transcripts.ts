/** Two versions of a transcript laid beside each other: utterances first, then the words of those that changed. */
import type { WordLists } from '../language/word-lists.ts';
import type { Utterance } from '../model.ts';
import { linkMovedRuns, range } from './moved-runs.ts';
import { rarities } from './rarity.ts';
import { pairUtterances, type UtterancePairs } from './utterance-pairs.ts';
import { type Versions, WordAligner } from './word-aligner.ts';
import { WordKeys } from './word-keys.ts';
import { WordMap } from './word-map.ts';
import { WordTable } from './word-table.ts';

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
  const [oldWords, newWords] = [new Words(oldTable), new Words(newTable)];
  for (const stretch of stretches(oldList, newList, pairs))
    aligner.align(oldWords.of(stretch.old), newWords.of(stretch.new), stretch.moved);
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

interface Stretch {
  old: number[];
  new: number[];
  moved: boolean;
}

/**
 * What is compared word by word: each pair for itself, and together with its neighbours where those have no counterpart,
 * since part of its text may stand there now.
 */
function* stretches(
  oldList: readonly Utterance[],
  newList: readonly Utterance[],
  { newOf, oldOf, moved, same }: UtterancePairs,
): Iterable<Stretch> {
  let open: Stretch = { old: [], new: [], moved: false };
  let newAt = 0;
  for (let oldIndex = 0; oldIndex <= oldList.length; oldIndex++) {
    const newIndex = oldIndex === oldList.length ? newList.length : newOf[oldIndex]!;
    if (oldIndex < oldList.length) {
      if (newIndex === -1) {
        open.old.push(oldIndex);
        continue;
      }
      if (moved[oldIndex]) {
        yield { old: [oldIndex], new: [newIndex], moved: true };
        continue;
      }
    }
    const between = unpaired(newAt, newIndex, oldOf);
    const gap = between.length > 0 || (open.old.length > 0 && newOf[open.old.at(-1)!] === -1);
    if (!gap && open.new.length > 0) {
      yield open;
      open = { old: [], new: [], moved: false };
    }
    for (const index of between) open.new.push(index);
    newAt = newIndex + 1;
    if (oldIndex === oldList.length) break;
    if (same[oldIndex] === 1) {
      yield open;
      yield { old: [oldIndex], new: [newIndex], moved: false };
      open = { old: [], new: [], moved: false };
    } else {
      open.old.push(oldIndex);
      open.new.push(newIndex);
    }
  }
  yield open;
}

function unpaired(start: number, end: number, counterpart: Int32Array): number[] {
  const result: number[] = [];
  for (let index = start; index < end; index++) if (counterpart[index] === -1) result.push(index);
  return result;
}

/** Words of some utterances of a version, given as ascending indexes. */
class Words {
  readonly #table: WordTable;
  /** Every word of the version. */
  readonly #all: Int32Array;

  constructor(table: WordTable) {
    this.#table = table;
    this.#all = range(0, table.length);
  }

  of(utterances: readonly number[]): Int32Array {
    if (utterances.length === 0) return this.#all.subarray(0, 0);
    const { firsts } = this.#table;
    const [first, last] = [utterances[0]!, utterances.at(-1)!];
    if (last - first === utterances.length - 1) return this.#all.subarray(firsts[first], firsts[last + 1]);
    const words: number[] = [];
    for (const utterance of utterances)
      for (let word = firsts[utterance]!; word < firsts[utterance + 1]!; word++) words.push(word);
    return Int32Array.from(words);
  }
}
