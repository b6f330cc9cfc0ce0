/** Texts as words, cut and folded as those of anchors are: quotations, or texts of a record. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import type { WordKeys } from '../align/words/word-keys.ts';
import { WordTable } from '../align/words/word-table.ts';
import type { ComparedWords } from '../anchor/facts.ts';
import { SpanWords } from '../anchor/span-words.ts';
import type { TellingKeys } from '../anchor/telling-keys.ts';
import { firstIndex } from '../binary-search.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Span } from '../model/span.ts';

/** Words, half-open; they are counted through all texts. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

export class CutTexts {
  readonly #keys: WordKeys;
  /** By index of a text, its index among those that are cut. */
  readonly #numbers = new Map<number, number>();
  readonly #texts: readonly { readonly text: string }[];
  readonly #table: WordTable;

  /**
   * @param texts by their index
   * @param keys of the words, the same for all that are compared
   */
  constructor(texts: ReadonlyMap<number, string>, keys: WordKeys, lists: WordLists) {
    this.#keys = keys;
    for (const index of texts.keys()) this.#numbers.set(index, this.#numbers.size);
    this.#texts = [...texts.values()].map(text => ({ text }));
    const marked = this.#texts.map(({ text }) => ({ text, marker: undefined }));
    this.#table = new WordTable(marked, keys, lists);
  }

  compared(range: WordRange, telling: TellingKeys): ComparedWords {
    return new SpanWords(this.#texts, this.#table, range, this.#keys, telling);
  }

  text(index: number): string {
    return this.#texts[this.#numbers.get(index)!]!.text;
  }

  /** The text that a word stands in. */
  textAround(word: number): string {
    return this.#texts[this.#table.utteranceOf[word]!]!.text;
  }

  areOfOneText(word: number, other: number): boolean {
    const { utteranceOf } = this.#table;
    return utteranceOf[word] === utteranceOf[other];
  }

  wordsOf(index: number): WordRange {
    return this.#wordsOf(this.#numbers.get(index)!);
  }

  /** All words of the text that a word stands in. */
  wordsAround(word: number): WordRange {
    return this.#wordsOf(this.#table.utteranceOf[word]!);
  }

  #wordsOf(number: number): WordRange {
    const { firsts } = this.#table;
    return { start: firsts[number]!, end: firsts[number + 1]! };
  }

  /** The words that a stretch of a text touches; UTF-16 code units. */
  wordsAt(index: number, span: Span): WordRange {
    return this.touched(this.wordsOf(index), span);
  }

  /** Of words of one text, those that a stretch of it touches. */
  touched({ start, end }: WordRange, span: Span): WordRange {
    const first = firstIndex(start, end, word => this.endOf(word) > span.start);
    return { start: first, end: firstIndex(first, end, word => this.startOf(word) >= span.end) };
  }

  startOf(word: number): number {
    return this.#table.starts[word]!;
  }

  endOf(word: number): number {
    return this.#table.ends[word]!;
  }

  /** The stretch that words of one text take in it; UTF-16 code units. */
  spanOf({ start, end }: WordRange): Span {
    return { start: this.startOf(start) ?? 0, end: this.endOf(end - 1) ?? 0 };
  }

  /** Equal words of all that are compared have the same. */
  key(word: number): number {
    return this.#table.keys[word]!;
  }

  isNumber(word: number): boolean {
    return isNumberFold(this.#keys.fold(this.key(word)));
  }

  /** Words of one text with what stands between them. */
  spelled(first: number, last = first): string {
    return this.textAround(first).slice(this.startOf(first), this.endOf(last));
  }
}

export function intersection(one: WordRange, other: WordRange): WordRange {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}
