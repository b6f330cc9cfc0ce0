/** What must hold of any ratings: against other ways to the same number, and under changes that mean nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffsAlpha } from '../../../src/core/agree/alpha.ts';
import {
  CHANCE_CORRECTED,
  type ChanceCorrected,
  chanceCorrected,
} from '../../../src/core/agree/chance-corrected.ts';
import { type Distance, masiOf, nominal } from '../../../src/core/agree/distances.ts';
import { type Estimator, MISSING, type Ratings } from '../../../src/core/agree/ratings.ts';
import { type Block, type Stretch, unitizingAlpha } from '../../../src/core/agree/unitizing.ts';
import { RUNS } from '../../helpers/runs.ts';

const NAMES = ['a', 'b', 'c', 'd'];

/** Two to four readings of some units, some values missing. */
const ratings: fc.Arbitrary<Ratings> = fc
  .integer({ min: 2, max: 4 })
  .chain(readings =>
    fc
      .array(
        fc.array(fc.constantFrom(MISSING, 0, 0, 1, 1, 2, 3), { minLength: readings, maxLength: readings }),
        { minLength: 1, maxLength: 14 },
      )
      .map(units => ({ units, categories: NAMES })),
  );

/** All the letters of a category are its set: four sets that overlap, hold each other, or do neither. */
const SETS = [['x'], ['x', 'y'], ['y', 'z'], []];
const DISTANCES: readonly (readonly [string, Distance])[] = [
  ['nominal', nominal],
  ['MASI', masiOf(SETS)],
];

const coefficient = (estimator: Estimator) => estimator.estimate().value;

function expectSame(one: number, other: number): void {
  if (Number.isNaN(one) || Number.isNaN(other)) expect(one).toEqual(other);
  else expect(one).toBeCloseTo(other, 9);
}

/** The coincidence matrix of Krippendorff 2011, cell by cell. */
function alphaByCoincidences({ units, categories }: Ratings, distance: Distance): number {
  const matrix = categories.map(() => categories.map(() => 0));
  for (const unit of units) {
    const count = unit.filter(value => value !== MISSING).length;
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries())
        if (i !== j && a !== MISSING && b !== MISSING && count > 1) matrix[a]![b]! += 1 / (count - 1);
  }
  const totals = matrix.map(row => row.reduce((sum, cell) => sum + cell, 0));
  const n = totals.reduce((sum, total) => sum + total, 0);
  let [observed, expected] = [0, 0];
  for (const [a, row] of matrix.entries())
    for (const [b, cell] of row.entries()) {
      observed += cell * distance(a, b);
      expected += (totals[a]! * (totals[b]! - (a === b ? 1 : 0)) * distance(a, b)) / (n - 1);
    }
  return n === 0 || expected < 1e-9 ? Number.NaN : 1 - observed / expected;
}

/** As (pa - pe) / (1 - pe), from the table of Gwet: of each unit, how many readings gave each category. */
function byGwetsTable({ units, categories }: Ratings, kind: ChanceCorrected): number {
  const table = units
    .map(unit => categories.map((_, category) => unit.filter(value => value === category).length))
    .filter(row => row.some(count => count > 0));
  const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const pa = mean(
    table
      .filter(row => total(row) > 1)
      .map(row => row.reduce((sum, r) => sum + (r * (r - 1)) / (total(row) * (total(row) - 1)), 0)),
  );
  const shares = categories.map((_, category) => mean(table.map(row => row[category]! / total(row))));
  const q = categories.length;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const byReading = (units[0] ?? []).flatMap((_, reading) => {
    const own = units.map(unit => unit[reading]!).filter(value => value !== MISSING);
    if (own.length === 0) return [];
    return [categories.map((__, category) => own.filter(value => value === category).length / own.length)];
  });
  const kappa = () => {
    const r = byReading.length;
    const means = categories.map((_, category) => mean(byReading.map(row => row[category]!)));
    const variances = categories.map(
      (_, category) => sum(byReading.map(row => (row[category]! - means[category]!) ** 2)) / (r - 1),
    );
    return sum(means.map(share => share * share)) - sum(variances) / r;
  };
  const pe = {
    ac1: () => sum(shares.map(share => share * (1 - share))) / (q - 1),
    pi: () => sum(shares.map(share => share * share)),
    kappa,
    s: () => 1 / q,
  }[kind]();
  return 1 - pe < 1e-9 ? Number.NaN : (pa - pe) / (1 - pe);
}

