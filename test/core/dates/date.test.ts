import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DateBounds } from '../../../src/core/dates/bounds.ts';
import { isSurelyBefore, isSurelyLater, overlap } from '../../../src/core/dates/compare.ts';
import { isDate, parseDate, prepareDates } from '../../../src/core/dates/date.ts';
import { isoDay } from '../../../src/core/dates/day.ts';
import { loadEdtf, parseWithLibrary } from '../../../src/core/dates/edtf.ts';
import { NOT_PLAIN, parsePlain } from '../../../src/core/dates/plain.ts';

beforeAll(loadEdtf);

const show = (day: number) => (Number.isFinite(day) ? isoDay(day) : '..');
const written = (bounds: DateBounds | undefined) =>
  bounds && `${show(bounds.earliest)}/${show(bounds.latest)}`;
const date = (text: string): DateBounds => parseDate(text)!;

describe('plain dates are decided without the library', () => {
  test.for([
    ['2016-10-14', '2016-10-14/2016-10-14'],
    ['2016-10', '2016-10-01/2016-10-31'],
    ['2016-02', '2016-02-01/2016-02-29'],
    ['2016', '2016-01-01/2016-12-31'],
    ['0000', '0000-01-01/0000-12-31'],
    ['2016-10-14?', '2016-10-14/2016-10-14'],
    ['2016~', '2016-01-01/2016-12-31'],
    ['2016-10%', '2016-10-01/2016-10-31'],
    ['2016-10-14T08:30:00Z', '2016-10-14/2016-10-14'],
    ['2016-10-14T23:30:00+04:00', '2016-10-14/2016-10-14'],
    ['2016-XX', '2016-01-01/2016-12-31'],
    ['2016-XX-XX', '2016-01-01/2016-12-31'],
    ['2016-10-XX', '2016-10-01/2016-10-31'],
    ['201X', '2010-01-01/2019-12-31'],
    ['20XX', '2000-01-01/2099-12-31'],
    ['XXXX', '0000-01-01/9999-12-31'],
    ['XXXX-12-07', '0000-12-07/9999-12-07'],
    ['XXXX-02-29', '0000-02-29/9996-02-29'],
    ['2016-1X', '2016-10-01/2016-12-31'],
    ['2016-02-2X', '2016-02-20/2016-02-29'],
    ['2016-X2-30', '2016-12-30/2016-12-30'],
    ['2020-12-06/2020-12-07', '2020-12-06/2020-12-07'],
    ['2020-12-07/2020-12-07', '2020-12-07/2020-12-07'],
    ['2020-12-07/..', '2020-12-07/..'],
    ['2020-12-07/', '2020-12-07/..'],
    ['../2020', '../2020-12-31'],
    ['/2020', '../2020-12-31'],
    ['../..', '../..'],
    ['1984~/2004-06', '1984-01-01/2004-06-30'],
    ['2016-10/2016', '2016-10-01/2016-12-31'],
  ] as const)('%s means %s', ([text, bounds]) => {
    expect(parsePlain(text)).not.toBe(NOT_PLAIN);
    expect(written(parseDate(text))).toBe(bounds);
  });

  test.for([
    '2016-13',
    '2016-00',
    '2016-02-30',
    '2015-02-29',
    '2015-02-3X',
    '2016-4X',
    '2016-10-32',
    '201X?',
    '2020/2016',
    '2016-02-30/2017',
    '2016/2017-13',
  ])('%s is no date', text => {
    expect(parsePlain(text)).toBeUndefined();
    expect(isDate(text)).toBe(false);
  });
});

test.for(['abcd-10-14', '201a-10-14', '2016-1o-14', '2016-10-1o', '2016-10.14', '2016-10-144'])(
  '%s is none of the plain forms, and no date',
  async text => {
    await prepareDates([text]);
    expect(parsePlain(text)).toBe(NOT_PLAIN);
    expect(isDate(text)).toBe(false);
  },
);

