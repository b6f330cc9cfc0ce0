/** Some words of a version as ascending indexes, in a list that is filled anew again and again. */
import type { WordTable } from './word-table.ts';

export class WordList {
  readonly words: Int32Array;
  /** How many there are. */
  length = 0;
  readonly #firsts: Int32Array;

  constructor({ length, firsts }: Pick<WordTable, 'length' | 'firsts'>) {
    this.words = new Int32Array(length);
    this.#firsts = firsts;
  }

  addUtterance(utterance: number): void {
    this.addRange(this.#firsts[utterance]!, this.#firsts[utterance + 1]!);
  }

  addRange(start: number, end: number): void {
    for (let word = start; word < end; word++) this.words[this.length++] = word;
  }
}
