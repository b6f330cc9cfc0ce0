/** What is said of texts that are not dates: each is refused, and told how it may be meant. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { adviceInWords, adviseOn } from '../../../src/core/dates/advice.ts';
import { isDate } from '../../../src/core/dates/date.ts';
import { loadEdtf } from '../../../src/core/dates/edtf.ts';

beforeAll(loadEdtf);

const MONTHS = new Map([
  ['march', 3],
  ['mar', 3],
]);
const advice = (text: string) => adviceInWords(adviseOn(text, MONTHS));

describe('what it may mean', () => {
  test.for([
    ['03/02/2026', 'write 2026-03-02 or 2026-02-03'],
    ['3.2.2026', 'write 2026-03-02 or 2026-02-03'],
    ['03-02-2026', 'write 2026-03-02 or 2026-02-03'],
    ['03/03/2026', 'write 2026-03-03'],
    ['14/10/2016', 'write 2016-10-14'],
    ['10/14/2016', 'write 2016-10-14'],
    ['14.10.2016', 'write 2016-10-14'],
    ['2026/03/02', 'write 2026-03-02'],
    ['2026.03.02', 'write 2026-03-02'],
    ['2026-3-2', 'write 2026-03-02'],
    ['2026-3', 'write 2026-03'],
    ['10.2016', 'write 2016-10'],
    ['20260302', 'write 2026-03-02'],
    ['20160314T100000Z', 'write 2016-03-14T10:00:00Z'],
    ['2016-10-14 10:00', 'write 2016-10-14T10:00:00'],
    ['2016-10-14T10:00:00 +02:00', 'write 2016-10-14T10:00:00+02:00'],
    ['2016-10-14t10:00:00z', 'write 2016-10-14T10:00:00Z'],
    ['3 March 2026', 'write 2026-03-03'],
    ['March 3rd, 2026', 'write 2026-03-03'],
    ['Mar. 2026', 'write 2026-03'],
    ['autumn of 2016', 'write 2016-23'],
    ['Fall 2016', 'write 2016-23'],
    ['c. 1984', 'write 1984~'],
    ['circa 14.10.2016', 'write 2016-10-14~'],
    ['1984 ?', 'write 1984?'],
    ['1984 (?)', 'write 1984?'],
    ['1980s', 'write 198X'],
    ['1990-1995', 'write 1990/1995'],
    ['1990–1995', 'write 1990/1995'],
    ['2016-10-14..2016-10-16', 'write 2016-10-14/2016-10-16'],
    ['2016-10-14 to 2016-10-16', 'write 2016-10-14/2016-10-16'],
    ['14.10.2016 - 16.10.2016', 'write 2016-10-14/2016-10-16'],
    ['2016-10-14/16', 'write 2016-10-14/2016-10-16'],
    ['..1984', 'write ../1984'],
    ['before 1984', 'write ../1984'],
    ['1984..', 'write 1984/..'],
    ['since 1984-10', 'write 1984-10/..'],
    ['199u', 'write 199X'],
    ['2004-06-uu', 'write 2004-06-XX'],
    ['2004-06/open', 'write 2004-06/..'],
    ['unknown/2006', 'write /2006'],
    ['2004/unknown', 'write 2004/'],
    [' 2016-10-14 ', 'write 2016-10-14'],
    ['2016‑10‑14', 'write 2016-10-14'],
    ['２０１６-10-14', 'write 2016-10-14'],
    ['2016-10-14\u200e', 'write 2016-10-14'],
  ] as const)('%j: %s', ([text, words]) => {
    expect(isDate(text)).toBe(false);
    expect(advice(text)).toBe(words);
  });
});

describe('what is wrong with it', () => {
  test.for([
    ['2026-13-02', 'there is no month 13'],
    ['2026-13', 'there is no month 13'],
    ['2026-00-10', 'there is no month 00'],
    ['2016-42', 'there is no month 42'],
    ['2026-02-30', '2026-02 has only 28 days'],
    ['2015-02-29', '2015-02 has only 28 days'],
    ['2026-02-32', 'there is no day 32'],
    ['2026-10-00', 'there is no day 00'],
    ['31/02/2026', '2026-02 has only 28 days'],
    ['13/13/2026', 'there is no month 13'],
    ['03/02/26', 'write the year in four digits'],
    ['2016-10-14T25:00:00Z', 'there is no hour 25'],
    ['2016-10-14T10:61:00Z', 'there is no minute 61'],
    ['2016-10-14T10:00:61Z', 'there is no second 61'],
    ['2016-10-14T10:00:00+15:00', 'no clock is more than 14 hours from UTC'],
    ['2020/2016', 'it ends before it begins'],
    ['..2020/2016', 'it ends before it begins'],
    ['2016-13/2017', 'there is no month 13'],
    ['2016/2017-02-30', '2017-02 has only 28 days'],
    ['[2016-13,2017]', 'there is no month 13'],
    ['2016-13-02?', 'there is no month 13'],
    ['2016-23~', 'a season takes no mark'],
    ['2016-23-01', 'there is no month 23; 21 to 41 are seasons and parts of the year, which have no days'],
    ['201X?', 'digits are masked with X or the date is marked, not both'],
  ] as const)('%s: %s', ([text, words]) => {
    expect(isDate(text)).toBe(false);
    expect(advice(text)).toBe(words);
  });
});

test.for(['', 'today', 'March', '12', '2016-1o-14', 'unknown', 'x'.repeat(100_000), '1/'.repeat(50_000)])(
  'nothing is said where nothing is known: %#',
  text => {
    expect(adviseOn(text, MONTHS)).toEqual({ fault: undefined, instead: [] });
  },
);

test('whatever is written, only dates are proposed', () => {
  const piece = fc.constantFrom(
    ...'0123456789/.-~?X u',
    '2016',
    '10',
    '14',
    '..',
    'T10:00',
    'March',
    'before ',
    'c. ',
    ' to ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      for (const reading of adviseOn(pieces.join(''), MONTHS).instead) expect(isDate(reading)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