describe('everything else in EDTF level 2 is the library’s', () => {
  test.for([
    ['2020?-12-07', '2020-12-07/2020-12-07'],
    ['?2020-12-~07', '2020-12-07/2020-12-07'],
    ['[2016-10-14,2016-10-16]', '2016-10-14/2016-10-16'],
    ['{2018,2016,2019..2020}', '2016-01-01/2020-12-31'],
    ['[..2016-10]', '../2016-10-31'],
    ['[2016-10..]', '2016-10-01/..'],
    ['-0044-03-15', '-0044-03-15/-0044-03-15'],
    ['20', '2000-01-01/2099-12-31'],
    ['201', '2010-01-01/2019-12-31'],
    ['1950S2', '1900-01-01/1999-12-31'],
    ['Y170000002', '170000002-01-01/170000002-12-31'],
    ['2016-10-14/2016?-11', '2016-10-14/2016-11-30'],
    ['2016-10-14T24:00:00', '2016-10-14/2016-10-14'],
    ['2004-06-~01/2004-06-~20', '2004-06-01/2004-06-20'],
    // From a day or before; until a day or later (ISO 8601-2, annex A.6.6).
    ['..2004-06-01/~2004-06-20', '../2004-06-20'],
    ['2004-06-01~/2004-06-20..', '2004-06-01/..'],
    ['..2004-06-01/2004-06-20..', '../..'],
    ['..2004/2005-06', '../2005-06-30'],
    ['..2004-06-01/..', '../..'],
    ['../2004-06-20..', '../..'],
  ] as const)('%s means %s', ([text, bounds]) => {
    expect(parsePlain(text)).toBe(NOT_PLAIN);
    expect(written(parseDate(text))).toBe(bounds);
  });

  test.for([
    '',
    ' 2016',
    '2016 ',
    'unknown',
    'autumn of 2016',
    '14.10.2016',
    '2016-23~',
    '2016-23/2017',
    '[2015-02-29,2016]',
    '[2020..2016]',
    '2016-10-14T25:00:00Z',
    '-0000',
    // Open on the wrong side, open twice, backwards, or no interval at all.
    '2004-06-01../2005',
    '2004/..2005',
    '...2004/2005',
    '..2005/2004-06-20',
    '..2004-06-31/2005',
    '..1984',
    '1984..',
    '1670..1673',
  ])('%j is no date', text => {
    expect(isDate(text)).toBe(false);
  });

  test('a year beyond all counting has no end and does not fail', () => {
    expect(written(parseDate('Y17E400'))).toBe('../..');
  });

  test('a text too long to be a date is none, before the library spends time on it', () => {
    expect(isDate(`[${Array(2000).fill('2016-10-14').join(',')}]`)).toBe(false);
    expect(isDate(`[2016${' '.repeat(100_000)},2017]`)).toBe(false);
  });
});

describe('marks', () => {
  test.for([
    ['2016', false, false],
    ['2016?', true, false],
    ['2016~', false, true],
    ['2016%', true, true],
    ['2016?/2017~', true, true],
    ['2020?-12-07', true, false],
    ['[2016,2017-~10]', false, true],
  ] as const)('%s: uncertain %s, approximate %s', ([text, uncertain, approximate]) => {
    expect(date(text)).toMatchObject({ uncertain, approximate });
  });
});

describe('seasons are wider than calendar quarters', () => {
  test.for([
    ['2016-21', '2016-03-01/2016-06-30'],
    ['2016-22', '2016-06-01/2016-09-30'],
    ['2016-23', '2016-09-01/2016-12-31'],
    ['2016-24', '2015-12-01/2017-03-31'],
    ['2016-27', '2016-09-01/2016-12-31'],
    ['2016-31', '2016-03-01/2016-06-30'],
    ['2016-30', '2015-12-01/2017-03-31'],
    ['2016-33', '2016-01-01/2016-03-31'],
    ['2016-39', '2016-09-01/2016-12-31'],
    ['2016-41', '2016-07-01/2016-12-31'],
  ] as const)('%s means %s', ([text, bounds]) => {
    expect(written(parseDate(text))).toBe(bounds);
  });

  test.for(['2016-20', '2016-42', '2016-99'])('%s is no season', text => {
    expect(isDate(text)).toBe(false);
  });
});

describe('relations', () => {
  test.for([
    // a, b, surely before, overlap
    ['2016', '2017', true, false],
    ['2016-10', '2016-10-14', false, true],
    ['2016-10-14', '2016-10', false, true],
    ['2017', '2016', false, false],
    ['2016-10-14', '2016-10-14', false, true],
    ['2016-10-14', '2016-10-16', true, false],
    ['../2016', '2010', false, true],
    ['2016/..', '2100', false, true],
  ] as const)('%s and %s', ([a, b, surely, both]) => {
    expect(isSurelyBefore(date(a), date(b))).toBe(surely);
    expect(overlap(date(a), date(b))).toBe(both);
  });
});

