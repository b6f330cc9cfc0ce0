/** Whether words of a quotation are those of the record, as words. */
import { foldWord } from '../language/fold-word.ts';
import type { Span } from '../model/span.ts';
import type { ComparedTexts } from './compared-texts.ts';
import { type CutTexts, intersection, type WordRange } from './cut-texts.ts';
import type { PairedWords } from './laid-beside.ts';

/** Words of a quotation that stand in the record as they are. */
export interface SameWords extends PairedWords {
  /** In the text of the record; UTF-16 code units. */
  readonly span: Span;
}

const BLANKS_AND_DASHES = /[\s\u2010-\u2015\u2212-]+/;
const MOST_WORDS_OF_A_NUMBER = 8;
const GROUPED = /(\d) (?=\d{3}(?!\d))/g;

/**
 * Compares a stretch of a quotation with one of the record. Signs beside its words belong to it: "$5".
 * @param within the stretch of the quotation that the words beside it may be of
 * @returns undefined if any word differs, or is a number written otherwise
 */
export function sameWords(
  texts: ComparedTexts,
  quotation: number,
  span: Span,
  within: Span,
  text: number,
  place: Span,
): SameWords | undefined {
  const { quotations, record } = texts;
  const inner = quotations.wordsAt(quotation, span);
  const all = quotations.wordsOf(quotation);
  const outer = intersection(quotations.wordsAt(quotation, within), all);
  const found = record.wordsAt(text, place);
  const words = {
    start: found.start - (inner.start - outer.start),
    end: found.end + (outer.end - inner.end),
  };
  const allThere = record.wordsOf(text);
  if (words.start < allThere.start || words.end > allThere.end) return undefined;
  if (areSame(texts, outer, words)) return { quoted: outer, words, span: record.spanOf(words) };
  const isOuter = { start: outer.start === all.start, end: outer.end === all.end };
  return cutNumbers(texts, outer, words, place, isOuter);
}

/**
 * As {@link sameWords}, where the quotation begins or ends inside a number of several words: "million euros" of "five
 * million euros". A number is cut between its words only, and at an edge of the quotation.
 */
function cutNumbers(
  texts: ComparedTexts,
  quoted: WordRange,
  words: WordRange,
  place: Span,
  isOuter: { readonly start: boolean; readonly end: boolean },
): SameWords | undefined {
  const { quotations, record } = texts;
  const text = record.textAround(words.start);
  let { start, end } = words;
  let from = quoted.start;
  let to = quoted.end;
  if (record.startOf(start) < place.start) {
    if (!isOuter.start || !isOwnWords(text.slice(record.startOf(start), place.start), -1)) return undefined;
    const cut = spelling(text.slice(place.start, Math.min(record.endOf(start), place.end)));
    from = spelledUpTo(quotations, quoted, cut);
    start++;
  }
  if (record.endOf(end - 1) > place.end && from < to) {
    if (!isOuter.end || !isOwnWords(text.slice(place.end, record.endOf(end - 1)), 0)) return undefined;
    const cut = spelling(text.slice(Math.max(record.startOf(end - 1), place.start), place.end));
    to = spelledFrom(quotations, { start: from, end: to }, cut);
    end--;
  }
  if (from < 0 || to < 0) return undefined;
  const isSame = areSame(texts, { start: from, end: to }, { start, end: Math.max(start, end) });
  return isSame ? { quoted, words, span: place } : undefined;
}

/** The word behind the first ones of a quotation that are spelled so; -1 if none are. */
function spelledUpTo(quotations: CutTexts, { start, end }: WordRange, wanted: string): number {
  for (let word = start; word < Math.min(end, start + MOST_WORDS_OF_A_NUMBER); word++)
    if (spelling(quotations.spelled(start, word)) === wanted) return word + 1;
  return -1;
}

function spelledFrom(quotations: CutTexts, { start, end }: WordRange, wanted: string): number {
  for (let word = end - 1; word >= Math.max(start, end - MOST_WORDS_OF_A_NUMBER); word--)
    if (spelling(quotations.spelled(word, end - 1)) === wanted) return word;
  return -1;
}

/** Whether words of a quotation and of the record are the same, and numbers are written alike. */
export function areSame(
  { quotations, record }: ComparedTexts,
  quoted: WordRange,
  { start, end }: WordRange,
): boolean {
  if (end - start !== quoted.end - quoted.start) return false;
  for (let at = 0; at < end - start; at++) {
    const [one, other] = [quoted.start + at, start + at];
    if (quotations.key(one) !== record.key(other)) return false;
    if (record.isNumber(other) && spelling(quotations.spelled(one)) !== spelling(record.spelled(other)))
      return false;
  }
  return true;
}

/**
 * Whether a part of a number has words of its own: no sign, nor "1." of "1.5".
 * @param edge the index of its character beside the rest, which is a blank or a dash between words
 */
function isOwnWords(part: string, edge: number): boolean {
  return /[\p{L}\p{N}]/u.test(part) && BLANKS_AND_DASHES.test(part.at(edge)!);
}

/** How a number is written: blanks between its digits and the shape of its dashes do not count. */
function spelling(text: string): string {
  const minus = /^[-\u2212\u2013]/.test(text) ? '-' : '';
  const words = text.split(BLANKS_AND_DASHES).filter(part => part !== '');
  return minus + words.map(foldWord).join(' ').replace(GROUPED, '$1');
}
