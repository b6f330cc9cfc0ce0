import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reorder } from '../../../../src/formats/yaml/edit/reorder.ts';

test('insertions, then removals, make the new order', () => {
  const newOrder = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 'x', 'y', 'z']);
  fc.assert(
    fc.property(newOrder, items => {
      const { incoming, gone } = reorder(items, 6, item => (typeof item === 'number' ? [item] : []));
      const list = [0, 1, 2, 3, 4, 5].flatMap(index => [...(incoming.get(index) ?? []), index]);
      list.push(...((incoming.get(6) ?? []) as number[]));
      for (const { index, indexAfter, moved } of gone.toReversed()) {
        expect(list[indexAfter]).toBe(index);
        expect(moved).toBe(items.includes(index));
        list.splice(indexAfter, 1);
      }
      expect(list).toEqual(items);
    }),
  );
});
