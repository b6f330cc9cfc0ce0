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
const partsIn = lazilyFor((lists: WordLists) => numberWords(lists));

/** Digits, the signs before them and the + of a fraction; letters and other marks come later. */
const NINE = 0x39;
const LONGEST_GLUED = 60;
const LEAST_GLUED = 2;

function numberWords(lists: WordLists) {
  const known = new Map<string, Parts | undefined>();
  let beginnings: ReadonlySet<string> | undefined;
  const { numberBeginnings, numberEndings, numberStyle, numbers, scales, ordinals } = lists;
  const listed = new Set([...numbers.keys(), ...scales.keys(), ...ordinals.keys()]);
  const isPlain = numberBeginnings.length + numberEndings.length === 0 && !numberStyle.has('glued');

  function isNumeric(word: string): boolean {
    if (isPlain && !mayBe(word)) return lists.minus.has(word);
    return of(word) !== undefined || lists.minus.has(word) || lengthOfDigits(word) > 0;
  }

  function of(word: string): Parts | undefined {
    if (isPlain && !mayBe(word)) return undefined;
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word);
  }

  /** Where words are neither glued nor inflected, few are numbers, and a look tells. */
  function mayBe(word: string): boolean {
    return word.charCodeAt(0) <= NINE || listed.has(word);
  }

  function find(word: string): Parts | undefined {
    const fraction = valueOfFraction(word);
    if (fraction !== undefined) return [{ kind: 'digits', value: fraction }];
    const length = lengthOfDigits(word);
    if (length > 0) return withDigits(word, length);
    const single = singlePart(word);
    if (single !== undefined) return [single];
    const { notNumbers, numberStyle } = lists;
    if (notNumbers.has(word)) return undefined;
    return inflected(word) ?? (numberStyle.has('glued') ? gluedParts(word) : undefined);
  }

  /** `5`, `5bn`, `5th`. */
  function withDigits(word: string, length: number): Parts | undefined {
    const value = valueOfDigits(word.slice(0, length), lists);
    if (value === undefined) return undefined;
    const ending = word.slice(length);
    if (ending === '') return [{ kind: 'digits', value }];
    if (lists.ordinalEndings.has(ending)) return [{ kind: 'ordinal', value, isArticle: false }];
    const scale = lists.scales.get(ending);
    if (scale === undefined) return undefined;
    return [
      { kind: 'digits', value },
      { kind: 'scale', value: scale },
    ];
  }

  function singlePart(word: string, mayBeOrdinal = true): NumberPart | undefined {
    const { scales, numbers, ordinals, articles } = lists;
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
  function inflected(word: string): Parts | undefined {
    const { numberBeginnings, numberEndings, numberJoiners, numberStyle } = lists;
    for (const beginning of numberBeginnings) {
      if (!word.startsWith(beginning)) continue;
      const rest = word.slice(beginning.length);
      const parts = known.get(rest) ?? find(rest);
      if (parts === undefined) continue;
      const joins = [...numberJoiners].some(joiner => beginning.startsWith(joiner));
      return joins ? [{ kind: 'joiner' }, ...parts] : parts;
    }
    for (const ending of numberEndings) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, -ending.length);
      const single = singlePart(rest);
      if (single !== undefined) return [single];
      const glued = numberStyle.has('glued') ? gluedParts(rest) : undefined;
      if (glued !== undefined) return glued;
    }
    return undefined;
  }

  /** Several words in one, the longest first; an ordinal only at the end. */
  function gluedParts(word: string): Parts | undefined {
    if (word.length > LONGEST_GLUED || !mayBegin(word)) return undefined;
    const parts = cut(word, 0);
    return parts !== undefined && parts.length >= LEAST_GLUED && parts[0]!.kind !== 'joiner'
      ? parts
      : undefined;
  }

  function cut(word: string, start: number): NumberPart[] | undefined {
    if (start === word.length) return [];
    for (let end = word.length; end > start; end--) {
      const piece = word.slice(start, end);
      const isLast = end === word.length;
      const part = singlePart(piece, isLast) ?? (isLast ? undefined : joiner(piece));
      if (part === undefined) continue;
      const rest = cut(word, end);
      if (rest !== undefined) return [part, ...rest];
    }
    return undefined;
  }

  function joiner(piece: string): NumberPart | undefined {
    return lists.numberJoiners.has(piece) ? { kind: 'joiner' } : undefined;
  }

  /** Few words begin with two letters that a number word begins with. */
  function mayBegin(word: string): boolean {
    beginnings ??= new Set([...listed].map(known => known.slice(0, 2)));
    return beginnings.has(word.slice(0, 2));
  }

  return { isNumeric, of };
}
