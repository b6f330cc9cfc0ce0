/** One version of a transcript as a sequence of words, each with its place in the text of its utterance. */
import { isNumeric, readNumber } from '../language/numbers.ts';
import type { WordLists } from '../language/word-lists.ts';
import { AsciiKeys, isAscii, wordEnd, wordStart } from './ascii-words.ts';
import type { WordKeys } from './word-keys.ts';

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{Script=${script}}`)
  .join('');
const INSIDE_WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]`;

/**
 * Letters and digits; apostrophes inside words, separators inside numbers. Signs that carry meaning count. Scripts
 * without blanks between words are cut into single letters with their marks.
 */
export const WORD = new RegExp(
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
    let letters = 0;
    for (const { text } of utterances) letters += text.length;
    const cutter = new Cutter(keys, lists, utterances.length + Math.ceil(letters / LETTERS_A_WORD));
    this.firsts = new Int32Array(utterances.length + 1);
    for (let index = 0; index < utterances.length; index++) {
      const { marker, text } = utterances[index]!;
      this.firsts[index] = cutter.length;
      cutter.reserve(text.length + 1);
      if (marker !== undefined) cutter.add(keys.ofMarker(marker), 0, 0);
      cutter.cut(text);
    }
    this.firsts[utterances.length] = cutter.length;
    this.keys = cutter.keys.subarray(0, cutter.length);
    this.starts = cutter.starts.subarray(0, cutter.length);
    this.ends = cutter.ends.subarray(0, cutter.length);
    this.utteranceOf = new Int32Array(cutter.length);
    for (let index = 0; index < utterances.length; index++)
      this.utteranceOf.fill(index, this.firsts[index]!, this.firsts[index + 1]!);
  }

  get length(): number {
    return this.keys.length;
  }
}

/** With the blank behind it a word is seldom shorter; where it is, the room grows. */
const LETTERS_A_WORD = 5;

class Cutter {
  keys: Int32Array<ArrayBuffer>;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  length = 0;
  readonly #words: WordKeys;
  readonly #ascii: AsciiKeys;
  readonly #lists: WordLists;
  /** By key; undefined where not yet asked. */
  readonly #numeric: (boolean | undefined)[] = [];

  /** @param room for so many words at first */
  constructor(words: WordKeys, lists: WordLists, room: number) {
    this.keys = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.#words = words;
    this.#ascii = new AsciiKeys(words);
    this.#lists = lists;
  }

  /** Makes room for so many words more. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.keys.length) return;
    const capacity = needed * 2;
    this.keys = enlarged(this.keys, capacity);
    this.starts = enlarged(this.starts, capacity);
    this.ends = enlarged(this.ends, capacity);
  }

  add(key: number, start: number, end: number): void {
    this.keys[this.length] = key;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  /** Adds the words of a text, for which there is room. */
  cut(text: string): void {
    const first = this.length;
    if (isAscii(text)) {
      for (let start = wordStart(text, 0); start < text.length; ) {
        const end = wordEnd(text, start);
        this.add(this.#ascii.of(text, start, end), start, end);
        start = wordStart(text, end);
      }
    } else {
      for (const { 0: word, index } of text.matchAll(WORD))
        this.add(this.#words.of(word), index, index + word.length);
    }
    let word = first;
    while (word < this.length && !this.#isNumeric(this.keys[word]!)) word++;
    if (word < this.length) this.#joinNumbers(first, text);
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
    const keys = this.keys.slice(first, this.length);
    const starts = this.starts.slice(first, this.length);
    const ends = this.ends.slice(first, this.length);
    this.length = first;
    const folds = Array.from(keys, key => this.#words.fold(key));
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

function enlarged(list: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(list);
  return larger;
}

const NUMBER_SIGN = '#';

function numberFold(value: number, ordinal: boolean): string {
  return `${NUMBER_SIGN}${value}${ordinal ? '.' : ''}`;
}

/** Whether a folded word stands for the value of a number. */
export function isNumberFold(fold: string): boolean {
  return fold.length > 1 && fold.startsWith(NUMBER_SIGN);
}
