/**
 * What the season codes of EDTF mean in days. The library maps seasons to calendar quarters, so that its autumn ends
 * in September; a season in a source is looser than that. Our windows hold the meteorological and the astronomical
 * season and the rest of the months these touch.
 */
import { type DateBounds, sureBounds } from './bounds.ts';
import { dayOf, daysInMonth } from './day.ts';

/** First and last month, counted from January of the year; 0 is December before it, 15 March after it. */
type Months = readonly [first: number, last: number];

const SPRING: Months = [3, 6];
const SUMMER: Months = [6, 9];
const AUTUMN: Months = [9, 12];
/** A season across New Year is named after either year, so both of its winters are possible. */
const WINTER: Months = [0, 15];

const WINDOWS: ReadonlyMap<number, Months> = new Map([
  // Without a hemisphere: sources that mean the southern one have codes of their own.
  [21, SPRING],
  [22, SUMMER],
  [23, AUTUMN],
  [24, WINTER],
  // Northern hemisphere.
  [25, SPRING],
  [26, SUMMER],
  [27, AUTUMN],
  [28, WINTER],
  // Southern hemisphere: spring, summer, autumn, winter.
  [29, AUTUMN],
  [30, WINTER],
  [31, SPRING],
  [32, SUMMER],
  // Quarters, terms of four months, and halves are exact.
  [33, [1, 3]],
  [34, [4, 6]],
  [35, [7, 9]],
  [36, [10, 12]],
  [37, [1, 4]],
  [38, [5, 8]],
  [39, [9, 12]],
  [40, [1, 6]],
  [41, [7, 12]],
]);

/** Days that `YEAR-CODE` can mean; undefined for a code that EDTF does not have. */
export function boundsOfSeason(year: number, code: number): DateBounds | undefined {
  const window = WINDOWS.get(code);
  if (window === undefined) return undefined;
  const [firstYear, firstMonth] = monthOf(year, window[0]);
  const [lastYear, lastMonth] = monthOf(year, window[1]);
  return sureBounds(
    dayOf(firstYear, firstMonth, 1),
    dayOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
  );
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** `2016-23` in words: "autumn 2016". Undefined for what is no season or part of a year. */
export function seasonInWords(text: string): string | undefined {
  const [, year, digits] = /^(-?\d{4})-(\d\d)$/.exec(text) ?? [];
  const code = Number(digits);
  if (year === undefined || !WINDOWS.has(code)) return undefined;
  if (code <= 24) return `${SEASONS[code - 21]} ${year}`;
  if (code <= 28) return `northern ${SEASONS[code - 25]} ${year}`;
  if (code <= 32) return `southern ${SEASONS[code - 29]} ${year}`;
  if (code <= 36) return `${ORDINALS[code - 33]} quarter of ${year}`;
  if (code <= 39) return `${ORDINALS[code - 37]} third of ${year}`;
  return `${ORDINALS[code - 40]} half of ${year}`;
}

function monthOf(year: number, month: number): [year: number, month: number] {
  if (month < 1) return [year - 1, month + 12];
  return month > 12 ? [year + 1, month - 12] : [year, month];
}
