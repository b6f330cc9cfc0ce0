/** A small run of the simulation that `npm run bench:merges` does at length. Uses the built program. */
import { expect, test } from 'vitest';
import { simulate } from '../bench/merges/simulate.mjs';

test('20 pairs of branches: with the driver no annotation and no edit is lost, and none is there twice', () => {
  const total = simulate(20, true);
  expect(total).toMatchObject({ merges: 20, unreadable: 0, lost: 0, duplicated: 0, lostEdits: 0 });
  // git alone leaves half of them in conflict.
  expect(total.conflicts).toBeLessThan(4);
});
