/** Words exchanged for others, in scripts without capitals, where any word may be a name. */
import { textLikeness } from '../align/words/word-keys.ts';
import type { SequenceRun } from '../diff/sequence.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { ComparedPassages, ComparedWords, Fact } from './facts.ts';
import type { Alarm } from './placement.ts';

/** Above this two words are one, in another form or with a typo. */
const MOST_LIKENESS = 0.5;
const LEAST_LETTERS = 3;

/** One alarm for each run in which both sides have a word that is like none of the other's. */
export function exchangedWords(
  { old: oldWords, fresh: newWords, lists }: ComparedPassages,
  oldFacts: readonly Fact[],
  newFacts: readonly Fact[],
  runs: readonly SequenceRun[],
): Alarm[] {
  return runs.flatMap(run => {
    const old = tellingWords(oldWords, oldFacts, run.oldStart, run.oldEnd, lists);
    const fresh = tellingWords(newWords, newFacts, run.newStart, run.newEnd, lists);
    const gone = unlike(old, fresh);
    const added = unlike(fresh, old);
    if (gone.length === 0 || added.length === 0) return [];
    return [{ kind: 'words', old: textOf(gone, oldWords), new: textOf(added, newWords) } as const];
  });
}

interface Word {
  readonly index: number;
  readonly fold: string;
}

function tellingWords(
  words: ComparedWords,
  facts: readonly Fact[],
  start: number,
  end: number,
  lists: WordLists,
): Word[] {
  const found: Word[] = [];
  for (let index = start; index < end; index++) {
    const fold = words.fold(index);
    const isFact = facts.some(fact => fact.start <= index && fact.end > index);
    if (!isFact && fold.length >= LEAST_LETTERS && !lists.capitalised.has(fold)) found.push({ index, fold });
  }
  return found;
}

function unlike(words: readonly Word[], others: readonly Word[]): Word[] {
  return words.filter(({ fold }) => others.every(other => textLikeness(fold, other.fold) <= MOST_LIKENESS));
}

function textOf(found: readonly Word[], words: ComparedWords): string {
  return found.map(({ index }) => words.at(index)!.text).join(' ');
}
