/** Changes inside a passage that change what it means, however small they are. */

import { diffSequence, type SequenceRun } from '../diff/sequence.ts';
import type { WordLists } from '../language/word-lists.ts';
import { pushAll } from '../long-lists.ts';
import { exchangedWords } from './exchanged-words.ts';
import { type ComparedPassages, type ComparedWords, type Fact, TELLING } from './facts.ts';
import { factsIn } from './meaning-words.ts';
import { contrariesOf, isDenyingWord } from './negations.ts';
import type { Alarm } from './placement.ts';

/** A date has so many words at most besides the first: "14 of October 2016". */
const LONGEST_REST = 3;

/** Compared run by run, for it matters which words they stand beside. */
const KINDS_BY_RUN = ['negation', 'attribution', 'number', 'name'] as const;
/** These may change their place ("$5", "5 dollars") and are compared over the whole passage. */
const KINDS_BY_PASSAGE = ['unit', 'date'] as const;

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
  const both: ComparedPassages = { old: oldWords, fresh: newWords, lists };
  const head = commonHead(both);
  const tail = commonTail(both, head);
  const isCaseless = lists.capitals.has('none') && head + tail < Math.max(oldWords.length, newWords.length);
  const telling = tellingWithin(oldWords, head, tail) | tellingWithin(newWords, head, tail);
  const hasContraries = (telling & TELLING.contrary) !== 0 && haveContraries(both, head, tail);
  const mustCompare = isCaseless || hasContraries;
  if (!mustCompare && !(telling & TELLING.always) && !haveCapital(both, head, tail, telling)) return [];
  const oldFacts = toldFacts(oldWords, newWords, lists, names);
  const newFacts = toldFacts(newWords, oldWords, lists, names);
  const areTouched =
    reachInto(oldFacts, head, oldWords.length - tail) || reachInto(newFacts, head, newWords.length - tail);
  if (!mustCompare && !areTouched) return [];
  const runs = diffSequence(foldsOf(oldWords), foldsOf(newWords)).filter(run => !run.kept);
  if (hasContraries) {
    addContraries(oldFacts, both, runs, 'old');
    addContraries(newFacts, both, runs, 'new');
  }
  const alarms: Alarm[] = [];
  for (const kind of KINDS_BY_RUN) {
    const old = ofKind(oldFacts, kind);
    const fresh = ofKind(newFacts, kind);
    if (old.length + fresh.length === 0) continue;
    const differing = differingFacts(old, fresh, runs);
    dropMoved(differing, both);
    for (const run of differing) addAlarms(alarms, kind, run);
  }
  for (const kind of KINDS_BY_PASSAGE) {
    const isTouched = (fact: Fact, side: 'old' | 'new') =>
      runs.some(run => touches(fact, run[`${side}Start`], run[`${side}End`]));
    const old = ofKind(oldFacts, kind).filter(fact => isTouched(fact, 'old'));
    const fresh = ofKind(newFacts, kind).filter(fact => isTouched(fact, 'new'));
    addAlarms(alarms, kind, withoutSame(old, fresh));
  }
  if (isCaseless) pushAll(alarms, exchangedWords(both, oldFacts, newFacts, runs));
  return alarms;
}

/** Among capitals alone a capital makes no name, where the other version has small letters to tell by. */
function toldFacts(
  words: ComparedWords,
  others: ComparedWords,
  lists: WordLists,
  names: ReadonlySet<string>,
): Fact[] {
  const facts = factsIn(words, lists, names);
  const isByCapital = facts.some(fact => fact.isByCapital);
  if (!isByCapital || words.letters !== 'capitals' || others.letters !== 'small') return facts;
  return facts.filter(fact => !fact.isByCapital);
}

function foldsOf(words: ComparedWords): string[] {
  const folds: string[] = [];
  for (let index = 0; index < words.length; index++) folds.push(words.fold(index));
  return folds;
}

function commonHead({ old, fresh }: ComparedPassages): number {
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old.key(head) === fresh.key(head)) head++;
  return head;
}

function commonTail({ old, fresh }: ComparedPassages, head: number): number {
  const most = Math.min(old.length, fresh.length) - head;
  let tail = 0;
  while (tail < most && old.key(old.length - 1 - tail) === fresh.key(fresh.length - 1 - tail)) tail++;
  return tail;
}

/** What the words tell where a fact may be that reaches to where the versions differ. */
function tellingWithin(words: ComparedWords, head: number, tail: number): number {
  const end = Math.min(words.length, words.length - tail + LONGEST_REST);
  let telling = 0;
  for (let index = Math.max(0, head - LONGEST_REST); index < end; index++) telling |= words.telling(index);
  return telling;
}

function haveCapital({ old, fresh }: ComparedPassages, head: number, tail: number, telling: number): boolean {
  if ((telling & TELLING.byCapital) === 0) return false;
  for (const words of [old, fresh]) {
    const end = Math.min(words.length, words.length - tail + LONGEST_REST);
    for (let index = Math.max(0, head - LONGEST_REST); index < end; index++)
      if (words.mayTell(index)) return true;
  }
  return false;
}

