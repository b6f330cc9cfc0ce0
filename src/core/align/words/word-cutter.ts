/** Cuts texts into words, those of a number joined to one. */
import { foldWord } from '../../language/fold-word.ts';
import { isNumeric } from '../../language/number-words.ts';
import { type ReadNumber, readNumber } from '../../language/numbers.ts';
import type { WordLists } from '../../language/word-lists.ts';
import {
  APOSTROPHE,
  characterKinds,
  DIGIT,
  isBehindMinus,
  JOINER,
  LETTER,
  SEPARATOR,
  SIGN,
  UNIT_LETTER,
  UNKNOWN,
  WORD,
} from './word-characters.ts';
import type { WordKeys } from './word-keys.ts';

const BLANK = 0x20;
const MINUS_BEFORE_CURRENCY = /(?:^|[\s(])[-\u2013\u2212]\s?\p{Sc}\s?$/u;
const INSIDE_WORD = LETTER | DIGIT | JOINER;

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
  readonly #hasElisions: boolean;
  #numeric = new Uint8Array(0);
  /** Keys of the values of numbers of one word. */
  readonly #values = new Map<number, number>();

  /** @param expected about how many words there will be */
  constructor(words: WordKeys, lists: WordLists, expected: number) {
    this.#words = words;
    this.#lists = lists;
    this.#hasElisions = lists.elisions.size > 0;
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
      for (const { 0: word, index } of text.matchAll(WORD)) this.#addParts(text, index, index + word.length);
    }
    for (let word = first; word < this.length; word++)
      if (this.#isNumeric(this.keys[word]!)) {
        this.#joinNumbers(word, text);
        break;
      }
  }

  /** Adds the words that `WORD` finds, much faster; false if the text has characters of unknown kind. */
  #scan(text: string): boolean {
    const kinds = this.#kinds;
    const { length } = text;
    for (let at = 0; at < length; ) {
      let start = at;
      const kind = kinds[text.charCodeAt(at++)]!;
      if (kind & DIGIT) {
        if (isBehindMinus(text, start)) start--;
        at = this.#numberEnd(text, at);
      } else if (kind & INSIDE_WORD) {
        while (at < length && kinds[text.charCodeAt(at)]! & INSIDE_WORD) at++;
        while (this.#kindAt(text, at) & APOSTROPHE && this.#kindAt(text, at + 1) & LETTER)
          at = this.#skip(text, at + 2, INSIDE_WORD);
      } else if (kind === UNKNOWN) return false;
      else if (!(kind & SIGN)) continue;
      if (this.#hasElisions) this.#addParts(text, start, at);
      else this.add(this.#words.of(text.slice(start, at)), start, at);
    }
    return true;
  }

  /** Adds a word of the text; one that begins with an elided word adds both: `d'avril`. */
  #addParts(text: string, start: number, end: number): void {
    if (this.#hasElisions) {
      const { elisions } = this.#lists;
      const apostrophe = text.slice(start, end - 1).search(/['\u2019]/);
      const rest = start + apostrophe + 1;
      if (apostrophe > 0 && elisions.has(foldWord(text.slice(start, rest)))) {
        this.add(this.#words.of(text.slice(start, rest)), start, rest);
        this.#addParts(text, rest, end);
        return;
      }
    }
    this.add(this.#words.of(text.slice(start, end)), start, end);
  }

  /** The end of the number whose first digit is before a place. */
  #numberEnd(text: string, place: number): number {
    let at = this.#skip(text, place, DIGIT);
    while (this.#kindAt(text, at) & SEPARATOR && this.#kindAt(text, at + 1) & DIGIT)
      at = this.#skip(text, at + 2, DIGIT);
    return this.#skip(text, at, UNIT_LETTER);
  }

  #kindAt(text: string, index: number): number {
    return index < text.length ? this.#kinds[text.charCodeAt(index)]! : UNKNOWN;
  }

  /** The first place from `index` on whose character is of none of these kinds. */
  #skip(text: string, index: number, wanted: number): number {
    const kinds = this.#kinds;
    let at = index;
    while (at < text.length && kinds[text.charCodeAt(at)]! & wanted) at++;
    return at;
  }

  #isNumeric(key: number): boolean {
    if (key >= this.#numeric.length) this.#numeric = resized(this.#numeric, 2 * this.#words.size);
    if (this.#numeric[key] === NOT_ASKED)
      this.#numeric[key] = isNumeric(this.#words.fold(key), this.#lists) ? NUMERIC : NOT_NUMERIC;
    return this.#numeric[key] === NUMERIC;
  }

  /** Replaces the words of each number by one word that stands for its value. */
  #joinNumbers(first: number, text: string): void {
    const { keys, starts, ends, length: stop } = this;
    let folds: string[] | undefined;
    this.length = first;
    // Writing never overtakes reading.
    for (let index = first; index < stop; ) {
      const key = keys[index]!;
      if (!this.#isNumeric(key)) {
        this.add(key, starts[index]!, ends[index]!);
        index++;
      } else if (index + 1 === stop || !this.#continuesNumber(keys[index + 1]!)) {
        this.add(this.#alone(key, text, starts[index]!), starts[index]!, ends[index]!);
        index++;
      } else {
        folds ??= Array.from(keys.subarray(first, stop), word => this.#words.fold(word));
        const between = (place: number) => text.slice(ends[first + place - 1], starts[first + place]);
        const number = readNumber({ words: folds, between }, index - first, this.#lists);
        const taken = number?.length ?? 1;
        const value = number === undefined ? key : this.#keyOf(number, text, starts[index]!);
        this.add(value, starts[index]!, ends[index + taken - 1]!);
        index += taken;
      }
    }
  }

  /** Whether a word may stand after the first one of a number. */
  #continuesNumber(key: number): boolean {
    if (this.#isNumeric(key)) return true;
    const { numberJoiners, numberEndings, ordinalEndings } = this.#lists;
    const fold = this.#words.fold(key);
    return numberJoiners.has(fold) || ordinalEndings.has(fold) || numberEndings.includes(fold);
  }

  /** Returns the key of the value of a one-word number; the word's own key if it is not a number. */
  #alone(key: number, text: string, start: number): number {
    const known = this.#values.get(key);
    if (known !== undefined && !this.#isBehindSign(text, start)) return known;
    const number = readNumber({ words: [this.#words.fold(key)], between: () => '' }, 0, this.#lists);
    const value = number === undefined ? key : this.#keyOf(number, text, start);
    if (!this.#isBehindSign(text, start)) this.#values.set(key, value);
    return value;
  }

  /** A minus may stand before the sign of a currency: -$5. */
  #keyOf({ value, ordinal }: ReadNumber, text: string, start: number): number {
    const isNegative =
      this.#isBehindSign(text, start) &&
      MINUS_BEFORE_CURRENCY.test(text.slice(Math.max(0, start - 4), start));
    return this.#words.ofFold(`${NUMBER_SIGN}${isNegative ? -value : value}${ordinal ? '.' : ''}`);
  }

  /** Whether a sign, and perhaps a blank, stands before a place; a look without a pattern. */
  #isBehindSign(text: string, place: number): boolean {
    const before = text.charCodeAt(place - 1) === BLANK ? place - 2 : place - 1;
    return before > 0 && (this.#kindAt(text, before) & SIGN) !== 0;
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

/** Whether a folded word stands for the value of a number. */
export function isNumberFold(fold: string): boolean {
  return fold.length > 1 && fold.startsWith(NUMBER_SIGN);
}
