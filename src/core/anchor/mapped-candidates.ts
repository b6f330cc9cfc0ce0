/** The places to which the alignment of the two versions leads from a passage. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import type { WordKeys } from '../align/words/word-keys.ts';
import { type Candidate, scoreCandidate, type WordSpan } from './candidate.ts';

/** Counterparts further apart than the passage is long, and this much more, belong to different places. */
const SLACK_WORDS = 6;

export function mappedCandidates(words: AlignedTranscripts, quote: WordSpan): Candidate[] {
  const { map } = words;
  const found = foundWords(words, quote);
  const candidates: Candidate[] = [];
  if (found.length === 0) {
    const span = replacedSpan(words, quote);
    if (span !== undefined) candidates.push(scoreCandidate(words, quote, span, map, true));
    return candidates;
  }
  const reach = (quote.end - quote.start) / 2 + SLACK_WORDS;
  for (let start = 0, end = 1; start < found.length; start = end++) {
    while (end < found.length && standTogether(words, found[end - 1]!, found[end]!, reach)) end++;
    const inPlace = !map.moved[found[start]!];
    candidates.push(scoreCandidate(words, quote, widened(words, quote, found, start, end), map, inPlace));
  }
  return candidates;
}

/** Old words of the passage that have counterparts, in the order of these. */
function foundWords({ map }: AlignedTranscripts, quote: WordSpan): number[] {
  const found: number[] = [];
  let isAscending = true;
  let last = -1;
  for (let word = quote.start; word < quote.end; word++) {
    const newWord = map.newOf[word]!;
    if (newWord < 0) continue;
    if (newWord < last) isAscending = false;
    last = newWord;
    found.push(word);
  }
  return isAscending ? found : found.sort((one, other) => map.newOf[one]! - map.newOf[other]!);
}

function standTogether({ map }: AlignedTranscripts, word: number, next: number, reach: number): boolean {
  return map.newOf[next]! - map.newOf[word]! <= reach && map.moved[word] === map.moved[next];
}

/** From the first to the last counterpart of some words, and over replaced words at the ends of the passage. */
function widened(
  words: AlignedTranscripts,
  quote: WordSpan,
  found: readonly number[],
  from: number,
  to: number,
): WordSpan {
  const { map } = words;
  let first = found[from]!;
  let last = first;
  for (let index = from + 1; index < to; index++) {
    first = Math.min(first, found[index]!);
    last = Math.max(last, found[index]!);
  }
  const [left, right] = [found[from]!, found[to - 1]!];
  const start = map.newOf[left]!;
  const end = map.newOf[right]! + 1;
  // Where words changed places, those at the ends of the passage are not at the ends of the place.
  return {
    start: left === first ? start - replacedBeside(words, first, first - quote.start, -1) : start,
    end: right === last ? end + replacedBeside(words, last, quote.end - 1 - last, 1) : end,
  };
}

/**
 * How many new words beside the counterpart of `word` stand for the `inside` words of the passage on that side that have
 * none. The passage may share the gap with words outside of it; words put in at its edge stay outside.
 */
function replacedBeside(words: AlignedTranscripts, word: number, inside: number, step: 1 | -1): number {
  if (inside === 0) return 0;
  const { map, old, new: fresh, keys } = words;
  let oldGap = 0;
  for (let next = word + step; isFree(next, map.newOf, old.keys, keys); next += step) oldGap++;
  let newGap = 0;
  for (let next = map.newOf[word]! + step; isFree(next, map.oldOf, fresh.keys, keys); next += step) newGap++;
  const used = Math.min(inside, oldGap);
  if (newGap === oldGap) return used;
  if (used === oldGap) return Math.min(newGap, used);
  return Math.round((newGap * used) / oldGap);
}

function isFree(at: number, counterpart: Int32Array, list: Int32Array, keys: WordKeys): boolean {
  return at >= 0 && at < list.length && counterpart[at] === -1 && !keys.isMarker(list[at]!);
}

/** No word of the passage is left: the new words between the counterparts of its neighbours, where those stand close. */
function replacedSpan(words: AlignedTranscripts, quote: WordSpan): WordSpan | undefined {
  const { map, new: fresh } = words;
  let before = quote.start - 1;
  while (before >= 0 && map.newOf[before] === -1) before--;
  let after = quote.end;
  while (after < map.newOf.length && map.newOf[after] === -1) after++;
  const start = before < 0 ? 0 : map.newOf[before]! + 1;
  const end = after === map.newOf.length ? fresh.length : map.newOf[after]!;
  const oldGap = after - before - 1;
  if (start >= end) return undefined;
  const inside = quote.end - quote.start;
  if (end - start === oldGap) {
    const first = start + (quote.start - before - 1);
    return { start: first, end: first + inside };
  }
  return oldGap === inside && end - start <= 2 * inside + 1 ? { start, end } : undefined;
}
