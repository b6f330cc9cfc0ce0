/** Times for formats in which every segment has a start and an end. */
import type { Milliseconds, Utterance } from '../../core/model/model.ts';

export interface Timed {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

/** Fills in missing times from the neighbours, without moving other times or adding overlaps. */
export function filledTimes(utterances: readonly Utterance[]): Timed[] {
  const times: Timed[] = [];
  const nextStarts = startsAfter(utterances);
  let before = 0;
  for (const [index, { start, end }] of utterances.entries()) {
    const from = start ?? (end === undefined ? before : Math.min(before, end));
    const to = end ?? Math.max(from, nextStarts[index] ?? from);
    times.push({ start: from, end: to });
    before = to;
  }
  return times;
}

function startsAfter(utterances: readonly Utterance[]): (Milliseconds | undefined)[] {
  const starts: (Milliseconds | undefined)[] = new Array(utterances.length);
  let next: Milliseconds | undefined;
  for (let i = utterances.length - 1; i >= 0; i--) {
    starts[i] = next;
    next = utterances[i]!.start ?? next;
  }
  return starts;
}
