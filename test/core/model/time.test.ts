import { expect, test } from 'vitest';
import { formatTime } from '../../../src/core/model/time.ts';

test.for([
  [0, '00:00:00.000'],
  [1, '00:00:00.001'],
  [59_999, '00:00:59.999'],
  [60_000, '00:01:00.000'],
  [3_599_999, '00:59:59.999'],
  [3_600_000, '01:00:00.000'],
  [862_501, '00:14:22.501'],
  [360_000_000, '100:00:00.000'],
] as const)('%i ms is %s', ([time, text]) => {
  expect(formatTime(time)).toBe(text);
});
