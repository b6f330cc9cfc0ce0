/** Carries the times of one witness onto the words of another. */

import type { WordTable } from '../align/words/word-table.ts';
import { firstIndex } from '../binary-search.ts';
import type { Columns } from './columns.ts';
import type { WordMoments } from './word-moments.ts';

/** Words that are less alike than this are different words. */
const LEAST_LIKENESS = 0.5;
/** At the edges nothing but the words there bounds the time: so many for each word of the other witness take part in it. */
const MOST_FOR_ONE = 2;
/** More words in a row than this need a time in which they can be said: so many milliseconds each. */
const [MOST_HURRIED, LEAST_FOR_A_WORD] = [12, 80];

/** For each word of the second witness the same word of the first, or -1: equal, or alike enough to be a slip of the ear. */
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
 * The moments of the words of a witness: those of their counterparts, and between these the time that the other witness
 * spoke meanwhile, shared by letters. Nothing is known before the first and behind the last counterpart, but for what
 * stands in the place of other words there. A passage that cannot be said in the time between two counterparts has none.
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

  /** Times for the words from `first` up to `last`, which stand where the other witness has its words `from` up to `to`. */
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
 * For stretches in which somebody speaks, with pauses between them, the moment at which a share of it, 0 to 1, is said. At a
 * pause it is the end of the pause, or its beginning.
 */
function momentsIn(stretches: readonly Stretch[]): (share: number, isEnd?: boolean) => number {
  /** What is said before each stretch, and of all at the end. */
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
