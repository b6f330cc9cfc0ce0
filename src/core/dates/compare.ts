/** Relations of dates that are known only as spans of days. */
import type { DateBounds } from './bounds.ts';

/** Every day of `a` lies before every day of `b`. */
export function isSurelyBefore(a: DateBounds, b: DateBounds): boolean {
  return a.latest < b.earliest;
}

/** Both can be the same day: they do not contradict each other. */
export function overlap(a: DateBounds, b: DateBounds): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Every day of `inner` lies within `outer`. */
export function covers(outer: DateBounds, inner: DateBounds): boolean {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest;
}
