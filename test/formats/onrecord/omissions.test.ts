import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Omissions } from '../../../src/formats/onrecord/omissions.ts';

test('omitted nodes are gone and untouched ones are shared', () => {
  const file = { a: [{ x: 1 }, { x: 2, y: 3 }, { x: 4 }], b: { c: 1 } };
  const omissions = new Omissions();
  omissions.omit(['a', 0]);
  omissions.omit(['a', 1, 'y']);
  const rest = omissions.apply(file) as typeof file;
  expect(rest).toEqual({ a: [{ x: 2 }, { x: 4 }], b: { c: 1 } });
  expect(rest.a[1]).toBe(file.a[2]);
  expect(rest.b).toBe(file.b);
});

test('a key named like the prototype stays a key', () => {
  const omissions = new Omissions();
  omissions.omit(['a']);
  const rest = omissions.apply(JSON.parse('{"a": 1, "__proto__": {"b": 2}}')) as object;
  expect(Object.keys(rest)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
});

test('nothing is left where the root is omitted', () => {
  const omissions = new Omissions();
  omissions.omit([]);
  expect(omissions.apply({ a: 1 })).toBeUndefined();
});

test('a path in what is left leads to the same item of the file', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.uniqueArray(fc.nat({ max: 30 })), (length, omitted) => {
      const list = Array.from({ length: length + 1 }, (_, index) => ({ index }));
      const omissions = new Omissions();
      for (const index of omitted) omissions.omit(['list', index]);
      const { list: rest } = omissions.apply({ list }) as { list: { index: number }[] };
      for (const [index, item] of rest.entries()) {
        expect(omissions.pathInFile(['list', index, 'index'])).toEqual(['list', item.index, 'index']);
      }
    }),
  );
});
