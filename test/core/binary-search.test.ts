import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex, lastUpTo } from '../../src/core/binary-search.ts';

test('finds what a search from one end to the other finds', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -1, max: 21 }),
      (list, value) => {
        const sorted = list.toSorted((a, b) => a - b);
        expect(lastUpTo(sorted, value)).toBe(sorted.findLastIndex(number => number <= value));
        const first = sorted.findIndex(number => number > value);
        expect(firstIndex(0, sorted.length, index => sorted[index]! > value)).toBe(
          first < 0 ? sorted.length : first,
        );
      },
    ),
  ));
