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
  /** Whether pins that only followed their words are told, each in its line. */
  readonly isAll?: boolean;
  /** The command to go on with, for people at a terminal. */
  readonly next?: string | undefined;
  /** Changes and alarms that the diff leaves out because they tell of what is private. */
  readonly keptBack?: KeptBackOfDiff;
}

export type DiffPrinter = Printer<DiffReport>;
