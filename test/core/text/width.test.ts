import fc from 'fast-check';
import libraryWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { displayWidth, padEnd } from '../../../src/core/text/width.ts';

test.for([
  ['', 0],
  ['Yerevan', 7],
  ['Երևան', 5],
  ['Ереван', 6],
  ['“bare” – 5 000 €…', 17],
  ['東京', 4],
  ['한국', 4],
  ['e\u0301', 1],
  ['\u0483', 0],
  ['👨‍👩‍👧', 2],
  ['🇦🇲', 2],
  ['<U+202E>', 8],
] as const)('%j takes %i columns', ([text, width]) => {
  expect(displayWidth(text)).toBe(width);
});

test.for([
  ['\t', 0, 8],
  ['\t', 5, 3],
  ['a\tb', 0, 9],
  ['東\t', 0, 8],
  ['\t\t', 7, 9],
] as const)('%j from column %i takes %i columns', ([text, column, width]) => {
  expect(displayWidth(text, column)).toBe(width);
});

test('the short way round agrees with the library', () => {
  const characters = fc
    .oneof(
      fc.integer({ min: 0x20, max: 0x5ff }),
      fc.integer({ min: 0x2000, max: 0x206f }),
      fc.integer({ min: 0x2180, max: 0x25ff }),
      fc.integer({ min: 0x3000, max: 0x3130 }),
      fc.integer({ min: 0xac00, max: 0xd7ff }),
      fc.integer({ min: 0xff00, max: 0xffef }),
    )
    .map(code => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 6 }), text => {
      expect(displayWidth(text)).toBe(libraryWidth(text));
    }),
    { numRuns: 2000 },
  );
});

test('padding counts columns and never cuts', () => {
  expect(padEnd('東京', 6)).toBe('東京  ');
  expect(padEnd('Yerevan', 3)).toBe('Yerevan');
});
