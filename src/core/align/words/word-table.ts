/** One version of a transcript as a sequence of words, each with its place in the text of its utterance. */
import type { WordLists } from '../../language/word-lists.ts';
import { WordCutter } from './word-cutter.ts';
import type { WordKeys } from './word-keys.ts';

/** Characters for each word, with the blank behind it; only a guess, the lists grow where there are more words. */
const SHORT_WORD = 5;

/** The fields of an utterance that a table needs. */
export interface Spoken {
  readonly text: string;
  /** A marker word before the first one, as evidence of the speaker or the utterance. */
  readonly marker: string | undefined;
}

export class WordTable {
  readonly keys: Int32Array;
  /** Where each word begins and ends in its utterance, in UTF-16 code units. A marker has no extent. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly utteranceOf: Int32Array;
  /** Index of the first word of each utterance, and the number of words at the end. */
  readonly firsts: Int32Array;

  constructor(utterances: readonly Spoken[], keys: WordKeys, lists: WordLists) {
    let characters = 0;
    for (const { text } of utterances) characters += text.length;
    const cutter = new WordCutter(keys, lists, Math.ceil(characters / SHORT_WORD) + utterances.length);
    this.firsts = new Int32Array(utterances.length + 1);
    for (let index = 0; index < utterances.length; index++) {
      const { text, marker } = utterances[index]!;
      this.firsts[index] = cutter.length;
      if (marker !== undefined) cutter.add(keys.ofMarker(marker), 0, 0);
      cutter.cut(text);
    }
    this.firsts[utterances.length] = cutter.length;
    this.keys = cutter.keys.subarray(0, cutter.length);
    this.starts = cutter.starts.subarray(0, cutter.length);
    this.ends = cutter.ends.subarray(0, cutter.length);
    this.utteranceOf = new Int32Array(this.keys.length);
    for (let index = 0; index < utterances.length; index++)
      this.utteranceOf.fill(index, this.firsts[index]!, this.firsts[index + 1]!);
  }

  get length(): number {
    return this.keys.length;
  }
}
