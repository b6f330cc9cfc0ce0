/** Bounds of a date: its first and last possible day, and how certain it is marked. */
import { type Day, dayOf, daysInMonth } from './day.ts';

/** A parsed EDTF string. The bounds are those of the words themselves: `?`, `~` and `%` do not widen them. */
export interface DateBounds {
  /** First day it can mean; `-Infinity` where the start is open or unknown. */
  readonly earliest: Day;
  /** Last day it can mean; `Infinity` where the end is open or unknown. */
  readonly latest: Day;
  /** A part is marked `?` or `%`: its source is doubtful. */
  readonly uncertain: boolean;
  /** A part is marked `~` or `%`: it is an estimate. */
  readonly approximate: boolean;
  /** Present where a time of day is written. */
  readonly clock?: ClockTime;
}

export interface ClockTime {
  /** Milliseconds since 1970-01-01T00:00 of UTC; without a zone, of the clock that was read. */
  readonly ms: number;
  readonly hasZone: boolean;
}

export const sureBounds = (earliest: Day, latest: Day): DateBounds => ({
  earliest,
  latest,
  uncertain: false,
  approximate: false,
});

/**
 * @param units hours, minutes, seconds and milliseconds, as far as they are written
 * @param shift minutes ahead of UTC; undefined if no zone is written
 */
export function clockTime(day: Day, units: readonly number[], shift: number | undefined): ClockTime {
  const [hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = units;
  // Seconds may have a fraction: rounded here, so that one instant written in two zones is one number.
  const local = ((day * 24 + hours) * 60 + minutes) * 60_000 + Math.round(seconds * 1000) + milliseconds;
  return { ms: local - (shift ?? 0) * 60_000, hasZone: shift !== undefined };
}

/** From the first day of one date to the last of another; undefined when the second ends before the first begins. */
export function spanOf(first: DateBounds, last: DateBounds): DateBounds | undefined {
  if (first.earliest > last.latest) return undefined;
  return {
    earliest: first.earliest,
    latest: last.latest,
    uncertain: first.uncertain || last.uncertain,
    approximate: first.approximate || last.approximate,
  };
}

/** The years from one to another, both whole. */
export function boundsOfYears(first: number, last: number): DateBounds {
  return sureBounds(dayOf(first, 1, 1), dayOf(last, 12, 31));
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** No leap year is more than eight years from the next one. */
const LONGEST_TIME_WITHOUT_LEAP_YEAR = 8;

/**
 * Bounds of a calendar date whose digits may be masked: `2016-XX-1X` (EDTF, unspecified digits).
 * @param year four digits or `X`; negative years have `negative` set.
 * @returns undefined when no day of the calendar fits.
 */
export function boundsOfMask(
  year: string,
  month?: string,
  date?: string,
  negative = false,
): DateBounds | undefined {
  const lowYear = Number(year.replaceAll('X', '0'));
  const highYear = Number(year.replaceAll('X', '9'));
  const [firstYear, lastYear] = negative ? [-highYear, -lowYear] : [lowYear, highYear];
  const months = fitting(month, MONTHS);
  const days = fitting(date, DAYS);
  const reach = Math.min(lastYear - firstYear, LONGEST_TIME_WITHOUT_LEAP_YEAR);
  const steps = Array.from({ length: reach + 1 }, (_, step) => step);
  const earliest = dayAmong(
    steps.map(step => firstYear + step),
    months,
    days,
  );
  const latest = dayAmong(
    steps.map(step => lastYear - step),
    months.toReversed(),
    days.toReversed(),
  );
  return earliest === undefined || latest === undefined ? undefined : sureBounds(earliest, latest);
}

/** The numbers that two digits, masked or not, can stand for; all of them where nothing is written. */
function fitting(mask: string | undefined, numbers: readonly number[]): readonly number[] {
  if (mask === undefined || mask === 'XX') return numbers;
  if (!mask.includes('X')) return numbers.includes(Number(mask)) ? [Number(mask)] : [];
  const pattern = new RegExp(`^${mask.replaceAll('X', '.')}$`);
  return numbers.filter(number => pattern.test(String(number).padStart(2, '0')));
}

/** The first day, in the order of these, that the calendar has. */
function dayAmong(
  years: readonly number[],
  months: readonly number[],
  days: readonly number[],
): Day | undefined {
  for (const year of years)
    for (const month of months) {
      const date = days.find(candidate => candidate <= daysInMonth(year, month));
      if (date !== undefined) return dayOf(year, month, date);
    }
  return undefined;
}
