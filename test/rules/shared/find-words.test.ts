import { expect, test } from 'vitest';
import { SearchedText } from '../../../src/rules/shared/find-words.ts';

test.for([
  ['We signed\n on Monday.', 'We signed on Monday', true],
  ['She calls it “a done deal”', '"a done deal"', true],
  ['It’s cafe\u0301 time', "It's café time", true],
  ['It’s cafe\u0301', 'It’s cafe', false],
  ['It’s cafe\u0301', '\u0301', false],
  ['It’s “a cafe”', 'a cafe', true],
  ['We … Monday', 'We … Monday', true],
  ['one – two', 'one — two', true],
  ['co\u00adop', 'coop', true],
  ['We signed on Monday.', 'we signed', false],
  ['We signed on Monday.', 'We [...] Monday', true],
  ['We signed on Monday.', 'We … Monday', true],
  ['We signed on Monday.', 'Monday [...] We', false],
  ['We signed on Monday.', '[...] signed', true],
] as const)('%j has %j: %j', ([text, words, expected]) => {
  expect(new SearchedText(text).has(words)).toBe(expected);
});
