/**
 * Aligns several transcripts of one talk, word by word. The order in which the witnesses are named makes no difference:
 * they are aligned in an order that follows from their words alone.
 */

import { rarities } from '../align/words/rarity.ts';
import { WordAligner } from '../align/words/word-aligner.ts';
import { WordKeys } from '../align/words/word-keys.ts';
import { WordList } from '../align/words/word-list.ts';
import { WordMap } from '../align/words/word-map.ts';
import { WordTable } from '../align/words/word-table.ts';
import type { WordLists } from '../language/word-lists.ts';
import { groupBy } from '../maps.ts';
import type { Transcript } from '../model/model.ts';
import { type Parted, partMoved } from './part-moved.ts';
import { startAtUtterances } from './whole-utterances.ts';

/** The parts of a transcript that an alignment needs. */
export type Spoken = Pick<Transcript, 'utterances' | 'language'>;

export interface Columns {
  /** The words of each witness; a number is one word. */
  readonly tables: readonly WordTable[];
  readonly keys: WordKeys;
  /** Number of rows. */
  readonly length: number;
  /** By witness and row, the index of the word there, or -1. Every word of a witness is in one row, in order. */
  readonly words: readonly Int32Array[];
}

const NONE = -1;

/** Orders witnesses by what they say: the longest first. */
export function orderByContent(witnesses: readonly Spoken[]): number[] {
  const contents = witnesses.map(witness => `${textOf(witness)}\n${witness.language ?? ''}`);
  return [...witnesses.keys()].sort((one, other) => compareTexts(contents[one]!, contents[other]!));
}

function textOf({ utterances }: Spoken): string {
  return utterances.map(({ text = '' }) => text).join('\u0000');
}

function compareTexts(one: string, other: string): number {
  if (one.length !== other.length) return other.length - one.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Aligns two or more witnesses. Near-linear in the number of words. */
export function alignWitnesses(witnesses: readonly Spoken[], lists: WordLists): Columns {
  const keys = new WordKeys();
  /** Witnesses with the same text share a column. */
  const groups = [...groupBy(orderByContent(witnesses), index => textOf(witnesses[index]!)).values()];
  const distinct = groups.map(([first]) => tableOf(witnesses[first!]!, keys, lists));
  const rarity = rarities(distinct, keys.size);
  let columns: readonly Int32Array[] = [distinct[0]!.keys.map((_, word) => word)];
  for (const table of distinct.slice(1)) {
    const consensus = consensusOf(columns, distinct);
    const map = new WordMap(consensus.length, table.length);
    const aligner = new WordAligner({ old: { keys: consensus }, new: table, keys, rarity, map });
    aligner.align(allOf(consensus.length), 0, allOf(table.length), 0, false);
    const known = columns;
    const opensRow = (row: number) =>
      known.some((column, index) => column[row]! >= 0 && opensUtterance(distinct[index]!, column[row]!));
    startAtUtterances({ keys: consensus, links: map.newOf, opens: opensRow }, map.oldOf);
    const opens = (word: number) => opensUtterance(table, word);
    startAtUtterances({ keys: table.keys, links: map.oldOf, opens }, map.newOf);
    columns = withColumn(columns, map, partMoved(consensus, table.keys, map));
  }
  const tables: WordTable[] = [];
  const words: Int32Array[] = [];
  for (const [place, group] of groups.entries())
    for (const index of group) {
      tables[index] = distinct[place]!;
      words[index] = columns[place]!;
    }
  return { tables, keys, length: columns[0]!.length, words };
}

function tableOf({ utterances }: Spoken, keys: WordKeys, lists: WordLists): WordTable {
  return new WordTable(
    utterances.map(({ text = '' }) => ({ text, marker: undefined })),
    keys,
    lists,
  );
}

export function opensUtterance({ firsts, utteranceOf }: WordTable, word: number): boolean {
  return firsts[utteranceOf[word]!] === word;
}

const NO_UTTERANCES = new Int32Array(0);

function allOf(length: number): WordList {
  const list = new WordList({ length, firsts: NO_UTTERANCES });
  list.addRange(0, length);
  return list;
}

/** Returns the key of each row: the one that most witnesses have there; in a tie, that of the first. */
function consensusOf(columns: readonly Int32Array[], tables: readonly WordTable[]): Int32Array {
  const consensus = new Int32Array(columns[0]!.length);
  for (let row = 0; row < consensus.length; row++) {
    let most = 0;
    for (let column = 0; column < columns.length; column++) {
      const word = columns[column]![row]!;
      if (word === NONE) continue;
      const key = tables[column]!.keys[word]!;
      let count = 0;
      for (let other = column; other < columns.length; other++) {
        const otherWord = columns[other]![row]!;
        if (otherWord !== NONE && tables[other]!.keys[otherWord] === key) count++;
      }
      if (count <= most) continue;
      most = count;
      consensus[row] = key;
    }
  }
  return consensus;
}

/**
 * Adds a column. Words without a counterpart first fill the free rows beside them, one each, because "Monday" and "Friday"
 * are two readings of one word; the rest get rows of their own. Words of a moved passage never share a row.
 */
function withColumn(columns: readonly Int32Array[], { newOf, oldOf }: WordMap, parted: Parted): Int32Array[] {
  const result = [...columns, columns[0]!].map(() => new Int32Array(newOf.length + oldOf.length));
  const fresh = result[columns.length]!;
  let length = 0;
  const add = (row: number, word: number) => {
    for (let column = 0; column < columns.length; column++)
      result[column]![length] = row === NONE ? NONE : columns[column]![row]!;
    fresh[length++] = word;
  };
  let row = 0;
  let word = 0;
  while (row < newOf.length || word < oldOf.length) {
    const isRowFree = row < newOf.length && newOf[row] === NONE;
    const isWordFree = word < oldOf.length && oldOf[word] === NONE;
    // Beside a free one the other side either is free as well, or waits at the next pair.
    const isRowAlone = isRowFree && parted.rows[row] === 1;
    const isWordAlone = !isRowAlone && isWordFree && parted.words[word] === 1;
    const takesRow = !isWordAlone && (isRowFree || !isWordFree);
    const takesWord = !isRowAlone && (isWordFree || !isRowFree);
    add(takesRow ? row++ : NONE, takesWord ? word++ : NONE);
  }
  return result.map(column => column.slice(0, length));
}
