/**
 * Figures that others printed, and figures worked out by hand from their data. Tables have a row for each category of the
 * first reader and a column for each of the second.
 */
import { describe, expect, test } from 'vitest';
import { krippendorffsAlpha } from '../../../src/core/agree/alpha.ts';
import {
  CHANCE_CORRECTED,
  type ChanceCorrected,
  chanceCorrected,
} from '../../../src/core/agree/chance-corrected.ts';
import { type Distance, masiOf } from '../../../src/core/agree/distances.ts';
import { MISSING, type Ratings, ratingsOf } from '../../../src/core/agree/ratings.ts';
import { type Block, type Stretch, unitizingAlpha } from '../../../src/core/agree/unitizing.ts';

/** A dot is a missing value. */
const rows = (...lines: readonly string[]): Ratings =>
  ratingsOf(lines.map(line => line.split(' ').map(value => (value === '.' ? undefined : value))));

function fromTable(table: readonly (readonly number[])[]): Ratings {
  const units = table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
  return { units, categories: table.map((_, category) => String(category)) };
}

const KRIPPENDORFF_2011 = rows(
  '1 1 . 1',
  '2 2 3 2',
  '3 3 3 3',
  '3 3 3 3',
  '2 2 2 2',
  '1 2 3 4',
  '4 4 4 4',
  '1 1 2 1',
  '2 2 2 2',
  '. 5 5 5',
  '. . 1 1',
  '. . 3 .',
);

/** Three readers of fifteen units, many values missing: the example of the encyclopedia article on alpha. */
const THREE_OF_FIFTEEN = rows(
  ...['. 1 .', '. . .', '. 2 2', '. 1 1', '. 3 3', '3 3 4', '4 4 4', '1 3 .'],
  ...['2 . 2', '1 . 1', '1 . 1', '3 . 3', '3 . 3', '. . .', '3 . 4'],
);

/** Thirty patients, six raters, five diagnoses: how many raters gave each. */
const FLEISS_1971 = rows(
  ...[
    '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
    '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
    '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
  ]
    .flatMap(line => line.split(' '))
    .map(unit => [...unit].join(' ')),
);

interface Published {
  readonly source: string;
  readonly ratings: Ratings;
  readonly figures: Readonly<Partial<Record<'alpha' | ChanceCorrected, number>>>;
}

const PUBLISHED: readonly Published[] = [
  {
    source: 'R. Artstein and M. Poesio 2008, p. 558',
    ratings: fromTable([
      [20, 20],
      [10, 50],
    ]),
    figures: { alpha: 0.343956044, ac1: 0.4495412844, kappa: 0.347826087, pi: 0.3406593407, s: 0.4 },
  },
  {
    source: 'R. Artstein and M. Poesio 2008, p. 568',
    ratings: fromTable([
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ]),
    figures: { alpha: 0.8005345807, ac1: 0.8287426859, kappa: 0.8013245033, pi: 0.7995322419, s: 0.82 },
  },
  {
    source: 'J. Cohen 1960, p. 45',
    ratings: fromTable([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]),
    figures: { ac1: 0.5759717314, kappa: 0.4915254237, pi: 0.4871794872, s: 0.55 },
  },
  {
    source: 'the paradox of high agreement, as in K. Gwet 2008',
    ratings: fromTable([
      [80, 7],
      [8, 5],
    ]),
    figures: { ac1: 0.808, kappa: 0.3144424132, pi: 0.3142857143, s: 0.7 },
  },
  {
    source: 'K. Krippendorff 2011; the coefficients with missing values as in irrCAC of K. Gwet',
    ratings: KRIPPENDORFF_2011,
    figures: {
      alpha: 0.7434210526,
      ac1: 0.7754440681,
      kappa: 0.7628174413,
      pi: 0.7611692754,
      s: 0.7727272727,
    },
  },
  {
    source: 'three readers of fifteen units',
    ratings: THREE_OF_FIFTEEN,
    figures: { alpha: 0.6913580247 },
  },
  {
    source: 'J. Fleiss 1971, p. 379',
    ratings: FLEISS_1971,
    figures: { alpha: 0.4334098283, pi: 0.4302445201, s: 0.4444444444 },
  },
];

describe.each(PUBLISHED)('$source', ({ ratings, figures }) => {
  test.each(Object.entries(figures))('%s', (name, value) => {
    const estimator =
      name === 'alpha' ? krippendorffsAlpha(ratings) : chanceCorrected(ratings, name as ChanceCorrected);
    expect(estimator.estimate().value).toBeCloseTo(value, 7);
  });
});

test('other distances', () => {
  const numbers = KRIPPENDORFF_2011.categories.map(Number);
  const interval: Distance = (a, b) => (numbers[a]! - numbers[b]!) ** 2;
  expect(krippendorffsAlpha(KRIPPENDORFF_2011, interval).estimate().value).toBeCloseTo(0.8491071429, 7);
  // A third category that is half as far from both.
  const table = PUBLISHED[1]!.ratings;
  const half: Distance = (a, b) => (a === b ? 0 : a === 2 || b === 2 ? 0.5 : 1);
  expect(krippendorffsAlpha(table, half).estimate().value).toBeCloseTo(0.8155509784, 7);
});

test('observed and expected disagreement', () => {
  const { observed, expected } = krippendorffsAlpha(KRIPPENDORFF_2011).estimate();
  expect(observed).toBeCloseTo(0.2, 10);
  expect(expected).toBeCloseTo(0.7794871795, 10);
});

test('a value that stands alone on its unit changes nothing in alpha', () => {
  const alone = { ...KRIPPENDORFF_2011, units: KRIPPENDORFF_2011.units.slice(0, -1) };
  expect(krippendorffsAlpha(alone).estimate()).toEqual(krippendorffsAlpha(KRIPPENDORFF_2011).estimate());
});

