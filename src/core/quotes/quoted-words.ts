/** The words of quotations, as numbers: the index in which every word of a record is looked up. */
import type { Span } from '../model/span.ts';
import { HashTable } from './hash-table.ts';
import { WordScanner } from './word-scanner.ts';

export class QuotedWords {
  /** Number of each word, from 1, one quotation behind the other: equal words have the same. */
  readonly numbers: Int32Array;
  /** Index of the first word of each quotation, and the number of words at the end. */
  readonly firsts: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Hashes of words, and of pairs of numbers. */
  readonly words: HashTable;
  readonly pairs: HashTable;

  constructor(texts: readonly string[]) {
    const scanner = new WordScanner();
    const [hashes, starts, ends, firsts]: number[][] = [[], [], [], [0]];
    for (const text of texts) {
      scanner.scan(text);
      for (let word = 0; word < scanner.length; word++) {
        hashes!.push(scanner.hashes[word]!);
        starts!.push(scanner.starts[word]!);
        ends!.push(scanner.ends[word]!);
      }
      firsts!.push(hashes!.length);
    }
    this.#starts = Int32Array.from(starts!);
    this.#ends = Int32Array.from(ends!);
    this.firsts = Int32Array.from(firsts!);
    this.words = new HashTable(hashes!.length);
    this.pairs = new HashTable(hashes!.length);
    this.numbers = Int32Array.from(hashes!, hash => this.words.add(hash));
    for (let quotation = 0; quotation < texts.length; quotation++)
      for (let word = this.firsts[quotation]!; word + 1 < this.firsts[quotation + 1]!; word++)
        this.pairs.add(pairOf(this.numbers[word]!, this.numbers[word + 1]!));
  }

  /** The number of two words in a row, from 1; 0 where no quotation has them. Two pairs may share one. */
  pairOf(word: number, next: number): number {
    return this.pairs.numberOf(pairOf(word, next));
  }

  /** How many words a quotation has. */
  length(quotation: number): number {
    return this.firsts[quotation + 1]! - this.firsts[quotation]!;
  }

  /** Where a word of a quotation begins in its text; UTF-16 code units. */
  startOf(quotation: number, word: number): number {
    return this.#starts[this.firsts[quotation]! + word]!;
  }

  /** Where words of a quotation stand in its text; UTF-16 code units. Of no words, at its beginning. */
  spanOf(quotation: number, { start, end }: Span): Span {
    const first = this.firsts[quotation]!;
    if (end === start) return { start: 0, end: 0 };
    return { start: this.#starts[first + start]!, end: this.#ends[first + end - 1]! };
  }
}

function pairOf(word: number, next: number): number {
  return (word << 16) ^ next;
}
