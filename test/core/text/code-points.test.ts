import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codePointLength,
  sliceCodePoints,
  toCodePointOffset,
  toUtf16Offset,
} from '../../../src/core/text/code-points.ts';

test.for([
  ['', 0],
  ['Yerevan', 7],
  ['Երևան', 5],
  ['a😀b', 3],
  ['\ud800x', 2],
] as const)('%j has %i code points', ([text, length]) => {
  expect(codePointLength(text)).toBe(length);
});

test('offsets stop at the ends of the text', () => {
  expect([toUtf16Offset('ab', -1), toUtf16Offset('ab', 9), toUtf16Offset('😀', 9)]).toEqual([0, 2, 2]);
  expect([toCodePointOffset('ab', -1), toCodePointOffset('ab', 9), toCodePointOffset('😀', 9)]).toEqual([
    0, 2, 1,
  ]);
});

test('an offset inside a surrogate pair is the end of the pair', () => {
  expect(toCodePointOffset('😀x', 1)).toBe(1);
});

test.for([
  ['a😀b', 1, 2, '😀'],
  ['a😀b', 2, undefined, 'b'],
  ['abc', 2, 1, ''],
] as const)('slice of %j from %i to %s is %j', ([text, start, end, slice]) => {
  expect(sliceCodePoints(text, start, end)).toBe(slice);
});

test('offsets convert there and back, and agree with the iterator of strings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, at) => {
      const characters = Array.from(text);
      const offset = Math.min(at, characters.length);
      expect(codePointLength(text)).toBe(characters.length);
      expect(toUtf16Offset(text, offset)).toBe(characters.slice(0, offset).join('').length);
      expect(toCodePointOffset(text, toUtf16Offset(text, offset))).toBe(offset);
    }),
  );
});
