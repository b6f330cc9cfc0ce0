/** What a single word adds to a number. */
import { lazilyFor } from '../lazily.ts';
import { lengthOfDigits, valueOfDigits, valueOfFraction } from './digits.ts';
import type { WordLists } from './word-lists.ts';

/** A part of a number: a word, or a part of a word in languages that glue them. */
export type NumberPart =
  | { readonly kind: 'word'; readonly value: number; readonly isArticle: boolean }
  | { readonly kind: 'digits'; readonly value: number }
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'ordinal'; readonly value: number; readonly isArticle: boolean }
  | { readonly kind: 'joiner' };

type Parts = readonly NumberPart[];

/** The parts that a folded word is made of; undefined where it is no part of a number. */
export function numberParts(word: string, lists: WordLists): Parts | undefined {
  return partsIn(lists).of(word);
}

/** Whether a folded word may begin or continue a number. */
export function isNumeric(word: string, lists: WordLists): boolean {
  return partsIn(lists).isNumeric(word);
}

/** Answers by word, each found once for each set of lists. */
const partsIn = lazilyFor((lists: WordLists) => new NumberWords(lists));

/** Digits, the signs before them and the + of a fraction; letters and other marks come later. */
const NINE = 0x39;
const LONGEST_GLUED = 60;
const LEAST_GLUED = 2;

class NumberWords {
  readonly #lists: WordLists;
  readonly #known = new Map<string, Parts | undefined>();
  readonly #isPlain: boolean;
  readonly #listed: ReadonlySet<string>;
  #beginnings: ReadonlySet<string> | undefined;

  constructor(lists: WordLists) {
    this.#lists = lists;
    const { numberBeginnings, numberEndings, numberStyle, numbers, scales, ordinals } = lists;
    this.#listed = new Set([...numbers.keys(), ...scales.keys(), ...ordinals.keys()]);
    this.#isPlain = numberBeginnings.length + numberEndings.length === 0 && !numberStyle.has('glued');
  }

  isNumeric(word: string): boolean {
    if (this.#isPlain && !this.#mayBe(word)) return this.#lists.minus.has(word);
    return this.of(word) !== undefined || this.#lists.minus.has(word) || lengthOfDigits(word) > 0;
  }

  of(word: string): Parts | undefined {
    if (this.#isPlain && !this.#mayBe(word)) return undefined;
    if (!this.#known.has(word)) this.#known.set(word, this.#find(word));
    return this.#known.get(word);
  }

  /** Where words are neither glued nor inflected, few are numbers, and a look tells. */
  #mayBe(word: string): boolean {
    return word.charCodeAt(0) <= NINE || this.#listed.has(word);
  }

  #find(word: string): Parts | undefined {
    const fraction = valueOfFraction(word);
    if (fraction !== undefined) return [{ kind: 'digits', value: fraction }];
    const length = lengthOfDigits(word);
    if (length > 0) return this.#withDigits(word, length);
    const single = this.#single(word);
    if (single !== undefined) return [single];
    const { notNumbers, numberStyle } = this.#lists;
    if (notNumbers.has(word)) return undefined;
    return this.#inflected(word) ?? (numberStyle.has('glued') ? this.#glued(word) : undefined);
  }

  /** `5`, `5bn`, `5th`. */
  #withDigits(word: string, length: number): Parts | undefined {
    const value = valueOfDigits(word.slice(0, length), this.#lists);
    if (value === undefined) return undefined;
    const ending = word.slice(length);
    if (ending === '') return [{ kind: 'digits', value }];
    if (this.#lists.ordinalEndings.has(ending)) return [{ kind: 'ordinal', value, isArticle: false }];
    const scale = this.#lists.scales.get(ending);
    if (scale === undefined) return undefined;
    return [
      { kind: 'digits', value },
      { kind: 'scale', value: scale },
    ];
  }

  #single(word: string, mayBeOrdinal = true): NumberPart | undefined {
    const { scales, numbers, ordinals, articles } = this.#lists;
    const scale = scales.get(word);
    if (scale !== undefined) return { kind: 'scale', value: scale };
    const value = numbers.get(word);
    if (value !== undefined) return { kind: 'word', value, isArticle: articles.has(word) };
    const ordinal = mayBeOrdinal ? ordinals.get(word) : undefined;
    return ordinal === undefined
      ? undefined
      : { kind: 'ordinal', value: ordinal, isArticle: articles.has(word) };
  }

  /** With a beginning or an ending of the language's grammar. */
  #inflected(word: string): Parts | undefined {
    const { numberBeginnings, numberEndings, numberJoiners, numberStyle } = this.#lists;
    for (const beginning of numberBeginnings) {
      if (!word.startsWith(beginning)) continue;
      const rest = word.slice(beginning.length);
      const parts = this.#known.get(rest) ?? this.#find(rest);
      if (parts === undefined) continue;
      const joins = [...numberJoiners].some(joiner => beginning.startsWith(joiner));
      return joins ? [{ kind: 'joiner' }, ...parts] : parts;
    }
    for (const ending of numberEndings) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, -ending.length);
      const single = this.#single(rest);
      if (single !== undefined) return [single];
      const glued = numberStyle.has('glued') ? this.#glued(rest) : undefined;
      if (glued !== undefined) return glued;
    }
    return undefined;
  }

  /** Several words in one, the longest first; an ordinal only at the end. */
  #glued(word: string): Parts | undefined {
    if (word.length > LONGEST_GLUED || !this.#mayBegin(word)) return undefined;
    const parts = this.#cut(word, 0);
    return parts !== undefined && parts.length >= LEAST_GLUED && parts[0]!.kind !== 'joiner'
      ? parts
      : undefined;
  }

  #cut(word: string, start: number): NumberPart[] | undefined {
    if (start === word.length) return [];
    for (let end = word.length; end > start; end--) {
      const piece = word.slice(start, end);
      const isLast = end === word.length;
      const part = this.#single(piece, isLast) ?? (isLast ? undefined : this.#joiner(piece));
      if (part === undefined) continue;
      const rest = this.#cut(word, end);
      if (rest !== undefined) return [part, ...rest];
    }
    return undefined;
  }

  #joiner(piece: string): NumberPart | undefined {
    return this.#lists.numberJoiners.has(piece) ? { kind: 'joiner' } : undefined;
  }

  /** Few words begin with two letters that a number word begins with. */
  #mayBegin(word: string): boolean {
    this.#beginnings ??= new Set([...this.#listed].map(known => known.slice(0, 2)));
    return this.#beginnings.has(word.slice(0, 2));
  }
}
