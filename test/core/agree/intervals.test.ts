/** Intervals: how often they hold the truth, and what they do where there is little to draw from. */
import { describe, expect, test } from 'vitest';
import { krippendorffsAlpha } from '../../../src/core/agree/alpha.ts';
import { chanceCorrected } from '../../../src/core/agree/chance-corrected.ts';
import { masiOf } from '../../../src/core/agree/distances.ts';
import { intervalOf, LEVEL } from '../../../src/core/agree/interval.ts';
import { normalQuantile, normalShare } from '../../../src/core/agree/normal.ts';
import { LARGEST_SEED, Random } from '../../../src/core/agree/random.ts';
import { type Estimator, MISSING, type Ratings } from '../../../src/core/agree/ratings.ts';
import { type Block, unitizingAlpha } from '../../../src/core/agree/unitizing.ts';
import { IS_FULL } from '../../helpers/runs.ts';

/** Simulated tables of each kind: 1,000 in CI, and fewer where somebody waits. */
const TABLES = IS_FULL ? 1000 : 40;
/** What chance alone adds with fewer tables than 1,000: 2.6 standard errors at 95 %. */
const SLACK = TABLES < 1000 ? 2.6 * Math.sqrt((LEVEL * (1 - LEVEL)) / TABLES) - 0.02 : 0;

interface Population {
  readonly units: readonly (readonly number[])[];
  readonly categories: readonly string[];
}

/** Units whose readings each find the true category or guess; shares are of the true categories. */
function population(
  shares: readonly number[],
  { readings, finding, missing = 0 }: { readings: number; finding: number; missing?: number },
): Population {
  const random = new Random(7);
  const chance = () => random.below(1e9) / 1e9;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const units = Array.from({ length: 4000 }, (_, index) => {
    // Each category in its exact share.
    let place = ((index % 1000) / 1000) * total;
    let truth = 0;
    while (place >= shares[truth]!) place -= shares[truth++]!;
    return Array.from({ length: readings }, () =>
      chance() < missing ? MISSING : chance() < finding ? truth : random.below(shares.length),
    );
  });
  return { units, categories: shares.map((_, category) => String(category)) };
}

const SETS = [['a'], ['b'], ['a', 'b'], ['c'], ['a', 'c']];

describe('the interval holds the value of the population in 93 to 97 % of tables', () => {
  const two = { readings: 2, finding: 0.8 };
  const cases: readonly [string, number, Population, (ratings: Ratings) => Estimator][] = [
    ['alpha, two categories', 50, population([3, 2], two), any => krippendorffsAlpha(any)],
    [
      'alpha, four categories',
      50,
      population([4, 3, 2, 1], { ...two, finding: 0.85 }),
      any => krippendorffsAlpha(any),
    ],
    [
      'alpha, three readings, a fifth of the values missing',
      60,
      population([3, 2, 1], { readings: 3, finding: 0.8, missing: 0.2 }),
      any => krippendorffsAlpha(any),
    ],
    ['alpha of sets', 50, population([4, 3, 2, 1, 1], two), any => krippendorffsAlpha(any, masiOf(SETS))],
    [
      'AC1, one category rare',
      60,
      population([9, 1], { ...two, finding: 0.85 }),
      any => chanceCorrected(any, 'ac1'),
    ],
  ];
  test.each(cases)('%s', (_, size, { units, categories }, make) => {
    const whole = make({ units, categories });
    // Fifty times over, so that what small numbers of units do to a coefficient is gone.
    const truth = whole.estimate(
      Uint32Array.from({ length: whole.size * 50 }, (__, i) => i % whole.size),
    ).value;
    const random = new Random(3);
    let held = 0;
    for (let table = 0; table < TABLES; table++) {
      const drawn = Array.from({ length: size }, () => units[random.below(units.length)]!);
      const { low, high } = intervalOf(make({ units: drawn, categories }), table)!;
      if (low <= truth && truth <= high) held++;
    }
    expect(held / TABLES).toBeGreaterThanOrEqual(0.93 - SLACK);
    expect(held / TABLES).toBeLessThanOrEqual(0.97 + SLACK);
  });
});

