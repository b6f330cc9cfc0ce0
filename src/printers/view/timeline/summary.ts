/** The counts that close a timeline: "11 dates: 7 on the axis, 4 undated; / readings differ on the role of 1". */
import { counted } from '../../../core/text/counted.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';

export interface TimelineSummary {
  readonly dates: number;
  readonly dated: number;
  readonly undated: number;
  /** Dates that begin after the date of the view. */
  readonly later: number;
  /** Annotations of a later date than the view, and stances without a date that are skipped. */
  readonly 'not-shown': { readonly later: number; readonly undated: number };
  readonly ended: number;
  /** Things that readings date differently. */
  readonly 'differ-on-date': number;
  readonly 'differ-on-role': number;
  readonly waiting: number;
}

export function summaryOf({ dates, unseen }: Timeline): TimelineSummary {
  const dated = dates.filter(({ bounds }) => bounds !== undefined).length;
  const differing = (on: 'date' | 'role') =>
    new Set(
      dates.flatMap(({ difference, view }) =>
        difference?.on === on ? [`${view.project.transcript.file}\n${difference.thing}`] : [],
      ),
    ).size;
  return {
    dates: dates.length,
    dated,
    undated: dates.length - dated,
    later: dates.filter(({ isLater }) => isLater).length,
    'not-shown': { later: unseen.later, undated: unseen.skipped },
    ended: dates.filter(({ ended }) => ended !== undefined).length,
    'differ-on-date': differing('date'),
    'differ-on-role': differing('role'),
    waiting: dates.filter(({ waits }) => waits).length,
  };
}

/**
 * @param placed describes dates with a day: "on the axis"
 * @param signs precedes the counts, including a blank
 */
export function summaryLine(
  timeline: Timeline,
  placed: string,
  signs: { readonly differs: string; readonly ended: string; readonly waits: string },
): string {
  const summary = summaryOf(timeline);
  const { views, asOf } = timeline;
  const several = views.length === 1 ? '' : ` in ${views.length} transcripts`;
  const head = `${counted(summary.dates, 'date')}${several || (summary.dates === 0 ? ' in 1 transcript' : '')}`;
  const counts = [
    ...(summary.dated > 0 ? [`${summary.dated} ${placed}`] : []),
    ...(summary.undated > 0 ? [`${summary.undated} undated`] : []),
    ...(summary.later > 0 ? [`${summary.later} later than ${asOf}`] : []),
    ...(summary['not-shown'].later > 0 ? [`${summary['not-shown'].later} of a later date not shown`] : []),
    ...(summary['not-shown'].undated > 0 ? [`${summary['not-shown'].undated} undated not shown`] : []),
  ];
  const differ = [
    ...(summary['differ-on-date'] > 0 ? [`on the date of ${summary['differ-on-date']}`] : []),
    ...(summary['differ-on-role'] > 0 ? [`on the role of ${summary['differ-on-role']}`] : []),
  ];
  return [
    `${head}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`,
    ...(summary.ended > 0 ? [`${signs.ended}${summary.ended} withdrawn or superseded`] : []),
    ...(differ.length > 0 ? [`${signs.differs}readings differ ${differ.join(' and ')}`] : []),
    ...(summary.waiting > 0
      ? [`${signs.waits}${summary.waiting} ${summary.waiting === 1 ? 'waits' : 'wait'} for a person`]
      : []),
  ].join('; ');
}
