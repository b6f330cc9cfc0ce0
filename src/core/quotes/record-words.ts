/** Every word of a record, as the number that it has among the words of the quotations, and where these words stand. */
import { lastUpTo } from '../binary-search.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model/span.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { SearchedText } from './record.ts';
import { hashWords, WordScanner } from './word-scanner.ts';

/** Memory that no word is put into costs nothing. */
const FEW_WORDS = 0x40000;
/** So many places of a word are kept. */
const FREQUENT = 5000;

export class RecordWords {
  length = 0;
  /** By word, one text behind the other; 0 where no quotation has it. Only the first `length` count. */
  numbers = new Int32Array(FEW_WORDS);
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
    this.firsts = new Int32Array(texts.length + 1);
    this.#words = this.#readWords();
  }

  #readWords(): Places {
    const { words } = this.#quoted;
    const counts = new Int32Array(words.size + 1);
    for (let index = 0; index < this.#texts.length; index++) {
      const searched = this.#texts[index]!;
      for (let part = 0; part < searched.partCount; part++) {
        const text = searched.textOfPart(part);
        this.#reserve(text.length);
        const count = hashWords(text, this.numbers, this.length);
        words.translate(this.numbers, this.length, count, counts);
        this.length += count;
      }
      this.firsts[index + 1] = this.length;
    }
    return new Places(this.numbers, this.length, counts, FREQUENT);
  }

  #readPairs(): Places {
    const { numbers, length } = this;
    const places = new Int32Array(length);
    const pairs = new Int32Array(length);
    let found = 0;
    const counts = new Int32Array(this.#quoted.pairs.size + 1);
    for (let at = 0; at + 1 < length; at++) {
      if (numbers[at] === 0 || numbers[at + 1] === 0) continue;
      const pair = this.#quoted.pairOf(numbers[at]!, numbers[at + 1]!);
      if (pair === 0) continue;
      places[found] = at;
      pairs[found++] = pair;
      counts[pair]!++;
    }
    return new Places(pairs, found, counts, Infinity, places);
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.numbers.length) return;
    const room = new Int32Array(4 * needed);
    room.set(this.numbers);
    this.numbers = room;
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
   * @param numbers the first `length` of them, from 1; 0 is none
   * @param counts by number, how often it is there
   * @param mostPlaces so many places of one number are kept, the first ones
   * @param at where each number stands, if not at its index
   */
  constructor(numbers: Int32Array, length: number, counts: Int32Array, mostPlaces: number, at?: Int32Array) {
    counts[0] = 0;
    const firsts = new Int32Array(counts.length + 1);
    for (let number = 1; number < counts.length; number++)
      firsts[number + 1] = firsts[number]! + Math.min(counts[number]!, mostPlaces);
    const places = new Int32Array(firsts.at(-1)!);
    const next = firsts.slice();
    for (let index = 0; index < length; index++) {
      const number = numbers[index]!;
      const place = next[number]!;
      if (place === firsts[number + 1]) continue;
      places[place] = at === undefined ? index : at[index]!;
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
