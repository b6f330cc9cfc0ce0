/** The dates of one or more talks, sorted by time. */
import { hasBegunBy, startOf } from '../dates/compare.ts';
import { parseDate } from '../dates/date.ts';
import type { View } from '../model/view.ts';
import { datesOfView, type TimelineDate, type UnseenDates, unseenDates } from './dates-of-view.ts';
import { type Difference, differencesOf } from './differences.ts';
import { rankOfRole } from './roles.ts';

export interface Timeline {
  readonly views: readonly View[];
  /** Dates with a day come first, sorted by their first possible moment; then those without, sorted by role. */
  readonly dates: readonly PlacedDate[];
  /** The date that the views are seen from (EDTF). */
  readonly asOf: string | undefined;
  readonly unseen: UnseenDates;
}

export interface PlacedDate extends TimelineDate {
  /** Present if readings disagree. */
  readonly difference?: Difference;
  /** Whether it begins after the date that the view is seen from. */
  readonly isLater: boolean;
  /** Set if its annotation was withdrawn or superseded. */
  readonly ended?: 'withdrawn' | 'superseded';
  /** Whether its annotation or claim waits for a person, because its words changed. */
  readonly waits: boolean;
}

/**
 * Returns the timeline of views at one date.
 *
 * @param roles the roles to show; by default the usual ones: the talk, dates given by readings, and the stated days of
 * statements and publications
 */
export function timelineOf(views: readonly View[], roles?: ReadonlySet<string>): Timeline {
  const dates = views.flatMap(view => {
    const all = datesOfView(view);
    const differences = differencesOf(all);
    return all
      .filter(({ role, isUsual }) => (roles === undefined ? isUsual : roles.has(role)))
      .map(date => placed(date, differences.get(date)));
  });
  const counts = views.map(view => unseenDates(view, roles));
  return {
    views,
    dates: dates
      .map((date, index) => ({ date, index }))
      .sort((a, b) => compare(a.date, b.date) || a.index - b.index)
      .map(({ date }) => date),
    asOf: views[0]?.asOf,
    unseen: {
      later: counts.reduce((sum, { later }) => sum + later, 0),
      skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
    },
  };
}

function placed(date: TimelineDate, difference: Difference | undefined): PlacedDate {
  const { origin, field, bounds, view } = date;
  const today = view.asOf === undefined ? undefined : parseDate(view.asOf);
  const state =
    origin.kind === 'annotation'
      ? origin.placed.state
      : origin.kind === 'claim'
        ? origin.claim.state
        : undefined;
  const dead = origin.kind === 'annotation' && field !== 'withdrawn' ? origin.placed.dead : undefined;
  return {
    ...date,
    isLater: bounds !== undefined && today !== undefined && !hasBegunBy(bounds, today),
    ...(difference !== undefined && { difference }),
    ...((dead === 'withdrawn' || dead === 'superseded') && { ended: dead }),
    waits: dead === undefined && state?.state === 'waits',
  };
}

/** Dates without a day come last. Dates with an open start come first. */
function compare(a: TimelineDate, b: TimelineDate): number {
  if (a.bounds === undefined || b.bounds === undefined) {
    if (a.bounds !== b.bounds) return a.bounds === undefined ? 1 : -1;
    return rankOfRole(a.role) - rankOfRole(b.role);
  }
  return (
    compareNumbers(startOf(a.bounds), startOf(b.bounds)) || compareNumbers(a.bounds.latest, b.bounds.latest)
  );
}

/** Avoids the difference of two infinities, which is NaN. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
