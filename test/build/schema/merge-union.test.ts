import { expect, test } from 'vitest';
import { mergeUnion } from '../../../src/build/schema/merge-union.ts';

test('keywords of branches with different types stand side by side', () => {
  const text = { type: 'string', description: 'one', minLength: 1 };
  expect(mergeUnion([text, { type: 'array', items: text, minItems: 1 }])).toEqual({
    type: ['string', 'array'],
    minLength: 1,
    items: text,
    minItems: 1,
  });
});

test('a list of values bears only on its own branch', () => {
  const merged = mergeUnion([{ type: 'string', enum: ['a', 'b'] }, { type: 'array' }]);
  expect(merged).toEqual({
    type: ['string', 'array'],
    if: { type: ['string'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { enum: ['a', 'b'] },
  });
});

test('branches that share a type are refused', () => {
  expect(() => mergeUnion([{ type: 'string' }, { type: 'string', pattern: 'x' }])).toThrow('share a type');
});
