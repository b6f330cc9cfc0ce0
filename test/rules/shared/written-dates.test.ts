import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/core/language/generated/english.ts';
import { partsOf, partsWritten } from '../../../src/rules/shared/written-dates.ts';

test.for([
  ['October 14, 2016', ['year', 'month', 'day']],
  ['December 7th', ['month', 'day']],
  ['the fourteenth of October', ['month', 'day']],
  ['in 2016', ['year']],
  ['autumn of 2016', ['year']],
  ['14.10.2016', ['year', 'month', 'day']],
  ['14/10', ['month', 'day']],
  ['2016-10', ['year', 'month']],
  ['last night', []],
] as const)('%s has %j', ([text, parts]) => {
  expect([...partsWritten(text, ENGLISH.words)].sort()).toEqual([...parts].sort());
});

test.for([
  ['2016-10-14', ['year', 'month', 'day']],
  ['2016-10', ['year', 'month']],
  ['2016', ['year']],
  ['2016-23', []],
  ['2016-10-14/2016-10-16', []],
  ['unknown', []],
] as const)('EDTF %s has %j', ([edtf, parts]) => {
  expect(partsOf(edtf)).toEqual(parts);
});
