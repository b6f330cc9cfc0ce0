import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AsciiKeys, isAscii, wordEnd, wordStart } from '../../../src/core/align/ascii-words.ts';
import { WordKeys } from '../../../src/core/align/word-keys.ts';
import { WORD } from '../../../src/core/align/word-table.ts';
import { RUNS } from '../../helpers/runs.ts';

const pieces = fc.constantFrom(
  ...["'", '.', ',', ':', ' ', '\n', '$', '%', '#', '_', '-', '\u0000', '@', '['],
  'a',
  'Zz',
  'B',
  '7',
  '08',
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 20 }).map(list => list.join('')),
  fc.string({ unit: 'binary-ascii', maxLength: 30 }),
);

function* wordsIn(ascii: string): Iterable<[number, number]> {
  for (let start = wordStart(ascii, 0); start < ascii.length; ) {
    const end = wordEnd(ascii, start);
    yield [start, end];
    start = wordStart(ascii, end);
  }
}

test('the words of ASCII text are those of the pattern for any script, and have its keys', () => {
  fc.assert(
    fc.property(text, ascii => {
      expect(isAscii(ascii)).toBe(true);
      const found = [...wordsIn(ascii)];
      const wanted = Array.from(ascii.matchAll(WORD), ({ 0: word, index }) => [index, index + word.length]);
      expect(found).toEqual(wanted);
      const keys = new WordKeys();
      const asciiKeys = new AsciiKeys(keys);
      for (const [start, end] of found)
        expect(asciiKeys.of(ascii, start, end)).toBe(keys.of(ascii.slice(start, end)));
    }),
    { numRuns: RUNS },
  );
});

test('many words, in either case, keep their keys as the table grows', () => {
  const keys = new WordKeys();
  const asciiKeys = new AsciiKeys(keys);
  const words = Array.from({ length: 20_000 }, (_, index) => `Word${index.toString(36)}`);
  const first = words.map(word => asciiKeys.of(word, 0, word.length));
  expect(new Set(first).size).toBe(words.length);
  expect(words.map(word => asciiKeys.of(word.toLowerCase(), 0, word.length))).toEqual(first);
});
