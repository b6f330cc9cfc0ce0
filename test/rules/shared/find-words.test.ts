import { expect, test } from 'vitest';
import { hasWords, normalised } from '../../../src/rules/shared/find-words.ts';

test.for([
  ['We signed\n on Monday.', 'We signed on Monday', true],
  ['She calls it “a done deal”', '"a done deal"', true],
  ['It’s cafe\u0301 time', "It's café time", true],
  ['one – two', 'one — two', true],
  ['co\u00adop', 'coop', true],
  ['We signed on Monday.', 'we signed', false],
  ['We signed on Monday.', 'We [...] Monday', true],
  ['We signed on Monday.', 'We … Monday', true],
  ['We signed on Monday.', 'Monday [...] We', false],
  ['We signed on Monday.', '[...] signed', true],
] as const)('%j has %j: %j', ([text, words, expected]) => {
  expect(hasWords(normalised(text), words)).toBe(expected);
});
