/** Every word of a record, as the number that it has among the words of the quotations, and where these words stand. */
import { lastUpTo } from '../binary-search.ts';
import { getOrMake } from '../maps.ts';
import type { Span } from '../model/span.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { SearchedTexts } from './record.ts';
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
  readonly #texts: SearchedTexts;
  readonly #quoted: QuotedWords;
  readonly #words: Places;
  readonly #pairs: Places;
  /** Where the words of texts stand that were asked for, by index of the text. */
  readonly #spans = new Map<number, WordScanner>();

  constructor(texts: SearchedTexts, quoted: QuotedWords) {
    this.#texts = texts;
    this.#quoted = quoted;
    this.firsts = new Int32Array(texts.length + 1);
    this.#words = new Places(quoted.words.size, FREQUENT);
    this.#pairs = new Places(quoted.pairs.size, Infinity);
    this.#readTexts();
  }

  #readTexts(): void {
    this.#texts.forEachPart((text, index) => {
      this.#reserve(text.length);
      this.#add(hashWords(text, this.numbers, this.length));
      this.firsts[index + 1] = this.length;
    });
  }

  /** Numbers words whose hashes stand behind those that have numbers, and keeps their places. */
  #add(count: number): void {
    const { numbers } = this;
    const end = this.length + count;
    this.#quoted.words.translate(numbers, this.length, count);
    let before = this.length === 0 ? 0 : numbers[this.length - 1]!;
    for (let place = this.length; place < end; place++) {
      const number = numbers[place]!;
      if (number !== 0) {
        this.#words.add(number, place);
        const pair = before === 0 ? 0 : this.#quoted.pairOf(before, number);
        if (pair !== 0) this.#pairs.add(pair, place - 1);
      }
      before = number;
    }
    this.length = end;
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.numbers.length) return;
    this.numbers = resized(this.numbers, 4 * needed);
    this.#words.reserve(4 * needed);
    this.#pairs.reserve(4 * needed);
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
      words.scan(this.#texts.at(text).text);
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
    return this.#pairs.count(this.#quoted.pairOf(word, next));
  }

  /** The places of the first of two words in a row. */
  placesOfPair(word: number, next: number): Int32Array {
    return this.#pairs.of(this.#quoted.pairOf(word, next));
  }
}

/** How often each number stands in a list, and where it does: each place leads to the next one of its number. */
class Places {
  readonly #most: number;
  readonly #counts: Int32Array;
  /** By number, its first and its last place. */
  readonly #firsts: Int32Array;
  readonly #lasts: Int32Array;
  /** By place, the next place of the same number. */
  #nexts = new Int32Array(FEW_WORDS);
  readonly #lists = new Map<number, Int32Array>();

  /**
   * @param numbers the largest number; the least is 1
   * @param most so many places of one number are told, the first ones
   */
  constructor(numbers: number, most: number) {
    this.#counts = new Int32Array(numbers + 1);
    this.#firsts = new Int32Array(numbers + 1);
    this.#lasts = new Int32Array(numbers + 1);
    this.#most = most;
  }

  reserve(places: number): void {
    this.#nexts = resized(this.#nexts, places);
  }

  /** Places are added in their order. */
  add(number: number, place: number): void {
    const count = this.#counts[number]!++;
    if (count >= this.#most) return;
    if (count === 0) this.#firsts[number] = place;
    else this.#nexts[this.#lasts[number]!] = place;
    this.#lasts[number] = place;
  }

  /** Of number 0, none. */
  count(number: number): number {
    return this.#counts[number]!;
  }

  /** In their order. */
  of(number: number): Int32Array {
    return getOrMake(this.#lists, number, () => {
      const list = new Int32Array(Math.min(this.count(number), this.#most));
      let next = this.#firsts[number]!;
      for (let index = 0; index < list.length; index++) {
        list[index] = next;
        next = this.#nexts[next]!;
      }
      return list;
    });
  }
}

function resized(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const room = new Int32Array(length);
  room.set(list);
  return room;
}
