import type { WordSpan } from './candidate.ts';
import type { OldPassage } from './old-passage.ts';
import type { VersionPair } from './version-pair.ts';

/** The words that a passage touches; empty where it has none. */
export function wordsOf({ words }: VersionPair, { utterance, start, end }: OldPassage): WordSpan {
  const { firsts, starts, ends } = words.old;
  let first = firsts[utterance]!;
  const stop = firsts[utterance + 1]!;
  while (first < stop && ends[first]! <= start) first++;
  let last = first;
  while (last < stop && starts[last]! < end) last++;
  return { start: first, end: last };
}
