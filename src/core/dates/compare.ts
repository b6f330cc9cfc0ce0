/** Relations of dates that are known only as spans of days. */
import type { DateBounds } from './bounds.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Clocks are at most 14 hours from UTC (UTC+14, Line Islands). */
const FARTHEST_FROM_UTC = 14 * HOUR;

/**
 * Whether `a` is later than `b`, wherever their clocks stood. Two times with a zone are compared as instants, two dates
 * without one by the calendar. With a zone on one side only, the other clock may be anywhere: `a` is later if more than
 * 14 hours lie between.
 */
export function isSurelyLater(a: DateBounds, b: DateBounds): boolean {
  const isZoned = a.clock?.hasZone === true;
  if (isZoned === (b.clock?.hasZone === true))
    return isZoned ? a.clock!.ms > b.clock!.ms : a.earliest > b.latest;
  return startOf(a) - (b.clock?.ms ?? (b.latest + 1) * DAY) > FARTHEST_FROM_UTC;
}

/** First possible moment in milliseconds since 1970; where no zone is known, as if it were UTC. */
export function startOf({ clock, earliest }: DateBounds): number {
  return clock?.ms ?? earliest * DAY;
}

/** Every day of `a` lies before every day of `b`. */
export function isSurelyBefore(a: DateBounds, b: DateBounds): boolean {
  return a.latest < b.earliest;
}

/** Both can be the same day: they do not contradict each other. */
export function overlap(a: DateBounds, b: DateBounds): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Whether the first possible day of a date has come by another date. Of two times with a zone the instants count. */
export function hasBegunBy(date: DateBounds, today: DateBounds): boolean {
  return date.clock?.hasZone === true && today.clock?.hasZone === true
    ? date.clock.ms <= today.clock.ms
    : date.earliest <= today.latest;
}
