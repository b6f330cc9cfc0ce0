/** The input of the timeline printers. */
import type { Timeline } from '../../core/timeline/timeline.ts';
import type { Printer } from '../printer.ts';

interface TimelineReport {
  readonly timeline: Timeline;
  /** Print also what each reader says of a date: words, certainty, sources, reasons. */
  readonly isAll: boolean;
}

export type TimelinePrinter = Printer<TimelineReport>;
