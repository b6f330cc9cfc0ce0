import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/core/language/generated/english.ts';
import { isNumeric } from '../../../src/core/language/number-words.ts';
import { readNumber } from '../../../src/core/language/numbers.ts';

const read = (words: string[], between = ' ') =>
  readNumber({ words, between: () => between }, 0, ENGLISH.words);

test.for([
  ['5', 5, false],
  ['5,000', 5000, false],
  ['5,000.5', 5000.5, false],
  ['1.5', 1.5, false],
  ['5bn', 5e9, false],
  ['1.5k', 1500, false],
  ['7th', 7, true],
  ['five', 5, false],
  ['fifth', 5, true],
] as const)('%s is %d', ([word, value, ordinal]) => {
  expect(read([word])).toEqual({ value, ordinal, length: 1 });
});

test.for(['5.', '5,', '5,00', '1.5.2', '5.k', '5x', '5th5', '٥'])('%s is no number', word => {
  expect(read([word])).toBeUndefined();
});

test('what is not numeric begins no number', () => {
  for (const word of ['and', 'x5', '', 'fives', '٥']) {
    expect(isNumeric(word, ENGLISH.words)).toBe(false);
    expect(read([word, 'five'])).toBeUndefined();
  }
});
