import { expect, test } from 'vitest';
import { joinWordLists } from '../../../src/core/language/join-word-lists.ts';
import { NO_WORDS, type WordLists } from '../../../src/core/language/word-lists.ts';

const base: WordLists = {
  ...NO_WORDS,
  languages: ['en'],
  negations: new Set(['not']),
  negativeEndings: ["n't"],
  numbers: new Map([['a', 1]]),
  units: new Map([['lb', 'pound']]),
};

test('every word of both lists is there; the second list settles what both name', () => {
  const more: WordLists = {
    ...NO_WORDS,
    languages: ['de'],
    negations: new Set(['nicht', 'not']),
    negativeEndings: ["n't"],
    numbers: new Map([['a', 2]]),
    months: new Map([['mai', 5]]),
  };
  const joined = joinWordLists(base, more);
  expect(joined).toMatchObject({ languages: ['en', 'de'], negativeEndings: ["n't"] });
  expect([...joined.negations]).toEqual(['not', 'nicht']);
  expect([...joined.numbers]).toEqual([['a', 2]]);
  expect([...joined.units, ...joined.months]).toEqual([
    ['lb', 'pound'],
    ['mai', 5],
  ]);
});

test('no list is forgotten', () => {
  const filled = Object.fromEntries(
    Object.entries(base).map(([name, value]) => {
      if (value instanceof Set) return [name, new Set([`own ${name}`])];
      if (value instanceof Map) return [name, new Map([[`own ${name}`, 1]])];
      return [name, Array.isArray(value) ? [`own ${name}`] : value];
    }),
  ) as unknown as WordLists;
  expect(joinWordLists(NO_WORDS, filled)).toEqual(filled);
  expect(joinWordLists(filled, { ...NO_WORDS, languages: [] })).toEqual(filled);
});
