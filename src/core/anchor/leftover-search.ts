/** Searches passages that the alignment lost among the new words that continue no old ones. */

import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import { BestPath, MOST_CELLS } from '../align/words/best-path.ts';
import { LEAST_LIKENESS } from '../align/words/word-aligner.ts';
import { append } from '../maps.ts';
import { type Candidate, type Counterparts, scoreCandidate, type WordSpan } from './candidate.ts';

/** A word that stands in more free places than this says nothing about any of them. */
const MOST_PLACES = 64;

/** Share of a passage's words, by rarity, that a window needs before it is compared word by word. */
const LEAST_VOTES = 0.3;

/** Windows compared for one passage: the best ones; more rivals than this are ambiguous anyway. */
const MOST_WINDOWS = 8;

/** Words that a window has beyond the passage on each side, for insertions. */
const WINDOW_SLACK = 6;

export function leftoverSearch(words: AlignedTranscripts) {
  const path = new BestPath();
  /** Places of each key among the free words, by key. */
  const freePlaces = new Map<number, number[]>();
  /** Those of the passage in the window that is compared; none between two windows. */
  const counterparts: Counterparts & { readonly newOf: Int32Array; readonly likeness: Float64Array } = {
    newOf: new Int32Array(words.old.length).fill(-1),
    likeness: new Float64Array(words.old.length),
  };
  const { map, new: fresh, keys } = words;
  for (let word = 0; word < fresh.length; word++) {
    const key = fresh.keys[word]!;
    if (map.oldOf[word] === -1 && !keys.isMarker(key)) append(freePlaces, key, word);
  }

  /** All places that share enough words with the passage, scored. */
  function candidates(quote: WordSpan): Candidate[] {
    const found = new Map<number, Candidate>();
    for (const window of windows(quote)) {
      const candidate = compare(quote, window);
      if (candidate !== undefined) found.set(candidate.span.start, candidate);
    }
    return [...found.values()];
  }

  /** Stretches where words of the passage stand at about the right distances from each other. */
  function windows(quote: WordSpan): WordSpan[] {
    const { rarity, old, new: fresh } = words;
    const length = quote.end - quote.start;
    const width = Math.max(4, Math.ceil(length / 4));
    const votes = new Map<number, number>();
    let all = 0;
    for (let word = quote.start; word < quote.end; word++) {
      const weight = rarity[old.keys[word]!]!;
      all += weight;
      const places = freePlaces.get(old.keys[word]!);
      if (places === undefined || places.length > MOST_PLACES) continue;
      for (const place of places) {
        const diagonal = Math.floor((place - (word - quote.start)) / width);
        for (const bucket of [diagonal, diagonal + 1]) votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      }
    }
    return [...votes]
      .filter(([, weight]) => weight >= LEAST_VOTES * all)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, MOST_WINDOWS)
      .map(([bucket]) => {
        const start = (bucket - 1) * width - WINDOW_SLACK;
        return {
          start: Math.max(0, start),
          end: Math.min(fresh.length, start + length + 2 * width + 2 * WINDOW_SLACK),
        };
      });
  }

  function compare(quote: WordSpan, window: WordSpan): Candidate | undefined {
    const { rarity, old, new: fresh, keys, map } = words;
    const free = range(window.start, window.end).filter(
      word => map.oldOf[word] === -1 && !keys.isMarker(fresh.keys[word]!),
    );
    if ((free.length + 1) * (quote.end - quote.start + 1) > MOST_CELLS) return undefined;

    const length = quote.end - quote.start;
    path.prepare(length, free.length);
    let cell = 0;
    for (let word = quote.start; word < quote.end; word++) {
      const key = old.keys[word]!;
      for (let place = 0; place < free.length; place++) {
        const likeness = keys.likeness(key, fresh.keys[free[place]!]!);
        path.scores[cell++] = likeness > LEAST_LIKENESS ? likeness * (rarity[key]! + 0.3) : 0;
      }
    }
    const count = path.find(length, free.length);
    if (count === 0) return undefined;
    for (let pair = 0; pair < count; pair++) {
      const oldWord = quote.start + path.oldPlaces[pair]!;
      const newWord = free[path.newPlaces[pair]!]!;
      counterparts.newOf[oldWord] = newWord;
      counterparts.likeness[oldWord] = keys.likeness(old.keys[oldWord]!, fresh.keys[newWord]!);
    }
    const span = { start: free[path.newPlaces[count - 1]!]!, end: free[path.newPlaces[0]!]! + 1 };
    const candidate = scoreCandidate(words, quote, span, counterparts, false);
    counterparts.newOf.fill(-1, quote.start, quote.end);
    return candidate;
  }

  return candidates;
}

/** The integers from `start` up to `end`, without `end`. */
function range(start: number, end: number): Int32Array {
  const result = new Int32Array(end - start);
  for (let index = 0; index < result.length; index++) result[index] = start + index;
  return result;
}
