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

/** @param texts in the order in which they stand in the source. */
export function wordPlaces(source: string, texts: readonly string[]) {
  const found: Span[] = [];
  /** Behind the last text that was found. */
  let at = 0;
  let budget: number = source.length * MOST_SEARCHES + NEAR;
  const hasEscapes: boolean = ESCAPED.test(source);

  /** The stretch from the first word of a text to its last; nothing, behind the text before, where its words are not found. */
  function of(index: number): Span {
    while (found.length <= index && found.length < texts.length) {
      const words = texts[found.length]!.match(WORD) ?? [];
      const known = hasEscapes ? words.filter(word => ASCII.test(word)) : words;
      const span = next(known) ?? { start: at, end: at };
      found.push(span);
      at = span.end;
    }
    return found[index] ?? { start: at, end: at };
  }

  function next(words: readonly string[]): Span | undefined {
    const [first, ...more] = words;
    if (first === undefined) return undefined;
    for (const reach of [NEAR, source.length]) {
      const end = Math.min(source.length, at + reach);
      if (budget < end - at) return undefined;
      const found = between(at, end, first, more);
      budget -= (found?.start ?? end) - at;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function between(from: number, to: number, first: string, more: readonly string[]): Span | undefined {
    const part = source.slice(from, to);
    for (let at = part.indexOf(first); at !== -1; at = part.indexOf(first, at + 1)) {
      const start = from + at;
      if (!isWord(start, first.length)) continue;
      const { end, count } = follow(start + first.length, more);
      if (count >= Math.min(FOLLOWING, more.length)) return { start, end };
    }
    return undefined;
  }

  /** How many of the words follow one another from here, and where the last one ends. */
  function follow(from: number, words: readonly string[]): { readonly end: number; readonly count: number } {
    let end = from;
    for (const [count, word] of words.entries()) {
      const gap = source.slice(end, end + LONGEST_GAP + word.length);
      const at = gap.indexOf(word);
      if (at === -1 || !isGap(gap.slice(0, at))) return { end, count };
      end += at + word.length;
    }
    return { end, count: words.length };
  }

  function isGap(between: string): boolean {
    return hasEscapes || between === ' ' || !LETTER.test(between.replace(MARKUP, ''));
  }

  function isWord(start: number, length: number): boolean {
    const before = source.slice(Math.max(0, start - 2), start);
    return (
      !/[\p{L}\p{N}]$/u.test(before) && !PART_OF_WORD.test(source.slice(start + length, start + length + 1))
    );
  }

  return of;
}

/** JSON may write letters beyond ASCII so; words that have some are passed over then. */
const ESCAPED = /\\u[\da-f]{4}/i;
const ASCII = /^[\w]+$/;

/**
 * Where some words of a text stand in the stretch of the source that holds it: the whole stretch where markup parts them, or
 * they are not as often in the source.
 *
 * @param words UTF-16 offsets in the text.
 */
export function wordsBetween(source: string, whole: Span, text: string, words: Span): Span {
  const pattern = patternOf(text.slice(words.start, words.end));
  if (pattern === undefined) return whole;
  const before = Array.from(text.slice(0, words.start).matchAll(pattern)).length;
  const found = Array.from(source.slice(whole.start, whole.end).matchAll(pattern));
  const match = found[before];
  if (match === undefined || found.length !== Array.from(text.matchAll(pattern)).length) return whole;
  const start = whole.start + match.index;
  return { start, end: start + match[0].length };
}

/** The words with any blanks between them; undefined if there are none. */
function patternOf(words: string): RegExp | undefined {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return undefined;
  return new RegExp(parts.map(part => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'gu');
}