describe('sets', () => {
  /** Two readers of nine items; a letter is a label. */
  const items = ['/', 'A/', 'A/A', 'A/B', 'AB/A', 'AB/AC', 'ABC/ABC', 'C/AC', 'C/AC'];
  const ratings = ratingsOf(items.map(item => item.split('/').map(set => JSON.stringify([...set]))));
  const sets = ratings.categories.map(key => JSON.parse(key) as string[]);

  test('with MASI as R. Passonneau 2006 defines it, in exact thirds', () => {
    expect(krippendorffsAlpha(ratings, masiOf(sets)).estimate().value).toBeCloseTo(0.2730806608, 7);
  });

  test('with the distance of R. Passonneau 2004, which is another: 0, 1/3, 2/3, 1', () => {
    const earlier: Distance = (a, b) => {
      const [one, other] = [new Set(sets[a]), new Set(sets[b])];
      const shared = [...one].filter(element => other.has(element)).length;
      if (shared === one.size && shared === other.size) return 0;
      if (shared === one.size || shared === other.size) return 1 / 3;
      return shared > 0 ? 2 / 3 : 1;
    };
    expect(krippendorffsAlpha(ratings, earlier).estimate().value).toBeCloseTo(0.1861702128, 7);
  });
});

describe('alpha_U', () => {
  const at = (start: number, length: number): Stretch => ({ start, end: start + length });
  const continuum = (
    length: number,
    stretches: Readonly<Record<string, readonly (readonly Stretch[])[]>>,
  ): Block => ({ length, continuum: 0, stretches: new Map(Object.entries(stretches)) });

  /** Two observers of a continuum of 300 units that begins at 150. */
  const krippendorff2004 = continuum(300, {
    c: [
      [at(75, 70), at(220, 30)],
      [at(70, 80), at(205, 20), at(250, 20)],
    ],
    k: [
      [at(30, 60), at(150, 50)],
      [at(30, 60), at(150, 50)],
    ],
  });

  test('K. Krippendorff 2004, p. 254', () => {
    const of = (...categories: string[]) => unitizingAlpha([krippendorff2004], [2], categories).estimate();
    expect(of('c').observed).toBeCloseTo(0.0144444444, 9);
    expect(of('c').expected).toBeCloseTo(0.0532217799, 9);
    expect(of('c').value).toBeCloseTo(0.7285989968, 9);
    expect(of('k').value).toBe(1);
    expect(of('c', 'k').value).toBeCloseTo(0.8586654052, 9);
  });

  test('one long stretch against three short ones inside it', () => {
    const block = continuum(10, { A: [[at(1, 8)], [at(2, 1), at(4, 1), at(6, 1)]] });
    const { observed, expected, value } = unitizingAlpha([block], [2], ['A']).estimate();
    expect(observed).toBeCloseTo(0.91, 10);
    expect(expected).toBeCloseTo(0.5351851852, 9);
    expect(value).toBeCloseTo(-0.7003460208, 9);
  });

  test('the observed differences of K. Krippendorff 1995, p. 57', () => {
    const a = continuum(24, {
      A: [
        [at(2, 8), at(14, 6)],
        [at(4, 4), at(15, 2)],
      ],
    });
    const b = continuum(24, {
      B: [[at(0, 18)], [at(0, 2), at(2, 1), at(3, 1), at(4, 1), at(5, 1), at(6, 3), at(9, 1)]],
    });
    const observed = (block: Block, category: string) =>
      unitizingAlpha([block], [2], [category]).estimate().observed;
    expect(observed(a, 'A')).toBeCloseTo(0.03125, 5);
    expect(observed(b, 'B')).toBeCloseTo(2.26736, 5);
  });

  test('a cut between blocks that cuts no stretch changes nothing', () => {
    const left = continuum(125, { c: [[], []], k: [[], []] });
    const whole = unitizingAlpha([krippendorff2004], [2], ['c', 'k']).estimate();
    const cut = (from: number, to: number): Block => ({
      ...left,
      length: to - from,
      stretches: new Map(
        [...krippendorff2004.stretches].map(([tag, readings]) => [
          tag,
          readings.map(own =>
            own
              .filter(({ start }) => start >= from && start < to)
              .map(({ start, end }) => ({ start: start - from, end: end - from })),
          ),
        ]),
      ),
    });
    expect(unitizingAlpha([cut(0, 204), cut(204, 300)], [2], ['c', 'k']).estimate()).toEqual(whole);
  });
});

describe('without a number', () => {
  const cases: readonly [string, Ratings][] = [
    ['no unit', rows()],
    ['no unit with two values', rows('a .', '. b')],
    ['one category', rows('a a', 'a a', 'a .')],
  ];
  test.each(cases)('%s', (_, ratings) => {
    expect(krippendorffsAlpha(ratings).estimate().value).toBeNaN();
    for (const kind of CHANCE_CORRECTED) expect(chanceCorrected(ratings, kind).estimate().value).toBeNaN();
  });

  test('one category in the units with two values, another elsewhere', () => {
    const ratings = rows('a a', 'a a', 'b .');
    expect(krippendorffsAlpha(ratings).estimate().value).toBeNaN();
    expect(chanceCorrected(ratings, 'ac1').estimate().value).toBe(1);
  });

  test('missing values stand for nothing', () => {
    expect(rows('a .').units).toEqual([[0, MISSING]]);
  });

  test('no stretch', () => {
    const block: Block = { length: 10, continuum: 0, stretches: new Map() };
    expect(unitizingAlpha([block], [2], []).estimate().value).toBeNaN();
    expect(unitizingAlpha([], [], []).estimate().value).toBeNaN();
  });
});
