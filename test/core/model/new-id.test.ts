import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../src/core/model/new-id.ts';
import { ID_PATTERN } from '../../../src/core/model/vocabulary.ts';

test('an id has its prefix and eight characters that are not mistaken for others', () => {
  const random = fc.func(fc.uint8Array({ minLength: 8, maxLength: 8 }));
  fc.assert(
    fc.property(random, bytes => {
      const id = newId('a', bytes, () => false);
      expect(id).toMatch(new RegExp(ID_PATTERN));
      expect(id).toMatch(/^a[0-9a-hjkmnp-tv-z]{8}$/);
    }),
  );
});

test('an id that is taken is not given out', () => {
  let call = 0;
  const id = newId(
    'u',
    count => new Uint8Array(count).fill(call++),
    made => made === 'u00000000',
  );
  expect(id).toBe('u11111111');
});
