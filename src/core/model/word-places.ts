/**
 * Where texts that were read from a file stand in it, found again by their words: readers of other formats keep words, not
 * places, and places are only asked for where something is to be told.
 */
import type { Span } from './span.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** What may stand between two words of one text: tags, references, escapes of JSON, and signs. */
const MARKUP = /<[^<>]*>|&#?\w{1,10};|\\u[\da-f]{4}|\\[nrtbf]/gi;
const LETTER = /\p{L}/u;
const PART_OF_WORD = /[\p{L}\p{N}]/u;
/** No markup between two words is longer. */
const LONGEST_GAP = 400;
/** Words that must follow the first one. */
const FOLLOWING = 4;
/** As far as the next text usually stands behind the last one, in UTF-16 code units. */
const NEAR = 4000;
/** How many times its length a file may be searched in all: a text that is not there must not cost a search of the rest each. */
const MOST_SEARCHES = 8;

export class WordPlaces {
  readonly #source: string;
  readonly #texts: readonly string[];
  readonly #found: Span[] = [];
  /** Behind the last text that was found. */
  #at = 0;
  #budget: number;
  readonly #hasEscapes: boolean;

  /** @param texts in the order in which they stand in the source. */
  constructor(source: string, texts: readonly string[]) {
    this.#source = source;
    this.#texts = texts;
    this.#budget = source.length * MOST_SEARCHES + NEAR;
    this.#hasEscapes = ESCAPED.test(source);
  }

  /** The stretch from the first word of a text to its last; nothing, behind the text before, where its words are not found. */
  of(index: number): Span {
    while (this.#found.length <= index && this.#found.length < this.#texts.length) {
      const words = this.#texts[this.#found.length]!.match(WORD) ?? [];
      const known = this.#hasEscapes ? words.filter(word => ASCII.test(word)) : words;
      const span = this.#next(known) ?? { start: this.#at, end: this.#at };
      this.#found.push(span);
      this.#at = span.end;
    }
    return this.#found[index] ?? { start: this.#at, end: this.#at };
  }

  #next(words: readonly string[]): Span | undefined {
    const [first, ...more] = words;
    if (first === undefined) return undefined;
    for (const reach of [NEAR, this.#source.length]) {
      const end = Math.min(this.#source.length, this.#at + reach);
      if (this.#budget < end - this.#at) return undefined;
      const found = this.#between(this.#at, end, first, more);
      this.#budget -= (found?.start ?? end) - this.#at;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #between(from: number, to: number, first: string, more: readonly string[]): Span | undefined {
    const part = this.#source.slice(from, to);
    for (let at = part.indexOf(first); at !== -1; at = part.indexOf(first, at + 1)) {
      const start = from + at;
      if (!this.#isWord(start, first.length)) continue;
      const { end, count } = this.#follow(start + first.length, more);
      if (count >= Math.min(FOLLOWING, more.length)) return { start, end };
    }
    return undefined;
  }

  /** How many of the words follow one another from here, and where the last one ends. */
  #follow(from: number, words: readonly string[]): { readonly end: number; readonly count: number } {
    let end = from;
    for (const [count, word] of words.entries()) {
      const gap = this.#source.slice(end, end + LONGEST_GAP + word.length);
      const at = gap.indexOf(word);
      if (at === -1 || !this.#isGap(gap.slice(0, at))) return { end, count };
      end += at + word.length;
    }
    return { end, count: words.length };
  }

  #isGap(between: string): boolean {
    return this.#hasEscapes || between === ' ' || !LETTER.test(between.replace(MARKUP, ''));
  }

  #isWord(start: number, length: number): boolean {
    const before = this.#source.slice(Math.max(0, start - 2), start);
    return (
      !/[\p{L}\p{N}]$/u.test(before) &&
      !PART_OF_WORD.test(this.#source.slice(start + length, start + length + 1))
    );
  }
}

/** JSON may write letters beyond ASCII so; words that have some are passed over then. */
const ESCAPED = /\\u[\da-f]{4}/i;
const ASCII = /^[\w]+$/;
