import { expect, test } from 'vitest';
import { FORMS, TAG_NAMES } from '../../../src/core/model/vocabulary.ts';
import { closest } from '../../../src/core/text/closest.ts';

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
