import { expect, test } from 'vitest';
import { keyUses } from '../../../src/build/schema/keys.ts';
import { FILE_SCHEMAS } from '../../../src/build/schema/outputs.ts';

test('no key is typed in one place and something else in another, for the reader knows only the key', () => {
  const { typed, others } = keyUses(FILE_SCHEMAS);
  expect([...typed].filter(key => others.has(key))).toEqual([]);
});

test('a key that is both is seen', () => {
  const inner = {
    type: 'object',
    properties: { at: { type: 'string' }, end: { type: 'number', 'x-time': true } },
  };
  const { typed, times, others } = keyUses([
    { type: 'object', properties: { at: { type: 'boolean' }, list: { type: 'array', items: inner } } },
  ]);
  expect([[...typed], [...times], [...others]]).toEqual([['at', 'end'], ['end'], ['list', 'at']]);
});
