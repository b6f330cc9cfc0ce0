/** The passage of a text that is nearest to a quote that does not stand in it: for a person to choose, never to anchor by. */
import { textLikeness } from '../align/words/word-keys.ts';
import { words } from '../text/tokens.ts';

export interface NearPassage {
  readonly text: string;
  /** 1 where only case and marks differ, 0 where nothing is alike. */
  readonly likeness: number;
}

/** Below the first a passage has little to do with the quote; below the second it must share more than half of its words. */
const LIKE_ENOUGH = 0.5;
const SURELY_LIKE = 0.7;
/** UTF-16 code units: comparing takes time with the product of both lengths. */
const LONGEST_QUOTE = 400;
const LONGEST_TEXT = 20_000;
/** How many words more or fewer than the quote a passage may have, and what such a word costs as a share of them. */
const SLACK = 2;
const COST = 0.4;

/** Undefined if no passage is like enough, or if the texts are too long to look for one. */
export function nearestPassage(quote: string, text: string): NearPassage | undefined {
  if (quote.length > LONGEST_QUOTE || text.length > LONGEST_TEXT) return undefined;
  const sought = foldedOf(quote);
  const count = wordsOf(quote).length;
  const tokens = wordsOf(text);
  let best: NearPassage | undefined;
  let bestScore = LIKE_ENOUGH;
  for (let first = 0; first < tokens.length; first++) {
    for (let size = Math.max(1, count - SLACK); size <= count + SLACK; size++) {
      const last = tokens[first + size - 1];
      if (last === undefined) break;
      const passage = text.slice(tokens[first]!.start, last.end);
      const cost = (COST * Math.abs(size - count)) / Math.max(1, count);
      const likeness = likenessOf(sought, foldedOf(passage), bestScore + cost);
      if (likeness - cost <= bestScore) continue;
      if (likeness < SURELY_LIKE && sharedLetters(sought, foldedOf(passage)) <= 0.5) continue;
      bestScore = likeness - cost;
      best = { text: passage, likeness };
    }
  }
  return best;
}

/** The share of letters that need not be changed; 0 as soon as it cannot be more than `least`. */
function likenessOf(one: string, other: string, least: number): number {
  const longer = Math.max(one.length, other.length, 1);
  if (1 - Math.abs(one.length - other.length) / longer <= least) return 0;
  return textLikeness(one, other);
}

/** The share of one text's letters that stand in words of the other. */
function sharedLetters(one: string, other: string): number {
  const known = new Set(other.split(' '));
  const words = one.split(' ');
  const lettersIn = (list: readonly string[]) => list.reduce((sum, word) => sum + word.length, 0);
  return lettersIn(words.filter(word => known.has(word))) / Math.max(1, lettersIn(words));
}

function foldedOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf(text: string): { readonly start: number; readonly end: number }[] {
  let start = 0;
  return words(text).flatMap(({ text: word }) => {
    const at = start;
    start += word.length;
    return /[\p{L}\p{N}]/u.test(word) ? [{ start: at, end: start }] : [];
  });
}
