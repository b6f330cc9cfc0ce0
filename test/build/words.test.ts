/** The word lists of the languages that ship, against CLDR, Node's calendar and a second speller of numbers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { toCardinal as ar } from 'n2words/ar-SA';
import { toCardinal as de } from 'n2words/de-DE';
import { toCardinal as es } from 'n2words/es-ES';
import { toCardinal as fr } from 'n2words/fr-FR';
import { toCardinal as it } from 'n2words/it-IT';
import { toCardinal as pl } from 'n2words/pl-PL';
import { toCardinal as pt } from 'n2words/pt-PT';
import { toCardinal as ru } from 'n2words/ru-RU';
import { toCardinal as tr } from 'n2words/tr-TR';
import { toCardinal as uk } from 'n2words/uk-UA';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/build/words/languages.ts';
import { numbersOf, wordListsFor } from '../../src/build/words/outputs.ts';
import { foldWord } from '../../src/core/language/fold-word.ts';
import { readNumber } from '../../src/core/language/numbers.ts';
import { scriptOf } from '../../src/core/language/shipped.ts';
import { WORD_LIST_NAMES, type WordLists } from '../../src/core/language/word-lists.ts';

function textOf(path: string): string | undefined {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

test('the languages that are generated are those that ship, in the same scripts', () => {
  const files = readdirSync(new URL('../../data/words', import.meta.url));
  const tags = files.filter(file => /^[a-z]{2}\.yaml$/.test(file)).map(file => file.slice(0, 2));
  expect(LANGUAGES.map(({ tag }) => tag).sort()).toEqual(tags.sort());
  for (const { tag, script } of LANGUAGES) expect(scriptOf(tag)).toBe(script);
});

const SECOND_SPELLER: Readonly<Record<string, (value: number) => string>> = {
  ar,
  de,
  es,
  fr,
  it,
  pl,
  pt,
  ru,
  tr,
  uk,
};
const VALUES = [
  ...Array.from({ length: 101 }, (_, value) => value),
  ...[101, 108, 111, 116, 121, 125, 199, 200, 250, 300, 342, 400, 500, 555, 600, 700, 777, 800, 900, 999],
  ...[1000, 1001, 1100, 1234, 1999, 2000, 2016, 5000, 10000, 12345, 21000, 100000, 123456, 1e6, 2e6, 5e6],
  ...[1234567, 5e9],
];

/** No second speller has these; our own table. */
const BY_HAND: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  be: [
    ['дваццаць адзін', 21],
    ['трыццаць два', 32],
    ['сорак тры', 43],
    ['пяцьдзясят чатыры', 54],
    ['шэсцьдзясят пяць', 65],
    ['дзевяноста дзевяць', 99],
    ['сто адзінаццаць', 111],
    ['дзвесце пяцьдзясят', 250],
    ['адна тысяча дзевяцьсот дзевяноста дзевяць', 1999],
    ['дзве тысячы шаснаццаць', 2016],
    ['дванаццаць тысяч трыста сорак пяць', 12345],
    ['пяць мільярдаў', 5e9],
  ],
  hy: [
    ['տասնմեկ', 11],
    ['քսանմեկ', 21],
    ['երեսուներկու', 32],
    ['քառասուներեք', 43],
    ['հիսունչորս', 54],
    ['վաթսունհինգ', 65],
    ['իննսունինը', 99],
    ['հարյուր տասնմեկ', 111],
    ['երկու հարյուր հիսուն', 250],
    ['հազար ինը հարյուր իննսունինը', 1999],
    ['երկու հազար տասնվեց', 2016],
    ['տասներկու հազար երեք հարյուր քառասունհինգ', 12345],
    ['հինգ միլիարդ', 5e9],
  ],
};

const wordsOf = (text: string) => text.split(/[\s\u2010-]+/).map(foldWord);

/** The number that a text is as a whole. */
function numberIn(text: string, lists: WordLists) {
  const words = wordsOf(text);
  const number = readNumber({ words, between: () => ' ' }, 0, lists);
  return number?.length === words.length ? { value: number.value, ordinal: number.ordinal } : undefined;
}

/** `eine` alone is no number in a text. */
function isArticle(text: string, lists: WordLists): boolean {
  const words = wordsOf(text);
  return words.length === 1 && lists.articles.has(words[0]!);
}