describe('which of two dates is surely the later one', () => {
  test.for([
    // a is later than b
    ['2016-10-15', '2016-10-14', true],
    ['2016-10-14', '2016-10-14', false],
    ['2016-10-15', '2016-10', false],
    ['2016-10-14T17:00:00', '2016-10-14T09:00:00', false],
    ['2016-10-14T23:30:00-05:00', '2016-10-15T02:00:00+02:00', true],
    ['2016-10-15T02:00:00+02:00', '2016-10-15T00:00:00Z', false],
    ['2016-10-15T02:00:00.001Z', '2016-10-15T02:00:00Z', true],
    ['2016-10-15T14:00:00Z', '2016-10-14', false],
    ['2016-10-15T14:00:01Z', '2016-10-14', true],
    ['2016-10-15', '2016-10-14T10:00:00Z', false],
    ['2016-10-15', '2016-10-14T09:59:59Z', true],
    ['2016-10-15T00:00:01', '2016-10-14T10:00:00Z', true],
    ['2017/..', '2016-10-14T10:00:00Z', true],
    ['2017-01-01T00:00:00Z', '2016/..', false],
  ] as const)('%s after %s: %s', ([a, b, isLater]) => {
    expect(isSurelyLater(date(a), date(b))).toBe(isLater);
    if (isLater) expect(isSurelyLater(date(b), date(a))).toBe(false);
  });

  test('one instant is one number, in whatever zone it is written', () => {
    const written = ['2016-10-15T01:00:30.1Z', '2016-10-15T06:30:30.1+05:30', '2016-10-14T21:00:30.1-04'];
    expect(new Set(written.map(text => date(text).clock?.ms))).toEqual(
      new Set([Date.UTC(2016, 9, 15, 1, 0, 30, 100)]),
    );
    expect(date('2016-10-15T01:00:30').clock).toEqual({
      ms: Date.UTC(2016, 9, 15, 1, 0, 30),
      hasZone: false,
    });
  });
});

describe('the short way and the library agree', () => {
  const digits = (length: number, masked: boolean) =>
    fc
      .array(fc.constantFrom(...'0123456789', ...(masked ? 'XX' : '')), {
        minLength: length,
        maxLength: length,
      })
      .map(list => list.join(''));
  const part = (low: number, high: number) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.integer({ min: low, max: high }).map(number => String(number).padStart(2, '0')),
      },
      digits(2, false),
      fc.constant('XX'),
    );
  const calendar = fc
    .tuple(
      digits(4, true),
      fc.option(part(1, 12)),
      fc.option(part(1, 31)),
      fc.constantFrom('', '', '?', '~', '%'),
    )
    .map(
      ([year, month, day, mark]) =>
        [year, month, month === null ? null : day].filter(Boolean).join('-') + mark,
    );
  const end = fc.oneof({ weight: 4, arbitrary: calendar }, fc.constantFrom('..', ''));
  const season = fc
    .tuple(digits(4, false), fc.integer({ min: 20, max: 42 }))
    .map(([year, code]) => `${year}-${code}`);
  const twoDigits = (max: number) =>
    fc.integer({ min: 0, max }).map(number => String(number).padStart(2, '0'));
  const time = fc
    .tuple(
      calendar,
      twoDigits(23),
      twoDigits(59),
      twoDigits(59),
      // The library takes `.5` for 5 milliseconds.
      fc.constantFrom('', '.125'),
      fc.constantFrom('', 'Z', '+04:00', '-09:30', '+14:00', '-04'),
    )
    .map(
      ([day, hours, minutes, seconds, fraction, zone]) =>
        `${day}T${hours}:${minutes}:${seconds}${fraction}${zone}`,
    );
  const text = fc.oneof(
    calendar,
    season,
    time,
    fc.tuple(end, end).map(([from, to]) => `${from}/${to}`),
  );

  /** The library's grammar has no rule for an interval of a marked and a masked date; EDTF level 2 allows both. */
  const isGapOfLibrary = (input: string) => /\/.*[?~%]|[?~%].*\//.test(input) && input.includes('X');

  test('on every plain form', () => {
    fc.assert(
      fc.property(text, input => {
        const fromLibrary = parseWithLibrary(input);
        const short = parsePlain(input);
        if (short !== NOT_PLAIN && (fromLibrary !== undefined || !isGapOfLibrary(input)))
          expect(short, input).toEqual(fromLibrary);
      }),
      { numRuns: 1000 },
    );
  });
});

test('prepareDates sees what needs the library, and parsing without it is a fault of the caller', async () => {
  const { resetModules } = (await import('vitest')).vi;
  resetModules();
  const fresh = await import('../../../src/core/dates/date.ts');
  await fresh.prepareDates(['2016-10-14', 'unknown', '2016-23', '2020-12-07/..']);
  expect(() => fresh.parseDate('[2016,2017]')).toThrow('prepareDates');
  await fresh.prepareDates(['2016', '[2016,2017]']);
  expect(fresh.isDate('[2016,2017]')).toBe(true);
});

test('the library is not loaded by the words of ordinary files', async () => {
  await prepareDates([]);
  expect(parsePlain('2026-01-15')).not.toBe(NOT_PLAIN);
});
