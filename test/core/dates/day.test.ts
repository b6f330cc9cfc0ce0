import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, daysInMonth, isoDay } from '../../../src/core/dates/day.ts';

test.for([
  ['1970-01-01', 1970, 1, 1, 0],
  ['1970-01-02', 1970, 1, 2, 1],
  ['1969-12-31', 1969, 12, 31, -1],
  ['2000-02-29', 2000, 2, 29, 11016],
  ['0000-01-01', 0, 1, 1, -719528],
  ['-0044-03-15', -44, 3, 15, -735525],
] as const)('%s is a day that can be counted and written', ([iso, year, month, date, day]) => {
  expect(dayOf(year, month, date)).toBe(day);
  expect(isoDay(day)).toBe(iso);
});

test('agrees with the calendar of the language', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      date => {
        const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(day).toBe(Math.floor(date.getTime() / 86_400_000));
        expect(isoDay(day)).toBe(date.toISOString().slice(0, 10));
      },
    ),
  );
});

test.for([
  [2016, 2, 29],
  [2015, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [2016, 12, 31],
  [2016, 13, 0],
  [2016, 0, 0],
] as const)('%i-%i has %i days', ([year, month, days]) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test('years beyond all counting stay open', () => {
  expect(dayOf(Infinity, 1, 1)).toBe(Infinity);
  expect(dayOf(-Infinity, 12, 31)).toBe(-Infinity);
});