/** Abbreviations of CLDR that are other words as well, or one letter. */
const NOT_READ = new Set(['mar', 'mer', 'jeu', 'sam', 'dim', 'ter', 'qua', 'qui', 'sex', 'dom', 'dez']);

describe.for(LANGUAGES.filter(({ tag }) => tag !== 'en'))('$tag', language => {
  const { tag, script } = language;
  const lists = wordListsFor(language, textOf);

  test('every number that CLDR spells is read as its value', () => {
    const spelled = numbersOf(language);
    expect(spelled.length).toBeGreaterThan(1000);
    for (const { text, value, ordinal } of spelled)
      if (isArticle(text, lists))
        expect(lists[ordinal ? 'ordinals' : 'numbers'].get(foldWord(text)), text).toBe(value);
      else expect(numberIn(text, lists), text).toEqual({ value, ordinal });
  });

  test('numbers of a second source are read as their values', () => {
    const spell = SECOND_SPELLER[tag];
    const pairs: (readonly [string, number])[] = [...(BY_HAND[tag] ?? [])];
    // It writes the Ukrainian шість with a Latin i.
    const inScript = (text: string) => (script === 'Cyrillic' ? text.replaceAll('i', 'і') : text);
    if (spell !== undefined) for (const value of VALUES) pairs.push([inScript(spell(value)), value]);
    expect(pairs.length).toBeGreaterThan(10);
    for (const [text, value] of pairs) {
      if (!isArticle(text, lists)) expect(numberIn(text, lists)?.value, text).toBe(value);
    }
  });

  test('the months and weekdays of Node are read, in both their forms', () => {
    for (const [options, read] of calendarForms(tag, lists)) expect(options, options[0]).toEqual(read);
  });

  test('every word is in the script of the language', () => {
    expect([...allWords(lists)].filter(word => !isInScript(word, script))).toEqual([]);
  });
});

/** Names of months and weekdays as Node gives them, each with its number, and with the number that the lists have. */
function* calendarForms(
  tag: string,
  lists: WordLists,
): Generator<[[string, number], [string, number | undefined]]> {
  for (const month of Array.from({ length: 12 }, (_, index) => index))
    for (const options of [
      { month: 'long' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const name = part(tag, new Date(Date.UTC(2021, month, 14)), options, 'month');
      if (isUsable(name))
        yield [
          [name, month + 1],
          [name, lists.months.get(name)],
        ];
    }
  for (const day of Array.from({ length: 7 }, (_, index) => index))
    for (const weekday of ['long', 'short'] as const) {
      // 4 January 2021 was a Monday.
      const name = part(tag, new Date(Date.UTC(2021, 0, 4 + day)), { weekday }, 'weekday');
      const read = lists.weekdays.get(name) ?? ordinalOf(name, lists);
      if (isUsable(name))
        yield [
          [name, day + 1],
          [name, read],
        ];
    }
}

function part(tag: string, date: Date, options: Intl.DateTimeFormatOptions, type: string): string {
  const parts = new Intl.DateTimeFormat(tag, {
    ...options,
    timeZone: 'UTC',
    numberingSystem: 'latn',
  }).formatToParts(date);
  return foldWord(parts.find(found => found.type === type)!.value.replace(/\.$/, ''));
}

/** Weekdays of Portuguese are counted: segunda-feira. */
function ordinalOf(name: string, lists: WordLists): number | undefined {
  const value = lists.ordinals.get(name.split('-')[0]!);
  return value === undefined ? lists.weekdays.get(name.split('-')[0]!) : value - 1;
}

function isUsable(name: string): boolean {
  return name.length >= 3 && !NOT_READ.has(name);
}

function* allWords(lists: WordLists): Generator<string> {
  for (const name of WORD_LIST_NAMES) {
    // Names that ours have for units and verbs are English.
    if (name === 'numberStyle' || name === 'capitals') continue;
    const list = lists[name] as ReadonlyMap<string, unknown> | ReadonlySet<string> | readonly string[];
    yield* list instanceof Map ? list.keys() : (list as Iterable<string>);
  }
}

/** Letters of one script only; signs, digits and the codes of units are in every language. */
function isInScript(word: string, script: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  const own = new RegExp(`\\p{Script=${script}}`, 'u');
  const foreign = letters.filter(letter => !own.test(letter));
  return foreign.length === 0 || (foreign.length === letters.length && /^[a-z]{2,3}$/.test(word));
}
