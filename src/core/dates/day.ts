/** Calendar arithmetic without a clock: days of the proleptic Gregorian calendar, which ISO 8601 and EDTF use. */

/** Whole days since 1970-01-01; `-Infinity` and `Infinity` stand for an open start and end. */
export type Day = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_IN_400_YEARS = 146097;
const DAYS_FROM_0000_03_01_TO_1970 = 719468;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day of a date that exists; year 0 is 1 BCE, as in ISO 8601. Works for years that `Date` cannot hold. */
export function dayOf(year: number, month: number, date: number): Day {
  if (!Number.isFinite(year)) return year;
  // Years that begin in March have their leap day at the end, so that months have a regular pattern.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_FROM_0000_03_01_TO_1970;
}

/** A finite day of the calendar; months and days of the month count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The way back from {@link dayOf}, for a finite day. */
export function calendarDay(day: Day): CalendarDay {
  const shifted = day + DAYS_FROM_0000_03_01_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** A finite day as `YYYY-MM-DD`; years before 0 have a sign, years after 9999 more digits. */
export function isoDay(day: Day): string {
  const { year, month, date } = calendarDay(day);
  return `${isoYear(year)}-${pad(month)}-${pad(date)}`;
}

/** A year in at least four digits; years before 0 have a sign. */
export function isoYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
