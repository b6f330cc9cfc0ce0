import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunFinder } from '../../../../src/core/align/words/common-runs.ts';
import { RUNS } from '../../../helpers/runs.ts';

const keys = fc.array(fc.nat(3), { maxLength: 20 }).map(list => Int32Array.from(list));

/** Places of the runs found once in a list, by the run as text. */
function placesOf(list: Int32Array, length: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let place = 0; place + length <= list.length; place++) {
    const run = list.slice(place, place + length).join(' ');
    places.set(run, [...(places.get(run) ?? []), place]);
  }
  return places;
}

test('runs found once on each side, in the order of the old one', () => {
  const runs = new RunFinder();
  fc.assert(
    fc.property(keys, keys, fc.integer({ min: 1, max: 4 }), (old, fresh, length) => {
      const all = (list: Int32Array) => Int32Array.from(list.keys());
      const newPlaces = placesOf(fresh, length);
      const wanted = [...placesOf(old, length)].flatMap(([run, places]): [number, number][] => {
        const others = newPlaces.get(run) ?? [];
        return places.length === 1 && others.length === 1 ? [[places[0]!, others[0]!]] : [];
      });
      const found = runs.find(all(old), old, all(fresh), fresh, length);
      expect(found.old.map((place, index) => [place, found.new[index]])).toEqual(wanted);
    }),
    { numRuns: RUNS },
  );
});
