/** A small run of the simulation that `npm run bench:merges` does at length. Uses the built program. */
import { expect, test } from 'vitest';
import { simulate } from '../bench/merges/simulate.mjs';
import { IS_FULL } from '../helpers/runs.ts';

const PAIRS = IS_FULL ? 20 : 4;

test('with the driver no annotation and no edit of a pair of branches is lost, and none is there twice', () => {
  const total = simulate(PAIRS, true);
  expect(total).toMatchObject({ merges: PAIRS, unreadable: 0, lost: 0, duplicated: 0, lostEdits: 0 });
  // git alone leaves half of them in conflict.
  expect(total.conflicts).toBeLessThan(PAIRS / 5);
});
