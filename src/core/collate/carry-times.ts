/** Carries the times of one witness over to the words of another. */

import type { WordTable } from '../align/words/word-table.ts';
import { firstIndex } from '../binary-search.ts';
import type { Columns } from './columns.ts';
import type { WordMoments } from './word-moments.ts';

/** Words less alike than this are different words. */
const LEAST_LIKENESS = 0.5;
/**
 * At the edges only the words there bound the time: up to this many words share the time of one word of the other witness.
 */
const MOST_FOR_ONE = 2;
/** A run of more than this many words needs time to be said: at least this many milliseconds for each word. */
const [MOST_HURRIED, LEAST_FOR_A_WORD] = [12, 80];

/**
 * Returns, for each word of the second witness, the same word of the first, or -1. Words match if they are equal, or so
 * alike that one is a mishearing of the other.
 */
export function counterparts({ tables: [from, onto], keys, words, length }: Columns): Int32Array {
  const result = new Int32Array(onto!.length).fill(-1);
  for (let row = 0; row < length; row++) {
    const [source, word] = [words[0]![row]!, words[1]![row]!];
    if (word < 0 || source < 0) continue;
    if (keys.likeness(from!.keys[source]!, onto!.keys[word]!) > LEAST_LIKENESS) result[word] = source;
  }
  return result;
}

/**
 * Returns the moments of the words of a witness. A word with a counterpart takes its moment; the words between two
 * counterparts share the time in which the other witness spoke, by their letters. Before the first and after the last
 * counterpart nothing is known, except for words that replace other words there. A passage too long for the time between
 * two counterparts gets no times.
 *
 * @param sources as {@link counterparts}.
 * @param moments of the other witness.
 */
export function carriedMoments(
  table: WordTable,
  sources: Int32Array,
  source: WordTable,
  moments: WordMoments,
): WordMoments {
  const starts = new Float64Array(table.length).fill(Number.NaN);
  const ends = new Float64Array(table.length).fill(Number.NaN);
  const isTimed = (word: number) => !Number.isNaN(moments.starts[word]!);
  const endOf = (word: number) => {
    const end = moments.ends[word]!;
    return Number.isNaN(end) ? moments.starts[word]! : end;
  };
  let before = -1;
  let sourceBefore = -1;
  for (let word = 0; word <= table.length; word++) {
    const counterpart = word < table.length ? sources[word]! : source.length;
    if (counterpart < 0 || (word < table.length && !isTimed(counterpart))) continue;
    if (word - before > 1) fill(before + 1, word, sourceBefore + 1, counterpart);
    if (word === table.length) break;
    starts[word] = moments.starts[counterpart]!;
    ends[word] = endOf(counterpart);
    before = word;
    sourceBefore = counterpart;
  }
  return { starts, ends };

  /** Times the words from `first` up to `last`, in whose place the other witness has its words `from` up to `to`. */
  function fill(first: number, last: number, from: number, to: number): void {
    const others: number[] = [];
    for (let word = from; word < to; word++) if (isTimed(word)) others.push(word);
    const isOpen = first === 0 || last === table.length;
    if (isOpen && last - first > MOST_FOR_ONE * others.length) return;
    if (!isOpen && last - first > MOST_HURRIED) {
      const time = moments.starts[to]! - ends[first - 1]!;
      if (time < LEAST_FOR_A_WORD * (last - first)) return;
    }
    if (others.length === last - first) {
      for (let word = first; word < last; word++) {
        starts[word] = moments.starts[others[word - first]!]!;
        ends[word] = endOf(others[word - first]!);
      }
      return;
    }
    const momentAt = momentsIn(
      others.length === 0
        ? [{ start: ends[first - 1]!, end: Math.max(ends[first - 1]!, moments.starts[to]!), weight: 1 }]
        : others.map(word => ({
            start: moments.starts[word]!,
            end: endOf(word),
            weight: lettersOf(source, word),
          })),
    );
    let all = 0;
    for (let word = first; word < last; word++) all += lettersOf(table, word);
    let done = 0;
    for (let word = first; word < last; word++) {
      starts[word] = momentAt(done / all);
      done += lettersOf(table, word);
      ends[word] = Math.max(starts[word]!, momentAt(done / all, true));
    }
  }
}

function lettersOf(table: WordTable, word: number): number {
  return Math.max(1, table.ends[word]! - table.starts[word]!);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * Maps a share (0 to 1) of what is said in stretches of speech, with pauses between them, to its moment. A share that
 * falls on a pause maps to the end of the pause, or to its beginning.
 */
function momentsIn(stretches: readonly Stretch[]): (share: number, isEnd?: boolean) => number {
  /** The time spoken before each stretch, and in all stretches at the end. */
  const before = [0];
  for (const { weight } of stretches) before.push(before.at(-1)! + weight);
  return (share, isEnd = false) => {
    const said = share * before.at(-1)!;
    const at = firstIndex(0, stretches.length - 1, index =>
      isEnd ? said <= before[index + 1]! : said < before[index + 1]!,
    );
    const { start, end, weight } = stretches[at]!;
    return start + (end - start) * Math.min(1, (said - before[at]!) / weight);
  };
}
