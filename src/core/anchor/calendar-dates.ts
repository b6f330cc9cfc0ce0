/** Dates in a passage: of several words, a month, a weekday or a word such as "yesterday". */
import { isNumberFold } from '../align/words/word-cutter.ts';
import { foldWord } from '../language/fold-word.ts';
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';
import type { Fact, FactWord, FactWords } from './facts.ts';
import { hasCapital } from './names.ts';

const FOUR_DIGITS = /^\p{Nd}{4}$/u;
const TWO_DIGITS = /^\p{Nd}{2}$/u;
const [FIRST_YEAR, LAST_YEAR] = [1500, 2099];
/** 14.10.2016, with the day first wherever points part it. */
const SHORTEST_WITH_POINTS = 8;
const NINE = 0x39;
const WITH_POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** The date that begins at an index. */
export function dateAt(words: FactWords, start: number, lists: WordLists): Fact | undefined {
  const { fold } = words.at(start)!;
  const weekday = lists.weekdays.get(fold);
  if (weekday !== undefined) return factOf(words, `weekday ${weekday}`, start, start + 1);
  if (lists.relativeDays.has(fold)) return factOf(words, fold, start, start + 1);
  if (fold.length >= SHORTEST_WITH_POINTS && fold.charCodeAt(0) <= NINE) {
    const [, day, monthNumber, year] = WITH_POINTS.exec(fold) ?? [];
    if (year !== undefined && Number(monthNumber) <= 12)
      return factOf(words, calendarDate(year, Number(monthNumber), Number(day)), start, start + 1);
  }
  const month = monthAt(words, start, lists);
  if (month !== undefined) return dateFromMonth(words, start, month, lists);
  return dateFromDay(words, start, lists) ?? isoDate(words, start) ?? plainYear(words, start, lists);
}

/** The words that months begin with: كانون الثاني has two. */
export const firstWordsOfMonths = lazilyFor(
  ({ months }: WordLists): ReadonlySet<string> =>
    new Set([...months.keys()].map(month => month.split(' ', 1)[0]!)),
);

const firstOfTwo = lazilyFor(
  ({ months }: WordLists): ReadonlySet<string> =>
    new Set([...months.keys()].filter(month => month.includes(' ')).map(month => month.split(' ', 1)[0]!)),
);

function isYear({ fold, text }: FactWord): boolean {
  if (!isNumberFold(fold) || !FOUR_DIGITS.test(text)) return false;
  const value = Number(fold.slice(1));
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

interface Month {
  readonly number: number;
  /** How many words it takes. */
  readonly length: number;
}

function monthAt(words: FactWords, index: number, lists: WordLists): Month | undefined {
  const word = words.at(index);
  if (word === undefined) return undefined;
  const next = firstOfTwo(lists).has(word.fold) ? words.at(index + 1) : undefined;
  // Its second word may be an ordinal, which is a number by now.
  const pair = next === undefined ? undefined : lists.months.get(`${word.fold} ${foldWord(next.text)}`);
  if (pair !== undefined) return { number: pair, length: 2 };
  if (lists.monthsByCapital.has(word.fold) && !hasCapital(word.text)) return undefined;
  const number = lists.months.get(word.fold);
  return number === undefined ? undefined : { number, length: 1 };
}

function dateFromMonth(words: FactWords, start: number, month: Month, lists: WordLists): Fact | undefined {
  const day = dayOf(words.at(start + month.length));
  const behind = start + month.length + (day === undefined ? 0 : 1);
  const { year, end } = yearAt(words, behind, lists);
  const isBare = end === start + month.length;
  // "May" at the beginning of a sentence is more often a verb than a month.
  if (isBare && lists.monthsByCapital.has(words.at(start)!.fold) && words.opensSentence(start))
    return undefined;
  return factOf(words, calendarDate(year, month.number, day), start, end);
}

function dateFromDay(words: FactWords, start: number, lists: WordLists): Fact | undefined {
  const day = dayOf(words.at(start));
  if (day === undefined) return undefined;
  const first = behindJoiner(words, start + 1, lists);
  const month = monthAt(words, first, lists);
  if (month === undefined) return undefined;
  const { year, end } = yearAt(words, first + month.length, lists);
  return factOf(words, calendarDate(year, month.number, day), start, end);
}

/** 2016-10-14, in three words. */
function isoDate(words: FactWords, start: number): Fact | undefined {
  const word = words.at(start)!;
  if (!isYear(word)) return undefined;
  const [second, third] = [words.at(start + 1), words.at(start + 2)];
  if (!isTwoDigits(second) || !isTwoDigits(third)) return undefined;
  const date = calendarDate(word.fold.slice(1), dayOf(second) ?? 0, dayOf(third));
  return factOf(words, date, start, start + 3);
}

/** A year by itself, with the word for it: 2016 года. Before a unit it is a number: 1500 dinars. */
function plainYear(words: FactWords, start: number, lists: WordLists): Fact | undefined {
  const word = words.at(start)!;
  if (!isYear(word)) return undefined;
  const end = behindJoiner(words, start + 1, lists);
  const next = words.at(start + 1);
  if (end === start + 1 && next !== undefined && lists.units.has(next.fold)) return undefined;
  return factOf(words, word.fold, start, end);
}

function yearAt(
  words: FactWords,
  index: number,
  lists: WordLists,
): { year: string | undefined; end: number } {
  const place = behindJoiner(words, index, lists);
  const word = words.at(place);
  if (word === undefined || !isYear(word)) return { year: undefined, end: index };
  return { year: word.fold.slice(1), end: behindJoiner(words, place + 1, lists) };
}

function behindJoiner(words: FactWords, index: number, { dateJoiners }: WordLists): number {
  const word = words.at(index);
  return word !== undefined && dateJoiners.has(word.fold) ? index + 1 : index;
}

function dayOf(word: FactWord | undefined): number | undefined {
  if (word === undefined || !isNumberFold(word.fold)) return undefined;
  const value = Number.parseFloat(word.fold.slice(1));
  return Number.isInteger(value) && value >= 1 && value <= 31 ? value : undefined;
}

function isTwoDigits(word: FactWord | undefined): boolean {
  return word !== undefined && TWO_DIGITS.test(word.text) && dayOf(word) !== undefined;
}

function calendarDate(year: string | undefined, month: number, day: number | undefined): string {
  return `${year ?? ''}-${month}-${day ?? ''}`;
}

function factOf(words: FactWords, value: string, start: number, end: number): Fact {
  const texts: string[] = [];
  for (let index = start; index < end; index++) texts.push(words.at(index)!.text);
  return { kind: 'date', value, text: texts.join(' '), start, end };
}
