import { expect, test } from 'vitest';
import { wordsAt } from '../../../src/rules/shared/words-at.ts';

const TEXT = '😀 They sold of them.';

test.each([
  ['words', 2, 6, 'They'],
  ['where words are gone, the next one', 11, 11, 'of'],
  ['inside blanks, the next one', 6, 6, 'sold'],
  ['at the end, the last one', 20, 20, 'them.'],
  ['outside of the text, the last one', 90, 90, 'them.'],
])('%s', (_, start, end, expected) => {
  const words = wordsAt(TEXT, { start, end });
  expect(TEXT.slice(words.start, words.end)).toBe(expected);
});

test('an empty text has no words', () => {
  expect(wordsAt('', { start: 0, end: 0 })).toStrictEqual({ start: 0, end: 0 });
});
