import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBoundaries, graphemes, widenToGraphemes } from '../../../src/core/text/graphemes.ts';
import { isOnGraphemes } from '../../helpers/is-on-graphemes.ts';

const FAMILY = '👨‍👩‍👧';

test.for([
  ['plain text', [...'plain text']],
  ['a\r\nb', ['a', '\r\n', 'b']],
  ['e\u0301x', ['e\u0301', 'x']],
  [`a${FAMILY}b`, ['a', FAMILY, 'b']],
  ['🇦🇲🇧🇾', ['🇦🇲', '🇧🇾']],
] as const)('clusters of %j', ([text, clusters]) => {
  expect(graphemes(text)).toEqual(clusters);
});

test('boundaries count code points', () => {
  expect(graphemeBoundaries(`a${FAMILY}b`)).toEqual([0, 1, 6, 7]);
});

test.for([
  ['abc', { start: 1, end: 2 }, { start: 1, end: 2 }],
  [`a${FAMILY}b`, { start: 2, end: 3 }, { start: 1, end: 6 }],
  ['e\u0301x', { start: 0, end: 1 }, { start: 0, end: 2 }],
  ['e\u0301x', { start: 1, end: 2 }, { start: 0, end: 2 }],
] as const)('in %j the range %o widens to %o', ([text, range, widened]) => {
  expect(widenToGraphemes(text, range)).toEqual(widened);
  expect(isOnGraphemes(text, range)).toBe(range.start === widened.start && range.end === widened.end);
});

const SIMPLE = fc
  .oneof(
    fc.integer({ min: 0x20, max: 0x5ff }),
    fc.integer({ min: 0x2000, max: 0x25ff }),
    fc.integer({ min: 0x3000, max: 0xd7ff }),
    fc.integer({ min: 0xff00, max: 0xffef }),
  )
  .map(code => String.fromCharCode(code));

test('the short way for simple characters agrees with the segmenter', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: SIMPLE })), text => {
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), part => part.segment));
    }),
  );
});
