/** The input of the printers of `stats`. */
import type { Stats } from '../../core/stats/stats.ts';
import type { Printer } from '../printer.ts';
import type { Head } from '../view/head.ts';
import type { GroupName } from './groups.ts';

export interface StatsReport {
  readonly stats: Stats;
  /** The one table that was asked for. */
  readonly by: GroupName | undefined;
  /** Facts about the talk, if there is only one. */
  readonly head: Head | undefined;
  /** The date of the views, as given. */
  readonly asOf: string | undefined;
  /** A command to go on with, as a command line has it. */
  readonly next: string | undefined;
}

export type StatsPrinter = Printer<StatsReport>;
