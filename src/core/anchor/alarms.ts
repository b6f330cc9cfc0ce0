/** Changes inside a passage that change what it means, however small they are. */
import { diffSequence, type SequenceRun } from '../diff/sequence.ts';
import type { WordLists } from '../language/word-lists.ts';
import { type Fact, type FactWord, factsIn } from './facts.ts';
import type { Alarm } from './placement.ts';

/**
 * Compares the facts of two versions of a passage where their words differ. "Five billion" and "5 billion" are the same
 * word here, "14 October" and "October 14" the same date.
 * @param names folded words known to name someone
 */
export function alarmsBetween(
  oldWords: readonly FactWord[],
  newWords: readonly FactWord[],
  lists: WordLists,
  names: ReadonlySet<string>,
): Alarm[] {
  const oldFacts = factsIn(oldWords, lists, names);
  const newFacts = factsIn(newWords, lists, names);
  if (oldFacts.length === 0 && newFacts.length === 0) return [];
  const runs = diffSequence(
    oldWords.map(word => word.fold),
    newWords.map(word => word.fold),
  ).filter(run => !run.kept);
  const alarms: Alarm[] = [];
  for (const kind of ['negation', 'number', 'name'] as const)
    for (const run of runs) {
      const old = touched(oldFacts, kind, run.oldStart, run.oldEnd);
      const fresh = touched(newFacts, kind, run.newStart, run.newEnd);
      alarms.push(...differences(kind, old, fresh));
    }
  // A date or a unit may change its place ("$5", "5 dollars"), so these are compared over the whole passage.
  for (const kind of ['unit', 'date'] as const)
    alarms.push(
      ...differences(kind, inRuns(oldFacts, kind, runs, 'old'), inRuns(newFacts, kind, runs, 'new')),
    );
  return alarms;
}

function touched(facts: readonly Fact[], kind: Fact['kind'], start: number, end: number): Fact[] {
  return facts.filter(fact => fact.kind === kind && fact.start < end && fact.end > start);
}

function inRuns(
  facts: readonly Fact[],
  kind: Fact['kind'],
  runs: readonly SequenceRun[],
  side: 'old' | 'new',
): Fact[] {
  return facts.filter(fact =>
    runs.some(run => touched([fact], kind, run[`${side}Start`], run[`${side}End`]).length > 0),
  );
}

/** Facts of one side only; what one side has instead of the other's is one alarm. */
function differences(kind: Fact['kind'], old: readonly Fact[], fresh: readonly Fact[]): Alarm[] {
  const added = [...fresh];
  const removed = old.filter(fact => {
    const same = added.findIndex(other => other.value === fact.value);
    if (same >= 0) added.splice(same, 1);
    return same < 0;
  });
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => ({
    kind,
    old: removed[index]?.text,
    new: added[index]?.text,
  }));
}