describe.each(DISTANCES)('alpha, %s', (_, distance) => {
  test('is that of the coincidence matrix', () => {
    fc.assert(
      fc.property(ratings, any =>
        expectSame(coefficient(krippendorffsAlpha(any, distance)), alphaByCoincidences(any, distance)),
      ),
      { numRuns: RUNS },
    );
  });
});

test.each(CHANCE_CORRECTED)('%s is that of the table of units by categories', kind => {
  fc.assert(
    fc.property(ratings, any => expectSame(coefficient(chanceCorrected(any, kind)), byGwetsTable(any, kind))),
    { numRuns: RUNS },
  );
});

const ESTIMATORS: readonly (readonly [string, (ratings: Ratings) => Estimator])[] = [
  ['alpha', any => krippendorffsAlpha(any)],
  ...CHANCE_CORRECTED.map(kind => [kind as string, (any: Ratings) => chanceCorrected(any, kind)] as const),
];

describe.each(ESTIMATORS)('%s', (_, make) => {
  test('does not depend on the order of readings, units and categories', () => {
    fc.assert(
      fc.property(ratings, fc.infiniteStream(fc.nat()), (any, numbers) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map(item => [numbers.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const order = shuffled([...any.units[0]!.keys()]);
        const names = shuffled([0, 1, 2, 3]);
        const units = shuffled(any.units).map(unit =>
          order.map(reading => (unit[reading] === MISSING ? MISSING : names[unit[reading]!]!)),
        );
        expectSame(coefficient(make({ ...any, units })), coefficient(make(any)));
      }),
      { numRuns: RUNS },
    );
  });

  test('is 1 where all agree on more than one category, and never above', () => {
    fc.assert(
      fc.property(ratings, fc.array(fc.nat(3), { minLength: 2, maxLength: 9 }), (any, said) => {
        const { value } = make(any).estimate();
        if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(1);
        fc.pre(new Set(said).size > 1);
        expect(coefficient(make({ units: said.map(one => [one, one, one]), categories: NAMES }))).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });

  test('of all units drawn once is that of the units', () => {
    fc.assert(
      fc.property(ratings, any => {
        const estimator = make(any);
        const all = Uint32Array.from(
          { length: estimator.size },
          (_item, index) => estimator.size - 1 - index,
        );
        fc.pre(estimator.size > 0);
        expectSame(estimator.estimate(all).value, estimator.estimate().value);
      }),
      { numRuns: RUNS },
    );
  });
});

test('MASI is a distance: symmetrical, 0 for equal sets alone, 1 for sets apart', () => {
  const set = fc.uniqueArray(fc.constantFrom('v', 'w', 'x', 'y', 'z'));
  const masi = (a: readonly string[], b: readonly string[]) => masiOf([a, b])(0, 1);
  fc.assert(
    fc.property(set, set, (a, b) => {
      const distance = masi(a, b);
      expect(masi(b, a)).toBe(distance);
      expect(distance === 0).toBe(a.length === b.length && a.every(letter => b.includes(letter)));
      expect(distance === 1).toBe(distance !== 0 && !a.some(letter => b.includes(letter)));
      expect(distance).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: RUNS },
  );
  // A ∩ B over A ∪ B is 1/3, and the sets only overlap: 1 - 1/3 * 1/3.
  expect(masi(['a', 'b'], ['b', 'c'])).toBeCloseTo(8 / 9, 12);
  expect(masi(['a', 'b'], ['a'])).toBeCloseTo(2 / 3, 12);
});

describe('alpha_U', () => {
  /** Stretches of one reading in a continuum of some length, drawn as a row of signs: a letter that differs from the one before begins a stretch. */
  const reading = (length: number, longest: number): fc.Arbitrary<Stretch[]> =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: longest }))).map(pairs => {
      const stretches: Stretch[] = [];
      let at = 0;
      for (const [gap, size] of pairs) {
        const start = at + gap;
        at = start + size;
        if (at > length) break;
        stretches.push({ start, end: at });
      }
      return stretches;
    });
  const block = (longest: number) =>
    fc.integer({ min: 4, max: 30 }).chain(length =>
      fc.record({
        length: fc.constant(length),
        readings: fc.array(reading(length, longest), { minLength: 2, maxLength: 3 }),
      }),
    );
  const of = ({ length, readings }: { length: number; readings: Stretch[][] }) =>
    unitizingAlpha(
      [{ length, continuum: 0, stretches: new Map([['x', readings]]) }],
      [readings.length],
      ['x'],
    );

  test('is nominal alpha of the single places where every stretch is one place long', () => {
    fc.assert(
      fc.property(block(1), any => {
        const units = Array.from({ length: any.length }, (_, place) =>
          any.readings.map(own => (own.some(({ start }) => start === place) ? 1 : 0)),
        );
        expectSame(
          coefficient(of(any)),
          coefficient(krippendorffsAlpha({ units, categories: ['gap', 'x'] })),
        );
      }),
      { numRuns: RUNS },
    );
  });

  /** Every section of one reading, gaps as well, against every section of the other, as the metric is printed. */
  function observedBySections(length: number, readings: readonly (readonly Stretch[])[]): number {
    const sections = readings.map(own => {
      const edges = [...new Set([0, length, ...own.flatMap(({ start, end }) => [start, end])])].sort(
        (a, b) => a - b,
      );
      return edges.slice(1).map((end, index) => {
        const start = edges[index]!;
        return { start, end, isUnit: own.some(one => one.start === start && one.end === end) };
      });
    });
    let sum = 0;
    for (const [i, mine] of sections.entries())
      for (const [j, theirs] of sections.entries())
        for (const u of mine)
          for (const v of theirs) {
            if (i === j) continue;
            if (u.isUnit && v.isUnit && u.start < v.end && v.start < u.end)
              sum += (u.start - v.start) ** 2 + (u.end - v.end) ** 2;
            else if (u.isUnit && !v.isUnit && v.start <= u.start && u.end <= v.end)
              sum += (u.end - u.start) ** 2;
            else if (!u.isUnit && v.isUnit && u.start <= v.start && v.end <= u.end)
              sum += (v.end - v.start) ** 2;
          }
    const m = readings.length;
    return sum / (m * (m - 1) * length * length);
  }

  test('observes what the metric gives for all pairs of sections', () => {
    fc.assert(
      fc.property(block(6), any => {
        expect(of(any).estimate().observed).toBeCloseTo(observedBySections(any.length, any.readings), 9);
      }),
      { numRuns: RUNS },
    );
  });

  /** Each stretch as long as it is, put at every place that it fits, one by one. */
  function expectedByPlaces(length: number, readings: readonly (readonly Stretch[])[]): number {
    const all = readings.flat().map(({ start, end }) => end - start);
    const gaps = readings.flatMap(own => {
      const edges = [0, ...own.flatMap(({ start, end }) => [start, end]), length];
      return edges.flatMap((edge, index) => (index % 2 === 0 ? [edges[index + 1]! - edge] : []));
    });
    let sum = 0;
    for (const own of all) {
      for (const gap of gaps) for (let place = 0; place + own <= gap; place++) sum += own * own;
      // Overlaps of two stretches of this length, all distances at which they touch.
      let overlap = 0;
      for (let by = -own + 1; by < own; by++) overlap += by * by;
      sum += (all.length - 1) * overlap;
    }
    const places = readings.length * length;
    const excluded = all.reduce((total, own) => total + own * (own - 1), 0);
    return ((2 / length) * sum) / (places * (places - 1) - excluded);
  }

  test('expects what stretches at all places give', () => {
    fc.assert(
      fc.property(block(6), any => {
        const { expected } = of(any).estimate();
        const wanted = expectedByPlaces(any.length, any.readings);
        expect(expected).toBeCloseTo(any.readings.flat().length === 0 ? 0 : wanted, 9);
      }),
      { numRuns: RUNS },
    );
  });

  test('does not depend on the order of readings, and is 1 where all have the same stretches', () => {
    fc.assert(
      fc.property(block(6), any => {
        expectSame(coefficient(of({ ...any, readings: any.readings.toReversed() })), coefficient(of(any)));
        const [first] = any.readings;
        fc.pre(first!.length > 0);
        expect(coefficient(of({ ...any, readings: [first!, first!, first!] }))).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });

  test('readers who share no text are not held to have left it untagged', () => {
    const shared: Block = {
      length: 10,
      continuum: 0,
      stretches: new Map([['x', [[{ start: 1, end: 3 }], [{ start: 1, end: 4 }]]]]),
    };
    const others: Block = {
      length: 10,
      continuum: 1,
      stretches: new Map([['x', [[{ start: 5, end: 7 }], [{ start: 5, end: 7 }], [{ start: 5, end: 7 }]]]]),
    };
    const { observed, expected } = unitizingAlpha([shared, others], [2, 3], ['x']).estimate();
    const one = unitizingAlpha([shared], [2], ['x']).estimate();
    const other = unitizingAlpha([{ ...others, continuum: 0 }], [3], ['x']).estimate();
    // Weighed by ordered pairs of readings and by length squared: 2 and 6 pairs.
    expect(observed).toBeCloseTo((2 * one.observed + 6 * other.observed) / 8, 12);
    expect(expected).toBeCloseTo((2 * one.expected + 6 * other.expected) / 8, 12);
  });
});
