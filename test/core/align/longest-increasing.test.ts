import { expect, test } from 'vitest';
import { longestIncreasing } from '../../../src/core/align/longest-increasing.ts';

test('longest increasing subsequence', () => {
  expect([...longestIncreasing([])]).toEqual([]);
  expect([...longestIncreasing([3, 1, 2])]).toEqual([1, 2]);
  expect(longestIncreasing([0, 8, 4, 12, 2, 10, 6, 14])).toHaveLength(4);
});
