/** Words of a text that a reader of another format made, found again in the file. */
import { expect, test } from 'vitest';
import { wordsBetween } from '../../../src/core/model/word-places.ts';

test.each([
  ['as they are', '<v Ann>They sold six of them.', 'They sold six of them.', 'six', 'six'],
  ['over two lines', 'They sold six\nof them.', 'They sold six of them.', 'six of', 'six\nof'],
  ['the second of two', 'six and six', 'six and six', 'and six', 'and six'],
  ['signs of patterns', 'They (sold) [six]?', 'They (sold) [six]?', '(sold) [six]?', '(sold) [six]?'],
  [
    'markup parts them: the whole',
    'They <i>sold</i> six.',
    'They sold six.',
    'sold six',
    'They <i>sold</i> six.',
  ],
  ['more often in the file: the whole', '<c.six>six</c>', 'six', 'six', '<c.six>six</c>'],
  ['no words: the whole', 'They sold.', 'They sold.', ' ', 'They sold.'],
])('%s', (_, source, text, words, expected) => {
  const before = 'NOTE six\n';
  const start = text.indexOf(words);
  const whole = { start: before.length, end: before.length + source.length };
  const span = wordsBetween(`${before}${source}\n`, whole, text, { start, end: start + words.length });
  expect(`${before}${source}\n`.slice(span.start, span.end)).toBe(expected);
});

test('of two, the one that is meant', () => {
  const text = 'six and six';
  expect(wordsBetween(text, { start: 0, end: 11 }, text, { start: 8, end: 11 })).toStrictEqual({
    start: 8,
    end: 11,
  });
});
