/** One version of a transcript as a sequence of words, each with its place in the text of its utterance. */
import { isNumeric, readNumber } from '../language/numbers.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { WordKeys } from './word-keys.ts';

/** Letters and digits of ASCII text; apostrophes inside words, separators inside numbers. Signs that carry meaning count. */
const ASCII_WORD = /[0-9]+(?:[.,:][0-9]+)*[A-Za-z]*|[A-Za-z][A-Za-z0-9]*(?:'[A-Za-z]+)*|[$%&+=<>#]/g;
const ASCII = /^[\t\n\r\u0020-\u007e]*$/;

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{Script=${script}}`)
  .join('');
const INSIDE_WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]`;

/** The same for any script. Scripts without blanks between words are cut into single letters with their marks. */
const WORD = new RegExp(
  [
    String.raw`[${UNSPACED}]\p{M}*`,
    String.raw`\p{N}+(?:[.,:]\p{N}+)*[\p{Script=Latin}\p{Script=Cyrillic}]*`,
    String.raw`(?:${INSIDE_WORD})+(?:['\u2018\u2019\u02bc](?=\p{L})(?:${INSIDE_WORD})+)*`,
    String.raw`[%&+=<>#\p{Sc}]`,
    String.raw`\p{Extended_Pictographic}(?:[\p{M}\ufe0f]|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*`,
  ].join('|'),
  'gu',
);

/** What a table needs of an utterance. */
export interface Spoken {
  readonly text: string;
  /** Stands before the first word as a word of its own, as evidence of who speaks or which utterance it is. */
  readonly marker: string | undefined;
}

export class WordTable {
  /** Key of each word. */
  readonly keys: Int32Array;
  /** Where each word begins and ends in its utterance, in UTF-16 code units. A marker has no extent. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index of the utterance of each word. */
  readonly utteranceOf: Int32Array;
  /** Index of the first word of each utterance, and the number of words at the end. */
  readonly firsts: Int32Array;

  constructor(utterances: readonly Spoken[], keys: WordKeys, lists: WordLists) {
    const cutter = new Cutter(keys, lists);
    this.firsts = new Int32Array(utterances.length + 1);
    for (const [index, utterance] of utterances.entries()) {
      this.firsts[index] = cutter.keys.length;
      if (utterance.marker !== undefined) cutter.add(keys.ofMarker(utterance.marker), 0, 0);
      cutter.cut(utterance.text);
    }
    this.firsts[utterances.length] = cutter.keys.length;
    this.keys = Int32Array.from(cutter.keys);
    this.starts = Int32Array.from(cutter.starts);
    this.ends = Int32Array.from(cutter.ends);
    this.utteranceOf = new Int32Array(this.keys.length);
    for (let index = 0; index < utterances.length; index++)
      this.utteranceOf.fill(index, this.firsts[index]!, this.firsts[index + 1]!);
  }

  get length(): number {
    return this.keys.length;
  }
}

class Cutter {
  readonly keys: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #words: WordKeys;
  readonly #lists: WordLists;
  /** By key; undefined where not yet asked. */
  readonly #numeric: (boolean | undefined)[] = [];

  constructor(words: WordKeys, lists: WordLists) {
    this.#words = words;
    this.#lists = lists;
  }

  add(key: number, start: number, end: number): void {
    this.keys.push(key);
    this.starts.push(start);
    this.ends.push(end);
  }

  cut(text: string): void {
    const pattern = ASCII.test(text) ? ASCII_WORD : WORD;
    pattern.lastIndex = 0;
    const first = this.keys.length;
    let numeric = false;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const key = this.#words.of(match[0]);
      numeric ||= this.#isNumeric(key);
      this.add(key, match.index, match.index + match[0].length);
    }
    if (numeric) this.#joinNumbers(first, text);
  }

  #isNumeric(key: number): boolean {
    let known = this.#numeric[key];
    if (known === undefined) {
      known = isNumeric(this.#words.fold(key), this.#lists);
      this.#numeric[key] = known;
    }
    return known;
  }

  /** Replaces the words of each number by one word that stands for its value. */
  #joinNumbers(first: number, text: string): void {
    const keys = this.keys.splice(first);
    const starts = this.starts.splice(first);
    const ends = this.ends.splice(first);
    const folds = keys.map(key => this.#words.fold(key));
    const joined = (index: number) => /^[\s-]+$/.test(text.slice(ends[index - 1], starts[index]));
    for (let index = 0; index < keys.length; ) {
      const number = this.#isNumeric(keys[index]!)
        ? readNumber(folds, index, joined, this.#lists)
        : undefined;
      if (number === undefined) {
        this.add(keys[index]!, starts[index]!, ends[index]!);
        index++;
      } else {
        const key = this.#words.ofFold(numberFold(number.value, number.ordinal));
        this.add(key, starts[index]!, ends[index + number.length - 1]!);
        index += number.length;
      }
    }
  }
}

const NUMBER_SIGN = '#';

function numberFold(value: number, ordinal: boolean): string {
  return `${NUMBER_SIGN}${value}${ordinal ? '.' : ''}`;
}

/** Whether a folded word stands for the value of a number. */
export function isNumberFold(fold: string): boolean {
  return fold.length > 1 && fold.startsWith(NUMBER_SIGN);
}
