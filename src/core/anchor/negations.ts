/** Words that deny. */

import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';
import type { Fact, FactWords } from './facts.ts';

/** How a word denies: by itself; only where nothing else in its clause does; only beside such a word. */
type Denial = 'alone' | 'partner' | 'beside-partner';

/** What a word must have beside its ending or beginning. */
const LEAST_STEM = 2;
/** Letters that must be left of a word without its contrary beginning. */
const LEAST_REST = 3;

function denialOf(fold: string, lists: WordLists): Denial | undefined {
  if (deniesAlone(fold, lists)) return 'alone';
  if (lists.negationPartners.has(fold)) return 'partner';
  if (lists.negationsWithPartner.has(fold)) return 'beside-partner';
  return undefined;
}

/** Whether a word denies by itself: it is listed, or its ending or beginning is. */
export function deniesAlone(fold: string, lists: WordLists): boolean {
  return lists.negations.has(fold) || isDeniedByAffix(fold, lists);
}

/** Whether a word is listed as one that denies, and so is no verb that does. */
export function isDenyingWord(fold: string, lists: WordLists): boolean {
  return (
    lists.negations.has(fold) || lists.negationPartners.has(fold) || lists.negationsWithPartner.has(fold)
  );
}

export function isDeniedByAffix(fold: string, lists: WordLists): boolean {
  const isAffixed =
    lists.negativeEndings.some(ending => hasStem(fold, ending) && fold.endsWith(ending)) ||
    lists.negativeBeginnings.some(beginning => hasStem(fold, beginning) && fold.startsWith(beginning));
  if (!isAffixed || lists.notNegations.has(fold)) return false;
  return !beginningsExcepted(lists).some(beginning => fold.startsWith(beginning));
}

function hasStem(fold: string, affix: string): boolean {
  return fold.length >= affix.length + LEAST_STEM;
}

const beginningsExcepted = lazilyFor(({ notNegations }: WordLists): readonly string[] =>
  [...notNegations].filter(word => word.endsWith('*')).map(word => word.slice(0, -1)),
);

/** The word without each contrary beginning that it may have: lawful for unlawful. */
export function contrariesOf(fold: string, lists: WordLists): readonly string[] {
  return lists.contraryBeginnings
    .filter(beginning => fold.startsWith(beginning) && fold.length >= beginning.length + LEAST_REST)
    .map(beginning => fold.slice(beginning.length));
}

interface Clause {
  readonly alone: number[];
  readonly partners: number[];
  readonly beside: number[];
}

/**
 * The negations of a passage, by the index of the word that denies. A partner counts only in a clause where nothing else
 * denies, and a word that needs a partner only where one is; a clause is what stands between two marks.
 */
export function negationsIn(words: FactWords, lists: WordLists): ReadonlyMap<number, Fact> {
  if (!haveDenial(words)) return NONE;
  const negations = new Map<number, Fact>();
  const add = (index: number, start: number, hasPartner: boolean) => {
    const text =
      start === index ? words.at(index)!.text : `${words.at(start)!.text} ${words.at(index)!.text}`;
    negations.set(index, {
      kind: 'negation',
      value: '',
      text,
      start: Math.min(start, index),
      end: Math.max(start, index) + 1,
      hasPartner,
    });
  };
  for (const { alone, partners, beside } of clausesOf(words, lists)) {
    const [partner] = partners;
    for (const index of alone) add(index, index, partner !== undefined);
    if (partner === undefined) continue;
    for (const index of beside) add(index, partner, true);
    if (alone.length + beside.length === 0) for (const index of partners) add(index, index, false);
  }
  return negations;
}

const NONE: ReadonlyMap<number, Fact> = new Map();

function haveDenial(words: FactWords): boolean {
  for (let index = 0; index < words.length; index++) if (words.mayDeny(index)) return true;
  return false;
}

/** The words that may deny, by clause. Where no language of the lists has partners, the whole is one. */
function clausesOf(words: FactWords, lists: WordLists): Clause[] {
  const hasPartners = lists.negationPartners.size > 0;
  let clause: Clause = { alone: [], partners: [], beside: [] };
  const clauses = [clause];
  for (let index = 0; index < words.length; index++) {
    if (hasPartners && words.opensClause(index)) {
      clause = { alone: [], partners: [], beside: [] };
      clauses.push(clause);
    }
    if (!words.mayDeny(index)) continue;
    const denial = denialOf(words.at(index)!.fold, lists);
    if (denial === 'alone') clause.alone.push(index);
    else if (denial === 'partner') clause.partners.push(index);
    else if (denial === 'beside-partner') clause.beside.push(index);
  }
  return clauses;
}
