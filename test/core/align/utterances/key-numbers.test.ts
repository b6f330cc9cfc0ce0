import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keys, NO_KEY, numberKeys } from '../../../../src/core/align/utterances/key-numbers.ts';

/** Short keys, and long ones with often equal fingerprints: they differ in letters that a fingerprint may skip. */
const key = fc.oneof(
  fc.constantFrom('', 'a', 'b', undefined),
  fc
    .array(fc.constantFrom('a', 'b'), { minLength: 3, maxLength: 3 })
    .map(letters => letters.map(letter => '-'.repeat(19) + letter).join('')),
);
const entry = fc.record({ key, group: fc.constantFrom('', 'anna', 'boris') });
const entries = fc.array(entry, { maxLength: 40 });

function columns(list: readonly { key: string | undefined; group: string }[], isGrouped: boolean): Keys {
  return { keys: list.map(one => one.key), groups: isGrouped ? list.map(one => one.group) : undefined };
}

test('keys of a group have one number, those that the old ones do not have none', () => {
  fc.assert(
    fc.property(entries, entries, fc.boolean(), (old, fresh, isGrouped) => {
      const names = new Map<string, number>();
      const name = (one: (typeof old)[number]) => `${isGrouped ? one.group : ''}/${one.key}`;
      for (const one of old)
        if (one.key !== undefined && !names.has(name(one))) names.set(name(one), names.size);
      const expected = (list: typeof old) =>
        list.map(one => (one.key === undefined ? NO_KEY : (names.get(name(one)) ?? NO_KEY)));
      const numbers = numberKeys(columns(old, isGrouped), columns(fresh, isGrouped));
      expect([...numbers.old]).toEqual(expected(old));
      expect([...numbers.new]).toEqual(expected(fresh));
      expect(numbers.count).toBe(names.size);
    }),
  );
});
