/** The places to which the alignment of the two versions leads from a passage. */
import type { AlignedTranscripts } from '../align/transcripts.ts';
import { type Candidate, scoreCandidate, type WordSpan } from './candidate.ts';

/** Counterparts further apart than the passage is long, and this much more, belong to different places. */
const SLACK_WORDS = 6;

export function mappedCandidates(words: AlignedTranscripts, quote: WordSpan): Candidate[] {
  const { map } = words;
  const clusters = clustersOf(words, quote);
  if (clusters.length === 0) {
    const span = replacedSpan(words, quote);
    return span === undefined ? [] : [scoreCandidate(words, quote, span, map, true)];
  }
  return clusters.map(cluster => {
    const inPlace = cluster.some(word => !map.moved[word]);
    return scoreCandidate(words, quote, widened(words, quote, cluster), map, inPlace);
  });
}

/** Old words of the passage whose counterparts stand together, each cluster ascending in the new order. */
function clustersOf({ map }: AlignedTranscripts, quote: WordSpan): number[][] {
  const found: number[] = [];
  for (let word = quote.start; word < quote.end; word++) if (map.newOf[word]! >= 0) found.push(word);
  found.sort((one, other) => map.newOf[one]! - map.newOf[other]!);
  const clusters: number[][] = [];
  const reach = (quote.end - quote.start) / 2 + SLACK_WORDS;
  for (const word of found) {
    const last = clusters.at(-1)?.at(-1);
    const together =
      last !== undefined &&
      map.newOf[word]! - map.newOf[last]! <= reach &&
      map.moved[word] === map.moved[last];
    if (together) clusters.at(-1)!.push(word);
    else clusters.push([word]);
  }
  return clusters;
}

/** From the first to the last counterpart, and over replaced words at the ends of the passage. */
function widened(words: AlignedTranscripts, quote: WordSpan, cluster: readonly number[]): WordSpan {
  const { map } = words;
  const first = Math.min(...cluster);
  const last = Math.max(...cluster);
  const start = map.newOf[cluster[0]!]!;
  const end = map.newOf[cluster.at(-1)!]! + 1;
  return {
    start: start - replacedBeside(words, first, first - quote.start, -1),
    end: end + replacedBeside(words, last, quote.end - 1 - last, 1),
  };
}

/**
 * How many new words beside the counterpart of `word` stand for the `inside` words of the passage on that side that have
 * none. The passage may share the gap with words outside of it.
 */
function replacedBeside(words: AlignedTranscripts, word: number, inside: number, step: 1 | -1): number {
  if (inside === 0) return 0;
  const { map, old, new: fresh, keys } = words;
  let oldGap = 0;
  for (let next = word + step; isFree(next, map.newOf, old.keys); next += step) oldGap++;
  let newGap = 0;
  for (let next = map.newOf[word]! + step; isFree(next, map.oldOf, fresh.keys); next += step) newGap++;
  const used = Math.min(inside, oldGap);
  if (newGap === oldGap) return used;
  if (used === oldGap) return newGap <= 2 * used + 1 ? newGap : used;
  return Math.round((newGap * used) / oldGap);

  function isFree(at: number, counterpart: Int32Array, list: Int32Array): boolean {
    return counterpart[at] === -1 && !keys.isMarker(list[at]!);
  }
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
