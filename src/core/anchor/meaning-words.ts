/** Words of a passage that carry its meaning: negations, numbers, units, dates, names. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import type { WordLists } from '../language/word-lists.ts';

export interface FactWord {
  readonly text: string;
  readonly fold: string;
  /** Whether a sentence begins with it: then a capital says nothing. */
  readonly opensSentence: boolean;
}

export interface Fact {
  readonly kind: 'negation' | 'number' | 'unit' | 'date' | 'name';
  /** Equal for facts that mean the same. */
  readonly value: string;
  readonly text: string;
  /** Words from `start` up to `end`, without `end`. */
  readonly start: number;
  readonly end: number;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /'s?$/;
const DIGITS_AND_UNIT = /^(\d[\d.,]*)(\p{L}+)$/u;

/** The words of a passage; those that tell nothing are never looked at closely. */
export interface FactWords {
  readonly length: number;
  /** False where no fact can begin with the word, and only such a word of a fact can end it. */
  mayTell(index: number): boolean;
  at(index: number): FactWord | undefined;
}

export function isNegation(fold: string, lists: WordLists): boolean {
  return lists.negations.has(fold) || lists.negativeEndings.some(ending => fold.endsWith(ending));
}

/** Whether a word with this fold that is no negation may tell something, in whatever case it is written. */
export function mayTell(fold: string, lists: WordLists, names: ReadonlySet<string>): boolean {
  return (
    isNumberFold(fold) ||
    /^\d/.test(fold) ||
    lists.units.has(fold) ||
    lists.weekdays.has(fold) ||
    lists.relativeDays.has(fold) ||
    names.has(bareName(fold))
  );
}

/** Whether a word with this fold may tell something where it has a capital: a name or a month. */
export function mayTellByCapital(fold: string, lists: WordLists): boolean {
  return !lists.capitalised.has(fold) || lists.months.has(fold);
}

export function hasCapital(text: string): boolean {
  return CAPITAL.test(text);
}

/** @param names folded words known to name someone, in whatever case they are written */
export function factsIn(words: FactWords, lists: WordLists, names: ReadonlySet<string>): Fact[] {
  const facts: Fact[] = [];
  for (let index = 0; index < words.length; ) {
    if (!words.mayTell(index)) {
      index++;
      continue;
    }
    const date = dateAt(words, index, lists);
    if (date !== undefined) {
      facts.push(date);
      index = date.end;
      continue;
    }
    addFacts(facts, words.at(index)!, index, lists, names);
    index++;
  }
  return facts;
}

/** Adds what one word tells. */
function addFacts(
  facts: Fact[],
  word: FactWord,
  index: number,
  lists: WordLists,
  names: ReadonlySet<string>,
): void {
  const { fold, text } = word;
  if (isNegation(fold, lists)) {
    facts.push(factAt('negation', '', text, index));
    return;
  }
  if (isNumberFold(fold)) {
    facts.push(YEAR.test(text) ? factAt('date', text, text, index) : factAt('number', fold, text, index));
    return;
  }
  const unit = lists.units.get(fold);
  if (unit !== undefined) {
    facts.push(factAt('unit', unit, text, index));
    return;
  }
  if (/^\d/.test(fold)) {
    const [, digits, ending] = DIGITS_AND_UNIT.exec(fold) ?? [];
    const attached = ending === undefined ? undefined : lists.units.get(ending);
    if (attached === undefined) facts.push(factAt('number', fold, text, index));
    else facts.push(factAt('number', `#${digits}`, text, index), factAt('unit', attached, text, index));
    return;
  }
  const bare = bareName(fold);
  const capital = CAPITAL.test(text) && !word.opensSentence && !lists.capitalised.has(fold);
  if (capital || names.has(bare)) facts.push(factAt('name', bare, text, index));
}

function factAt(kind: Fact['kind'], value: string, text: string, index: number): Fact {
  return { kind, value, text, start: index, end: index + 1 };
}

function bareName(fold: string): string {
  return fold.endsWith("'") || fold.endsWith("'s") ? fold.replace(POSSESSIVE, '') : fold;
}

/** A date of several words, a month, a weekday or a word such as "yesterday" that begins at an index. */
function dateAt(words: FactWords, start: number, lists: WordLists): Fact | undefined {
  const fact = (value: string, end: number): Fact => {
    const texts: string[] = [];
    for (let index = start; index < end; index++) texts.push(words.at(index)!.text);
    const text = texts.join(' ');
    return { kind: 'date', value, text, start, end };
  };
  const word = words.at(start)!;
  const { fold, text, opensSentence } = word;
  const weekday = lists.weekdays.get(fold);
  if (weekday !== undefined) return fact(`weekday ${weekday}`, start + 1);
  if (lists.relativeDays.has(fold)) return fact(fold, start + 1);
  const month = monthOf(word, lists);
  if (month !== undefined) {
    const day = dayOf(words.at(start + 1));
    const year = yearOf(words.at(start + (day === undefined ? 1 : 2)));
    const end = start + 1 + (day === undefined ? 0 : 1) + (year === undefined ? 0 : 1);
    // "May" at the beginning of a sentence is more often a verb than a month.
    if (end === start + 1 && opensSentence) return undefined;
    return fact(calendarDate(year, month, day), end);
  }
  const day = dayOf(word);
  if (day !== undefined) {
    const skip = words.at(start + 1)?.fold === 'of' ? 2 : 1;
    const later = monthOf(words.at(start + skip), lists);
    if (later === undefined) return undefined;
    const year = yearOf(words.at(start + skip + 1));
    return fact(calendarDate(year, later, day), start + skip + (year === undefined ? 1 : 2));
  }
  if (!YEAR.test(text)) return undefined;
  const [second, third] = [words.at(start + 1), words.at(start + 2)];
  if (!isWritten(second, 2) || !isWritten(third, 2)) return undefined;
  return fact(calendarDate(text, dayOf(second) ?? 0, dayOf(third)), start + 3);
}

function monthOf(word: FactWord | undefined, lists: WordLists): number | undefined {
  return word !== undefined && CAPITAL.test(word.text) ? lists.months.get(word.fold) : undefined;
}

function dayOf(word: FactWord | undefined): number | undefined {
  if (word === undefined || !isNumberFold(word.fold)) return undefined;
  const value = Number.parseFloat(word.fold.slice(1));
  return Number.isInteger(value) && value >= 1 && value <= 31 ? value : undefined;
}

function yearOf(word: FactWord | undefined): string | undefined {
  return word !== undefined && YEAR.test(word.text) ? word.text : undefined;
}

function isWritten(word: FactWord | undefined, digits: number): boolean {
  return word !== undefined && word.text.length === digits && dayOf(word) !== undefined;
}

function calendarDate(year: string | undefined, month: number, day: number | undefined): string {
  return `${year ?? ''}-${month}-${day ?? ''}`;
}
