import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMS, TAG_NAMES } from '../../../src/core/model/vocabulary.ts';
import { closest, editDistance } from '../../../src/core/text/closest.ts';

const KEYS = ['id', 'speaker', 'to', 'at', 'via', 'text', 'tag', 'by', 'context', 'comment', 'correction'];

test.for([
  ['spekaer', KEYS, 'speaker'],
  ['Speaker', KEYS, 'speaker'],
  ['tags', KEYS, 'tag'],
  ['vai', KEYS, 'via'],
  ['txt', KEYS, 'text'],
  ['coment', KEYS, 'comment'],
  ['inderect', FORMS, 'indirect'],
  ['free_indirect', FORMS, 'free-indirect'],
  ['dispued', TAG_NAMES, 'disputed'],
  ['declined-to-coment', TAG_NAMES, 'declined-to-comment'],
  ['tgas', KEYS, 'tag'],
  ['tga', KEYS, 'tag'],
  ['tgsa', KEYS, undefined],
  ['gats', KEYS, undefined],
  ['cmoentm', KEYS, 'comment'],
  ['vias', KEYS, 'via'],
  ['ta', KEYS, undefined],
  ['is', KEYS, undefined],
  ['mood', KEYS, undefined],
  ['statement', KEYS, undefined],
  ['quoted', FORMS, undefined],
  ['', KEYS, undefined],
] as const)('%s', ([word, candidates, meant]) => {
  expect(closest(word, candidates)).toBe(meant);
});

test.for([
  ['', '', 0],
  ['', 'abc', 3],
  ['ab', 'ba', 1],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
] as const)('distance of "%s" and "%s" is %i', ([from, to, distance]) => {
  expect(editDistance(from, to)).toBe(distance);
});

test('the distance is the same both ways, and one edit is never more than one', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (word, place, letter) => {
      const at = place % (word.length + 1);
      const edited = word.slice(0, at) + letter + word.slice(at);
      expect(editDistance(word, edited)).toBe(1);
      expect(editDistance(edited, word)).toBe(1);
    }),
  );
});
