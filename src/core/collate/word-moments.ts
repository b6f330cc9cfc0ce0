/** When each word of a transcript is said: as measured (`x-words`), else estimated within its utterance by letters. */
import type { WordTable } from '../align/words/word-table.ts';
import { timedWordsOf } from '../edit/timed-words.ts';
import type { Utterance } from '../model/model.ts';
import type { TimedWord } from '../model/word-times.ts';

/** By word, in milliseconds; NaN if unknown. */
export interface WordMoments {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export function wordMoments(utterances: readonly Utterance[], table: WordTable): WordMoments {
  const moments = measuredMoments(utterances, table);
  for (let utterance = 0; utterance < utterances.length; utterance++)
    fillUtterance(utterances, utterance, table, moments);
  return moments;
}

/** Takes the times of `x-words` alone. */
export function measuredMoments(utterances: readonly Utterance[], table: WordTable): WordMoments {
  const moments = {
    starts: new Float64Array(table.length).fill(Number.NaN),
    ends: new Float64Array(table.length).fill(Number.NaN),
  };
  for (const [utterance, spoken] of utterances.entries()) {
    const words = timedWordsOf(spoken);
    if (words !== undefined) enterTimed(words, spoken.text ?? '', utterance, table, moments);
  }
  return moments;
}

/** A token with a time may hold several of our words ("well-known"), and one word several tokens ("five billion"). */
function enterTimed(
  words: readonly TimedWord[],
  text: string,
  utterance: number,
  table: WordTable,
  { starts, ends }: WordMoments,
): void {
  let word = table.firsts[utterance]!;
  const last = table.firsts[utterance + 1]!;
  let offset = 0;
  for (const { text: token, start, end } of words) {
    const from = skipped(text, offset, 0);
    const to = skipped(text, from, token.replace(/\s+/g, '').length);
    offset = to;
    while (word < last && table.ends[word]! <= from) word++;
    if (start === undefined && end === undefined) continue;
    const [first, final] = [start ?? end!, Math.max(start ?? end!, end ?? start!)];
    const at = (place: number) =>
      first + ((final - first) * Math.min(1, Math.max(0, place - from))) / Math.max(1, to - from);
    for (let inside = word; inside < last && table.starts[inside]! < to; inside++) {
      if (Number.isNaN(starts[inside]!)) starts[inside] = at(table.starts[inside]!);
      const isWhole = table.starts[inside]! >= from && startsBehind(inside + 1, to);
      ends[inside] = isWhole ? final : at(table.ends[inside]!);
    }
  }

  /** Whether no other word follows within the token: the rest is punctuation. */
  function startsBehind(next: number, to: number): boolean {
    return next >= last || table.starts[next]! >= to;
  }
}

/** Returns the offset after this many characters other than white space, including the white space before them. */
function skipped(text: string, offset: number, count: number): number {
  let at = offset;
  let left = count;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      if (left === 0 && count > 0) break;
      at++;
    } else {
      if (left === 0) break;
      at++;
      left--;
    }
  }
  return at;
}

/** Divides the time between known moments among the words without one, by their letters. */
function fillUtterance(
  utterances: readonly Utterance[],
  index: number,
  table: WordTable,
  { starts, ends }: WordMoments,
): void {
  const utterance = utterances[index]!;
  const first = table.firsts[index]!;
  const last = table.firsts[index + 1]!;
  if (first === last) return;
  for (let word = first; word < last; ) {
    if (!Number.isNaN(starts[word]!)) {
      word++;
      continue;
    }
    let end = word;
    while (end < last && Number.isNaN(starts[end]!)) end++;
    const from = word === first ? utterance.start : ends[word - 1]!;
    const to = end === last ? endOf(utterances, index) : starts[end]!;
    if (from !== undefined && to !== undefined && to >= from) share(word, end, from, to);
    else if (from !== undefined && word === first) starts[word] = from;
    word = Math.max(end, word + 1);
  }

  function share(from: number, to: number, start: number, end: number): void {
    const [low, high] = [table.starts[from]!, table.ends[to - 1]!];
    const at = (place: number) => start + ((end - start) * (place - low)) / Math.max(1, high - low);
    for (let word = from; word < to; word++) {
      starts[word] = at(table.starts[word]!);
      ends[word] = at(table.ends[word]!);
    }
  }
}

/** Returns the end of an utterance, or if none is written, the start of the next utterance that has a time. */
function endOf(utterances: readonly Utterance[], index: number): number | undefined {
  const { start, end } = utterances[index]!;
  if (end !== undefined) return end;
  for (let next = index + 1; next < utterances.length; next++) {
    const other = utterances[next]!.start;
    if (other !== undefined) return start === undefined || other >= start ? other : undefined;
  }
  return undefined;
}