/** Utterances in which two readers find about the same stretches, their ends some letters apart. */
function taggedTalk(): readonly Block[] {
  const random = new Random(4);
  const chance = () => random.below(1e9) / 1e9;
  return Array.from({ length: 2000 }, () => {
    const length = 30 + random.below(120);
    const begin = random.below(length - 20);
    const size = 5 + random.below(15);
    const jitter = () => (chance() < 0.5 ? random.below(7) - 3 : 0);
    const found = () => {
      if (chance() < 0.2) return [];
      const start = Math.max(0, begin + jitter());
      return [{ start, end: Math.max(start + 1, Math.min(length, begin + size + jitter())) }];
    };
    const stretches = chance() < 0.6 ? [['x', [found(), found()]] as const] : [];
    return { length, continuum: 0, stretches: new Map(stretches) };
  });
}

test('the interval of alpha_U holds the value of the talk', () => {
  const talk = taggedTalk();
  const truth = unitizingAlpha([...talk, ...talk, ...talk, ...talk], [2], ['x']).estimate().value;
  const random = new Random(8);
  let held = 0;
  for (let table = 0; table < TABLES; table++) {
    const drawn = Array.from({ length: 80 }, () => talk[random.below(talk.length)]!);
    const { low, high } = intervalOf(unitizingAlpha(drawn, [2], ['x']), table)!;
    if (low <= truth && truth <= high) held++;
  }
  expect(held / TABLES).toBeGreaterThanOrEqual(0.93 - SLACK);
  expect(held / TABLES).toBeLessThanOrEqual(0.97 + SLACK);
});

const units = (...rows: readonly string[]): Ratings => ({
  units: rows.map(row => [...row].map(letter => 'abc'.indexOf(letter))),
  categories: ['a', 'b', 'c'],
});

describe('little to draw from', () => {
  test('no number, no interval', () => {
    expect(intervalOf(krippendorffsAlpha(units('aa', 'aa')), 1)).toBeUndefined();
    expect(intervalOf(krippendorffsAlpha(units()), 1)).toBeUndefined();
  });

  test('one unit tells nothing of others', () => {
    expect(intervalOf(krippendorffsAlpha(units('ab')), 1)).toBeUndefined();
  });

  test('units that are all alike give every draw the same number', () => {
    expect(intervalOf(krippendorffsAlpha(units('ab', 'ab', 'ab')), 1)).toBeUndefined();
  });

  test('where no unit differs, the lower end is that of a share of which none was seen', () => {
    const { low, high } = intervalOf(
      krippendorffsAlpha(units(...Array<string>(10).fill('aa'), ...Array<string>(10).fill('bb'))),
      1,
    )!;
    // 1 - 0.025 ** (1 / 20) of 20 units may differ; expected disagreement is 20 / 39.
    expect(low).toBeCloseTo(1 - (1 - 0.025 ** (1 / 20)) / (20 / 39), 12);
    expect(high).toBe(1);
  });

  test('of passages none of which differs there is none: how far one might be off has no bound', () => {
    const block: Block = {
      length: 20,
      continuum: 0,
      stretches: new Map([['x', [[{ start: 2, end: 5 }], [{ start: 2, end: 5 }]]]]),
    };
    expect(intervalOf(unitizingAlpha([block, block], [2], ['x']), 1)).toBeUndefined();
  });
});

describe('the seed', () => {
  const ratings = units('aa', 'ab', 'bb', 'cc', 'ca', 'bb', 'aa', 'cc', 'bc', 'aa');

  test('gives the same interval each time, and another seed one that is near', () => {
    const [one, again, other] = [1, 1, 2].map(seed => intervalOf(krippendorffsAlpha(ratings), seed)!) as [
      { low: number; high: number },
      { low: number; high: number },
      { low: number; high: number },
    ];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(other.low).toBeCloseTo(one.low, 0);
  });

  test('gives numbers that are pinned: an interval in print must come out again', () => {
    const random = new Random(1);
    expect(Array.from({ length: 5 }, () => random.below(1000))).toMatchInlineSnapshot(`
      [
        568,
        753,
        889,
        490,
        470,
      ]
    `);
    expect(new Random(LARGEST_SEED).below(1000)).toMatchInlineSnapshot(`194`);
  });

  test('gives each number about as often', () => {
    const counts = [0, 0, 0, 0, 0];
    const random = new Random(5);
    for (let i = 0; i < 50_000; i++) counts[random.below(5)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

test('the normal distribution', () => {
  expect(normalShare(0)).toBeCloseTo(0.5, 6);
  expect(normalShare(1.959964)).toBeCloseTo(0.975, 6);
  expect(normalShare(-2.575829)).toBeCloseTo(0.005, 6);
  for (const share of [0.0005, 0.025, 0.3, 0.5, 0.975, 0.9995])
    expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 4);
});
