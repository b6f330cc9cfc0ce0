/** A place where an annotated passage may stand now, with what speaks for it. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import { textLikeness } from '../align/words/word-keys.ts';
import {
  CONTEXT_WORDS,
  LEAST_CONTEXT,
  LEAST_QUOTE_ELSEWHERE,
  LEAST_QUOTE_IN_PLACE,
  LONGEST_BY_CHARACTER,
} from './limits.ts';
import type { Scores } from './placement.ts';

/** Words from `start` up to `end`, without `end`. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  readonly span: WordSpan;
  readonly scores: Scores;
  /** Whether it stands in the old order; else it moved. */
  readonly inPlace: boolean;
  /** Sum of the rarities of the words found. */
  readonly evidence: number;
  /** Exactly these words were taken out of the old text and exactly these were put into the new one. */
  readonly cutAndPasted: boolean;
}

/** One number to compare places by: the words count twice as much as their surroundings, and a few of those are chance. */
export function strengthOf({ scores }: Candidate): number {
  return (2 * scores.quote + (scores.context < LEAST_CONTEXT ? 0 : scores.context)) / 3;
}

/** For each old word the index of its counterpart, or -1, and how alike the two are. */
export interface Counterparts {
  readonly newOf: ArrayLike<number>;
  readonly likeness: ArrayLike<number>;
}

/** Scores new words as the place of old words, whatever led there. */
export function scoreCandidate(
  words: AlignedTranscripts,
  quote: WordSpan,
  span: WordSpan,
  counterparts: Counterparts,
  inPlace: boolean,
): Candidate {
  const { rarity, keys } = words;
  let found = 0;
  let all = 0;
  for (let word = quote.start; word < quote.end; word++) {
    const weight = rarity[words.old.keys[word]!]!;
    all += weight;
    const newWord = counterparts.newOf[word]!;
    if (newWord >= span.start && newWord < span.end) found += weight * counterparts.likeness[word]!;
  }
  for (let word = span.start; word < span.end; word++)
    if (!keys.isMarker(words.new.keys[word]!)) all += rarity[words.new.keys[word]!]!;
  const byWords = all === 0 ? 0 : Math.min(1, Math.round((2e6 * found) / all) / 1e6);
  const clear = inPlace ? LEAST_QUOTE_IN_PLACE : LEAST_QUOTE_ELSEWHERE;
  const quoteScore = byWords >= clear ? byWords : Math.max(byWords, byCharacters(words, quote, span));
  return {
    span,
    inPlace,
    evidence: found,
    cutAndPasted: !inPlace && isCutAndPasted(words, quote, span, counterparts),
    scores: {
      quote: quoteScore,
      context: contextScore(words, quote, span),
      displacement: inPlace ? 0 : displacementOf(words, quote, span),
    },
  };
}

function isCutAndPasted(
  { old, new: fresh, map, keys }: AlignedTranscripts,
  quote: WordSpan,
  span: WordSpan,
  { newOf, likeness }: Counterparts,
): boolean {
  if (quote.end - quote.start !== span.end - span.start) return false;
  for (let step = 0; step < quote.end - quote.start; step++) {
    const word = quote.start + step;
    if (newOf[word] !== span.start + step || likeness[word]! < 1) return false;
  }
  const stayed = (word: number) =>
    !(word in old.keys) || keys.isMarker(old.keys[word]!) || map.newOf[word] !== -1;
  const known = (word: number) =>
    !(word in fresh.keys) || keys.isMarker(fresh.keys[word]!) || map.oldOf[word] !== -1;
  return stayed(quote.start - 1) && stayed(quote.end) && known(span.start - 1) && known(span.end);
}

/** Where words do not decide. Those that were cut or joined ("cannot", "can not") and noise in every word only show in the characters. */
function byCharacters(words: AlignedTranscripts, quote: WordSpan, span: WordSpan): number {
  const oldText = foldedText(words, words.old.keys, quote);
  const newText = foldedText(words, words.new.keys, span);
  if (Math.max(oldText.length, newText.length) > LONGEST_BY_CHARACTER) return 0;
  return textLikeness(oldText, newText);
}

function foldedText({ keys }: AlignedTranscripts, list: Int32Array, { start, end }: WordSpan): string {
  let text = '';
  for (let word = start; word < end; word++) if (!keys.isMarker(list[word]!)) text += keys.fold(list[word]!);
  return text;
}

/** Share of the words around the quote, by rarity, that stand around the span. */
function contextScore(
  { old, map, rarity, keys }: AlignedTranscripts,
  quote: WordSpan,
  span: WordSpan,
): number {
  let found = 0;
  let all = 0;
  let word = quote.start - 1;
  for (let side = 0; side < 2; side++) {
    const step = side === 0 ? -1 : 1;
    const from = side === 0 ? span.start - 2 * CONTEXT_WORDS : span.end;
    const to = from + 2 * CONTEXT_WORDS;
    for (let left = CONTEXT_WORDS; word >= 0 && word < old.length && left > 0; word += step) {
      const key = old.keys[word]!;
      if (keys.isMarker(key)) continue;
      const weight = rarity[key]!;
      all += weight;
      const newWord = map.newOf[word]!;
      if (newWord >= from && newWord < to) found += weight * map.likeness[word]!;
      left--;
    }
    word = quote.end;
  }
  return all === 0 ? 1 : found / all;
}

/** Distance from where the words before the quote that stayed lead to expect it, as a share of the transcript. */
function displacementOf({ map, new: fresh }: AlignedTranscripts, quote: WordSpan, span: WordSpan): number {
  let before = quote.start - 1;
  while (before >= 0 && (map.newOf[before] === -1 || map.moved[before])) before--;
  const expected = before < 0 ? quote.start : map.newOf[before]! + (quote.start - before);
  return Math.min(1, Math.abs(span.start - expected) / Math.max(1, fresh.length));
}
