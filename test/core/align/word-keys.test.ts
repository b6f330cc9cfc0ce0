import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLikeness, WordKeys } from '../../../src/core/align/word-keys.ts';

test.for([
  ['committee', 'committee', 1],
  ['recieve', 'receive', 1 - 1 / 7],
  ['abc', 'ca', 0],
  ['', '', 1],
  ['', 'abc', 0],
  ['Grüße', 'Grüsse', 1 - 2 / 6],
] as const)('%s and %s', ([one, other, likeness]) => {
  expect(textLikeness(one, other)).toBeCloseTo(likeness, 10);
});

/** A letter outside of ASCII in both words makes the table do the work, at no cost of its own. */
test('the two ways to count edits agree', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const edits = (first: string, second: string) =>
        Math.round((1 - textLikeness(first, second)) * Math.max(first.length, second.length));
      expect(edits(one, other)).toBe(edits(`${one}é`, `${other}é`));
    }),
  );
});

test('likeness of keys is that of their texts, or 0 where at most half', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 'y'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const keys = new WordKeys();
      const likeness = textLikeness(one, other);
      expect(keys.likeness(keys.of(one), keys.of(other))).toBe(likeness > 0.5 ? likeness : 0);
    }),
  );
});

test('case, Unicode form and apostrophes make no other word; markers are no words', () => {
  const keys = new WordKeys();
  expect(keys.of('Don\u2019t')).toBe(keys.of("don't"));
  expect(keys.of('cafe\u0301')).toBe(keys.of('CAFÉ'));
  expect(keys.of('so\u00adcial')).toBe(keys.of('social'));
  expect(keys.likeness(keys.ofMarker('anna'), keys.of('anna'))).toBe(0);
});
