/** The input of the diff printers. */
import type { ViewDiff } from '../../core/diff/diff-views.ts';
import type { Printer } from '../printer.ts';

interface DiffReport {
  readonly diff: ViewDiff;
  /** The two sides as people named them: a file, or a file of a revision. */
  readonly names: { readonly old: string; readonly new: string };
}

export type DiffPrinter = Printer<DiffReport>;
