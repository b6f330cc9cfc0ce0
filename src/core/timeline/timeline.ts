/** The dates of one or more talks in one order of time. */
import { hasBegunBy, startOf } from '../dates/compare.ts';
import { parseDate } from '../dates/date.ts';
import type { View } from '../model/view.ts';
import { datesOfView, type TimelineDate, type UnseenDates, unseenDates } from './dates-of-view.ts';
import { type Difference, differencesOf } from './differences.ts';
import { rankOfRole } from './roles.ts';

export interface Timeline {
  readonly views: readonly View[];
  /** Those with a day, in order of their first possible moment; then those without, in order of their roles. */
  readonly dates: readonly PlacedDate[];
  /** The date that the views look from (EDTF). */
  readonly asOf: string | undefined;
  readonly unseen: UnseenDates;
}

export interface PlacedDate extends TimelineDate {
  /** Present where readings do not agree. */
  readonly difference?: Difference;
  /** It begins after the date that the view looks from. */
  readonly isLater: boolean;
  /** Its annotation was withdrawn or superseded. */
  readonly ended?: 'withdrawn' | 'superseded';
  /** Its annotation or claim waits for a person, because its words changed. */
  readonly waits: boolean;
}

/**
 * The timeline of views at one date.
 *
 * @param roles those to show; without them the usual ones: the talk, what readings date, and the stated days of statements
 *   and publications
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

/** Dates without a day come last. What is open to the past comes first. */
function compare(a: TimelineDate, b: TimelineDate): number {
  if (a.bounds === undefined || b.bounds === undefined) {
    if (a.bounds !== b.bounds) return a.bounds === undefined ? 1 : -1;
    return rankOfRole(a.role) - rankOfRole(b.role);
  }
  return (
    compareNumbers(startOf(a.bounds), startOf(b.bounds)) || compareNumbers(a.bounds.latest, b.bounds.latest)
  );
}

/** Without a difference of infinities, which is not a number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
