/** Writes passages of the new version as targets. */
import { pushAll } from '../long-lists.ts';
import { parseTarget } from '../model/targets.ts';
import type { NewPassage } from './placement.ts';

/** So many utterances in a row are written as a range, and fewer where the target was a range before. */
const LEAST_RANGE = 3;
const LEAST_FORMER_RANGE = 2;

/** Passages in the order of the utterances, those of one utterance as one. */
export function joinedPassages(passages: readonly NewPassage[]): NewPassage[] {
  if (passages.length === 1) return [...passages];
  const byUtterance = new Map<number, NewPassage>();
  for (const passage of passages) {
    const other = byUtterance.get(passage.utterance);
    byUtterance.set(passage.utterance, other === undefined ? passage : join(other, passage));
  }
  return [...byUtterance.values()].sort((one, other) => one.utterance - other.utterance);
}

function join(one: NewPassage, other: NewPassage): NewPassage {
  if (one.range === undefined || other.range === undefined) return { ...one, range: undefined };
  const range = {
    start: Math.min(one.range.start, other.range.start),
    end: Math.max(one.range.end, other.range.end),
  };
  return { ...one, range };
}

/** The target that names these utterances, with ranges for long runs; undefined where one has no id. */
export function targetOf(passages: readonly NewPassage[], former: readonly string[]): string[] | undefined {
  const least = former.some(target => parseTarget(target)?.kind === 'range')
    ? LEAST_FORMER_RANGE
    : LEAST_RANGE;
  const target: string[] = [];
  for (let start = 0; start < passages.length; ) {
    let end = start + 1;
    while (end < passages.length && passages[end]!.utterance === passages[end - 1]!.utterance + 1) end++;
    const run = passages.slice(start, end).map(passage => passage.id);
    for (const id of run) if (id === undefined) return undefined;
    if (run.length >= least) target.push(`${run[0]}..${run.at(-1)}`);
    else pushAll(target, run as string[]);
    start = end;
  }
  return target;
}
