/** Changes inside a passage that change what it means, however small they are. */
import { diffSequence, type SequenceRun } from '../diff/sequence.ts';
import type { WordLists } from '../language/word-lists.ts';
import { type Fact, type FactWords, factsIn } from './meaning-words.ts';
import type { Alarm } from './placement.ts';

export interface ComparedWords extends FactWords {
  /** A number for each word, the same for the same folded word. */
  key(index: number): number;
  folds(): string[];
}

/** A date has so many words at most besides the first: "14 of October 2016". */
const LONGEST_REST = 3;

/**
 * Compares the facts of two versions of a passage where their words differ. "Five billion" and "5 billion" are the same
 * word here, "14 October" and "October 14" the same date.
 * @param names folded words known to name someone
 */
export function alarmsBetween(
  oldWords: ComparedWords,
  newWords: ComparedWords,
  lists: WordLists,
  names: ReadonlySet<string>,
): Alarm[] {
  const head = commonHead(oldWords, newWords);
  const tail = commonTail(oldWords, newWords, head);
  if (!mayTellWithin(oldWords, head, tail) && !mayTellWithin(newWords, head, tail)) return [];
  const oldFacts = factsIn(oldWords, lists, names);
  const newFacts = factsIn(newWords, lists, names);
  if (
    !reachInto(oldFacts, head, oldWords.length - tail) &&
    !reachInto(newFacts, head, newWords.length - tail)
  )
    return [];
  const runs = diffSequence(oldWords.folds(), newWords.folds()).filter(run => !run.kept);
  const alarms: Alarm[] = [];
  for (const kind of ['negation', 'number', 'name'] as const) {
    if (!areOfKind(oldFacts, kind) && !areOfKind(newFacts, kind)) continue;
    for (const run of runs) {
      const old = touched(oldFacts, kind, run.oldStart, run.oldEnd);
      const fresh = touched(newFacts, kind, run.newStart, run.newEnd);
      if (old.length > 0 || fresh.length > 0) alarms.push(...differences(kind, old, fresh));
    }
  }
  // A date or a unit may change its place ("$5", "5 dollars"), so these are compared over the whole passage.
  for (const kind of ['unit', 'date'] as const) {
    if (!areOfKind(oldFacts, kind) && !areOfKind(newFacts, kind)) continue;
    alarms.push(
      ...differences(kind, inRuns(oldFacts, kind, runs, 'old'), inRuns(newFacts, kind, runs, 'new')),
    );
  }
  return alarms;
}

function commonHead(old: ComparedWords, fresh: ComparedWords): number {
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old.key(head) === fresh.key(head)) head++;
  return head;
}

function commonTail(old: ComparedWords, fresh: ComparedWords, head: number): number {
  const most = Math.min(old.length, fresh.length) - head;
  let tail = 0;
  while (tail < most && old.key(old.length - 1 - tail) === fresh.key(fresh.length - 1 - tail)) tail++;
  return tail;
}

/** Whether a fact may be where the words differ; a look at the words without reading facts from them. */
function mayTellWithin(words: ComparedWords, head: number, tail: number): boolean {
  const end = Math.min(words.length, words.length - tail + LONGEST_REST);
  for (let index = Math.max(0, head - LONGEST_REST); index < end; index++)
    if (words.mayTell(index)) return true;
  return false;
}

function reachInto(facts: readonly Fact[], start: number, end: number): boolean {
  for (const fact of facts) if (fact.start < end && fact.end > start) return true;
  return false;
}

function areOfKind(facts: readonly Fact[], kind: Fact['kind']): boolean {
  for (const fact of facts) if (fact.kind === kind) return true;
  return false;
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
  return facts.filter(
    fact =>
      fact.kind === kind &&
      runs.some(run => fact.start < run[`${side}End`] && fact.end > run[`${side}Start`]),
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
