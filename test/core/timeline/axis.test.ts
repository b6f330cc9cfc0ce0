/** Whole units in a row of cells. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sureBounds } from '../../../src/core/dates/bounds.ts';
import { calendarDay, dayOf, isoDay } from '../../../src/core/dates/day.ts';
import { seasonInWords } from '../../../src/core/dates/season.ts';
import { axisFor, barOn } from '../../../src/core/timeline/axis.ts';

const day = (iso: string) => {
  const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(iso)!;
  return dayOf(Number(year), Number(month), Number(date));
};
const between = (from: string, to: string) => sureBounds(day(from), day(to));

test.for([
  ['years', '2016-09-01', '2020-12-07', 30, ['2016', '2017', '2018', '2019', '2020']],
  ['years where few have room', '2016-09-01', '2020-12-07', 15, ['2016', '2018', '2020']],
  ['months', '2026-02-16', '2026-03-03', 30, ['2026-02', '2026-03']],
  ['days', '2026-02-16', '2026-02-18', 40, ['2026-02-16', '2026-02-17', '2026-02-18']],
  ['one day', '2026-02-16', '2026-02-16', 30, ['2026-02']],
  ['before our era', '-0753-01-01', '2026-12-31', 30, ['-1000', '0000', '1000', '2000']],
] as const)('%s', ([_, from, to, cells, labels]) => {
  const axis = axisFor([between(from, to)], cells)!;
  expect(axis.ticks.map(({ label }) => label)).toEqual(labels);
});

test('a season and a day lie in their cells, open ends in none', () => {
  const axis = axisFor([between('2016-09-01', '2020-12-07')], 30)!;
  expect(barOn(axis, between('2016-09-01', '2016-12-31'))).toEqual({ from: 4, to: 5 });
  expect(barOn(axis, between('2016-10-14', '2016-10-14'))).toEqual({ from: 4, to: 4 });
  expect(barOn(axis, sureBounds(day('2020-11-10'), Number.POSITIVE_INFINITY))).toEqual({
    from: 29,
    to: undefined,
  });
  expect(axisFor([sureBounds(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)], 30)).toBeUndefined();
});

test('whatever the days, all lie on the axis in order, and labels do not touch', () => {
  const days = fc.oneof(
    fc.integer({ min: -800_000, max: 800_000 }),
    fc.integer({ min: 16_000, max: 18_000 }),
    fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  );
  fc.assert(
    fc.property(
      fc.array(days, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 12, max: 120 }),
      (list, cells) => {
        const sorted = list.toSorted((a, b) => a - b);
        const axis = axisFor(
          sorted.map(one => sureBounds(one, one)),
          cells,
        )!;
        expect(axis.start).toBeLessThanOrEqual(sorted[0]!);
        expect(axis.end).toBeGreaterThan(sorted.at(-1)!);
        const placed = sorted.map(one => barOn(axis, sureBounds(one, one)).from!);
        expect(placed).toEqual(placed.toSorted((a, b) => a - b));
        expect(placed.every(cell => cell >= 0 && cell < cells)).toBe(true);
        expect(axis.ticks.length).toBeGreaterThan(0);
        expect(axis.ticks.map(({ cell }) => cell)).toEqual(
          axis.ticks.map(({ at }) => Math.round(at * cells)),
        );
      },
    ),
  );
});

test('a day of the calendar and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), number => {
      const { year, month, date } = calendarDay(number);
      expect(dayOf(year, month, date)).toBe(number);
      expect(day(isoDay(number))).toBe(number);
    }),
  );
});

test.for([
  ['2016-21', 'spring 2016'],
  ['2016-24', 'winter 2016'],
  ['2016-27', 'northern autumn 2016'],
  ['2016-29', 'southern spring 2016'],
  ['2016-36', 'fourth quarter of 2016'],
  ['2016-37', 'first third of 2016'],
  ['2016-41', 'second half of 2016'],
  ['2016-12', undefined],
  ['2016-42', undefined],
  ['2016-10-21', undefined],
] as const)('%s in words', ([text, words]) => {
  expect(seasonInWords(text)).toBe(words);
});