/** Whether a word where the versions differ is the contrary of one on the other side. */
function haveContraries({ old, fresh }: ComparedPassages, head: number, tail: number): boolean {
  for (const words of [old, fresh]) {
    const others = words === old ? fresh : old;
    for (let index = head; index < words.length - tail; index++) {
      if ((words.telling(index) & TELLING.contrary) === 0) continue;
      const fold = words.fold(index);
      for (let other = head; other < others.length - tail; other++)
        if (fold.endsWith(others.fold(other)) && fold !== others.fold(other)) return true;
    }
  }
  return false;
}

/** Adds a negation for each word of a run whose contrary stands in the other side of the run. */
function addContraries(
  facts: Fact[],
  { old, fresh, lists }: ComparedPassages,
  runs: readonly SequenceRun[],
  side: 'old' | 'new',
): void {
  const other = side === 'old' ? 'new' : 'old';
  const [words, others] = side === 'old' ? [old, fresh] : [fresh, old];
  for (const run of runs)
    for (let index = run[`${side}Start`]; index < run[`${side}End`]; index++) {
      if (facts.some(fact => fact.kind === 'negation' && fact.start === index)) continue;
      const rests = contrariesOf(words.fold(index), lists);
      for (let at = run[`${other}Start`]; rests.length > 0 && at < run[`${other}End`]; at++) {
        if (!rests.includes(others.fold(at))) continue;
        const { text } = words.at(index)!;
        facts.push({ kind: 'negation', value: '', text, start: index, end: index + 1 });
        break;
      }
    }
}

function reachInto(facts: readonly Fact[], start: number, end: number): boolean {
  return facts.some(fact => touches(fact, start, end));
}

function ofKind(facts: readonly Fact[], kind: Fact['kind']): readonly Fact[] {
  return facts.filter(fact => fact.kind === kind);
}

function touches({ start, end }: Fact, from: number, to: number): boolean {
  return start < to && end > from;
}

/** Facts of each side that the other lacks. */
interface Differing {
  old: Fact[];
  fresh: Fact[];
}

function differingFacts(
  old: readonly Fact[],
  fresh: readonly Fact[],
  runs: readonly SequenceRun[],
): readonly Differing[] {
  const settled = new Set<Fact>();
  const differing: Differing[] = [];
  for (const run of runs) {
    const oldTouched = old.filter(fact => touches(fact, run.oldStart, run.oldEnd));
    const newTouched = fresh.filter(fact => touches(fact, run.newStart, run.newEnd));
    if (oldTouched.length + newTouched.length > 0)
      differing.push(withoutSame(oldTouched, newTouched, settled));
  }
  // A fact of several words may be touched by several runs: it counts in the first, and in none once it is settled.
  const isFirst = (fact: Fact) => !settled.has(fact) && settled.add(fact) !== undefined;
  for (const run of differing) {
    run.old = run.old.filter(isFirst);
    run.fresh = run.fresh.filter(isFirst);
  }
  return differing;
}

/** @param settled gets the facts that both sides have */
function withoutSame(old: readonly Fact[], fresh: readonly Fact[], settled?: Set<Fact>): Differing {
  const added = [...fresh];
  const removed = old.filter(fact => {
    const same = added.findIndex(other => other.value === fact.value);
    if (same >= 0) settled?.add(fact).add(added[same]!);
    if (same >= 0) added.splice(same, 1);
    return same < 0;
  });
  return { old: removed, fresh: added };
}

/**
 * Drops what only stands elsewhere in the sentence, together with the word behind it: a negation and what it denies, a
 * number and what it counts. A name may as well keep the word before it.
 */
function dropMoved(differing: readonly Differing[], both: ComparedPassages): void {
  for (const removed of differing)
    removed.old = removed.old.filter(fact => {
      for (const added of differing) {
        const same = added.fresh.findIndex(other => isMoved(fact, other, both));
        if (same < 0) continue;
        added.fresh.splice(same, 1);
        return false;
      }
      return true;
    });
}

function isMoved(old: Fact, fresh: Fact, both: ComparedPassages): boolean {
  if (old.value !== fresh.value) return false;
  if (old.kind === 'negation' && isSameNegation(old, fresh, both)) return true;
  const isSame = (one: number, other: number) =>
    one >= 0 &&
    other >= 0 &&
    one < both.old.length &&
    other < both.fresh.length &&
    both.old.key(one) === both.fresh.key(other);
  if (isSame(old.end, fresh.end)) return true;
  return old.kind === 'name' && isSame(old.start - 1, fresh.start - 1);
}

/** Where the verb itself is denied it takes the negation along, and nadie vino is no vino nadie. */
function isSameNegation(old: Fact, fresh: Fact, both: ComparedPassages): boolean {
  const fold = both.old.fold(old.end - 1);
  if (fold !== both.fresh.fold(fresh.end - 1)) return false;
  return !isDenyingWord(fold, both.lists) || old.hasPartner !== fresh.hasPartner;
}

/** Adds the alarms of what differs; what one side has instead of the other's is one. */
function addAlarms(alarms: Alarm[], kind: Fact['kind'], { old, fresh }: Differing): void {
  for (let index = 0; index < Math.max(old.length, fresh.length); index++)
    alarms.push({ kind, old: old[index]?.text, new: fresh[index]?.text });
}
