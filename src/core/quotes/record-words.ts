/** Every word of a record, as the number that it has among the words of the quotations, and where these words stand. */
import { lastUpTo } from '../binary-search.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model/span.ts';
import { pairOf, type QuotedWords } from './quoted-words.ts';
import type { SearchedText } from './record.ts';
import { WordScanner } from './word-scanner.ts';

/** Characters for each word, with the blank behind it; only a guess, the lists grow where there are more words. */
const SHORT_WORD = 5;
/** So many places of a word are kept. */
const FREQUENT = 5000;

export class RecordWords {
  length = 0;
  /** By word, one text behind the other; 0 where no quotation has it. Only the first `length` count. */
  numbers: Int32Array;
  /** Index of the first word of each text, and the number of words at the end. */
  readonly firsts: Int32Array;
  readonly #texts: readonly SearchedText[];
  readonly #quoted: QuotedWords;
  readonly #words: Places;
  readonly #pairs = lazily(() => this.#readPairs());
  /** Where the words of texts stand that were asked for, by index of the text. */
  readonly #spans = new Map<number, WordScanner>();

  constructor(texts: readonly SearchedText[], quoted: QuotedWords) {
    this.#texts = texts;
    this.#quoted = quoted;
    let characters = 0;
    for (const { text } of texts) characters += text.length;
    this.numbers = new Int32Array(Math.ceil(characters / SHORT_WORD) + texts.length);
    this.firsts = new Int32Array(texts.length + 1);
    this.#read();
    this.#words = new Places(this.numbers, this.length, quoted.words.size, FREQUENT);
  }

  #read(): void {
    const scanner = new WordScanner();
    for (let index = 0; index < this.#texts.length; index++) {
      scanner.scan(this.#texts[index]!.text);
      const { hashes, length } = scanner;
      const needed = this.length + length;
      if (needed > this.numbers.length) this.numbers = grown(this.numbers, 2 * needed);
      this.#quoted.words.translate(hashes, length, this.numbers, this.length);
      this.length = needed;
      this.firsts[index + 1] = this.length;
    }
  }

  #readPairs(): Places {
    const { numbers, length } = this;
    const pairs = new Int32Array(length);
    for (let at = 0; at + 1 < length; at++)
      if (numbers[at] !== 0 && numbers[at + 1] !== 0) pairs[at] = pairOf(numbers[at]!, numbers[at + 1]!);
    this.#quoted.pairs.translate(pairs, length, pairs, 0);
    return new Places(pairs, length, this.#quoted.pairs.size, Infinity);
  }

  /** Index of the text of a word. */
  textOf(word: number): number {
    return lastUpTo(this.firsts, word);
  }

  /** Where words of one text stand in it, from the first to the last; UTF-16 code units. */
  spanOf(first: number, last: number): Span {
    const text = this.textOf(first);
    let words = this.#spans.get(text);
    if (words === undefined) {
      words = new WordScanner();
      words.scan(this.#texts[text]!.text);
      this.#spans.set(text, words);
    }
    const offset = this.firsts[text]!;
    return { start: words.starts[first - offset]!, end: words.ends[last - offset]! };
  }

  /** How often a word stands in the record. */
  count(number: number): number {
    return this.#words.count(number);
  }

  isFrequent(number: number): boolean {
    return this.#words.count(number) > FREQUENT;
  }

  /** The places of a word; only the first ones of one that is frequent. */
  placesOf(number: number): Int32Array {
    return this.#words.of(number);
  }

  countOfPair(word: number, next: number): number {
    return this.#pairs().count(this.#quoted.pairOf(word, next));
  }

  /** The places of the first of two words in a row. */
  placesOfPair(word: number, next: number): Int32Array {
    return this.#pairs().of(this.#quoted.pairOf(word, next));
  }
}

/** How often each number stands in a list, and where it does. */
class Places {
  readonly #counts: Int32Array;
  /** By number, where its places begin in `#places`. */
  readonly #firsts: Int32Array;
  readonly #places: Int32Array;

  /**
   * @param numbers the first `length` of them, from 1 to `most`; 0 is none
   * @param mostPlaces so many places of one number are kept, the first ones
   */
  constructor(numbers: Int32Array, length: number, most: number, mostPlaces: number) {
    const counts = new Int32Array(most + 1);
    for (let at = 0; at < length; at++) counts[numbers[at]!]!++;
    counts[0] = 0;
    const firsts = new Int32Array(most + 2);
    for (let number = 1; number <= most; number++)
      firsts[number + 1] = firsts[number]! + Math.min(counts[number]!, mostPlaces);
    const places = new Int32Array(firsts[most + 1]!);
    const next = firsts.slice();
    for (let at = 0; at < length; at++) {
      const number = numbers[at]!;
      const place = next[number]!;
      if (place === firsts[number + 1]) continue;
      places[place] = at;
      next[number] = place + 1;
    }
    this.#counts = counts;
    this.#firsts = firsts;
    this.#places = places;
  }

  count(number: number): number {
    return this.#counts[number]!;
  }

  /** In their order. */
  of(number: number): Int32Array {
    return this.#places.subarray(this.#firsts[number]!, this.#firsts[number + 1]!);
  }
}

function grown(list: Int32Array, length: number): Int32Array {
  const result = new Int32Array(length);
  result.set(list);
  return result;
}
