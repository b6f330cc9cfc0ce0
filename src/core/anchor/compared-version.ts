/** One of two aligned versions, with the words in which it differs from the other. */
import type { WordTable } from '../align/words/word-table.ts';
import type { Utterance } from '../model/model.ts';
import type { VersionPair } from './version-pair.ts';

export interface ComparedVersion {
  readonly utterances: readonly Utterance[];
  readonly table: WordTable;
  /** 1 for each word that has no counterpart, or one that is only like it. No marker changed. */
  readonly changed: Uint8Array;
}

export function comparedVersions({
  words,
  old,
  new: fresh,
}: VersionPair): [ComparedVersion, ComparedVersion] {
  const { newOf, likeness } = words.map;
  const [oldVersion, newVersion] = [allChanged(old, words.old), allChanged(fresh, words.new)];
  for (let oldWord = 0; oldWord < newOf.length; oldWord++) {
    const newWord = newOf[oldWord]!;
    if (newWord === -1 || likeness[oldWord] !== 1) continue;
    oldVersion.changed[oldWord] = 0;
    newVersion.changed[newWord] = 0;
  }
  return [oldVersion, newVersion];
}

function allChanged(utterances: readonly Utterance[], table: WordTable): ComparedVersion {
  const changed = new Uint8Array(table.length);
  // A marker has no extent.
  for (let word = 0; word < changed.length; word++) changed[word] = table.ends[word] === 0 ? 0 : 1;
  return { utterances, table, changed };
}
