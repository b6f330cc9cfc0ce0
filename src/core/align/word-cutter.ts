/** Cuts texts into words, those of a number joined to one. */
import { isNumeric, readNumber } from '../language/numbers.ts';
import type { WordLists } from '../language/word-lists.ts';
import {
  APOSTROPHE,
  characterKinds,
  DIGIT,
  JOINER,
  LETTER,
  SEPARATOR,
  SIGN,
  UNIT_LETTER,
  UNKNOWN,
  WORD,
} from './word-characters.ts';
import type { WordKeys } from './word-keys.ts';

const INSIDE_WORD = LETTER | DIGIT | JOINER;
const BETWEEN_WORDS_OF_A_NUMBER = /^[\s-]+$/;

/** Whether the words of a number may begin with a word, by key; the first value is for those not yet asked. */
const [NOT_ASKED, NUMERIC, NOT_NUMERIC] = [0, 1, 2];

export class WordCutter {
  /** Key of each word, where it begins and where it ends in its text; only the first `length` of each list count. */
  keys: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  length = 0;
  readonly #words: WordKeys;
  readonly #lists: WordLists;
  readonly #kinds = characterKinds();
  #numeric = new Uint8Array(0);

  /** @param expected about how many words there will be */
  constructor(words: WordKeys, lists: WordLists, expected: number) {
    this.#words = words;
    this.#lists = lists;
    this.keys = new Int32Array(expected);
    this.starts = new Int32Array(expected);
    this.ends = new Int32Array(expected);
  }

  add(key: number, start: number, end: number): void {
    if (this.length === this.keys.length) this.#grow();
    this.keys[this.length] = key;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  cut(text: string): void {
    const first = this.length;
    if (!this.#scan(text)) {
      this.length = first;
      for (const { 0: word, index } of text.matchAll(WORD))
        this.add(this.#words.of(word), index, index + word.length);
    }
    for (let word = first; word < this.length; word++)
      if (this.#isNumeric(this.keys[word]!)) {
        this.#joinNumbers(word, text);
        break;
      }
  }

  /** Adds the words that `WORD` finds, much faster; false where the text has characters of unknown kind. */
  #scan(text: string): boolean {
    const kinds = this.#kinds;
    const kindAt = (index: number) => {
      if (index >= text.length) return UNKNOWN;
      const unit = text.charCodeAt(index);
      return unit < kinds.length ? kinds[unit]! : UNKNOWN;
    };
    for (let at = 0; at < text.length; ) {
      const start = at;
      const kind = kindAt(at);
      if (kind & DIGIT) {
        do {
          at++;
          while (kindAt(at) & DIGIT) at++;
        } while (kindAt(at) & SEPARATOR && kindAt(at + 1) & DIGIT);
        while (kindAt(at) & UNIT_LETTER) at++;
      } else if (kind & INSIDE_WORD) {
        do {
          at++;
          while (kindAt(at) & INSIDE_WORD) at++;
        } while (kindAt(at) & APOSTROPHE && kindAt(at + 1) & LETTER);
      } else if (kind === UNKNOWN) return false;
      else {
        at++;
        if (!(kind & SIGN)) continue;
      }
      this.add(this.#words.of(text.slice(start, at)), start, at);
    }
    return true;
  }

  #isNumeric(key: number): boolean {
    if (key >= this.#numeric.length) this.#numeric = resized(this.#numeric, 2 * this.#words.size);
    if (this.#numeric[key] === NOT_ASKED)
      this.#numeric[key] = isNumeric(this.#words.fold(key), this.#lists) ? NUMERIC : NOT_NUMERIC;
    return this.#numeric[key] === NUMERIC;
  }

  /** Replaces the words of each number by one word that stands for its value. */
  #joinNumbers(first: number, text: string): void {
    const keys = this.keys.slice(first, this.length);
    const starts = this.starts.slice(first, this.length);
    const ends = this.ends.slice(first, this.length);
    const folds = Array.from(keys, key => this.#words.fold(key));
    const joined = (index: number) =>
      BETWEEN_WORDS_OF_A_NUMBER.test(text.slice(ends[index - 1], starts[index]));
    this.length = first;
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

  #grow(): void {
    const capacity = 2 * this.length + 16;
    this.keys = resized(this.keys, capacity);
    this.starts = resized(this.starts, capacity);
    this.ends = resized(this.ends, capacity);
  }
}

function resized<List extends Int32Array | Uint8Array>(list: List, length: number): List {
  const result = new (list.constructor as new (length: number) => List)(length);
  result.set(list);
  return result;
}

const NUMBER_SIGN = '#';

function numberFold(value: number, ordinal: boolean): string {
  return `${NUMBER_SIGN}${value}${ordinal ? '.' : ''}`;
}

/** Whether a folded word stands for the value of a number. */
export function isNumberFold(fold: string): boolean {
  return fold.length > 1 && fold.startsWith(NUMBER_SIGN);
}
