/** The input of the diff printers. */
import type { ViewDiff } from '../../core/diff/diff-views.ts';
import type { Printer } from '../printer.ts';

export interface KeptBackOfDiff {
  readonly changes: number;
  readonly alarms: number;
}

export interface DiffReport {
  readonly diff: ViewDiff;
  /** The two sides as people named them: a file, or a file of a revision. */
  readonly names: { readonly old: string; readonly new: string };
  /** Whether to list pins that only followed their words, one a line. */
  readonly isAll?: boolean;
  /** The command to go on with, for people at a terminal. */
  readonly next?: string | undefined;
  /** Number of changes and alarms left out because they would reveal something private. */
  readonly keptBack?: KeptBackOfDiff;
}

export type DiffPrinter = Printer<DiffReport>;
