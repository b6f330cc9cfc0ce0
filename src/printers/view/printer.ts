/** What the printers of views have in common. */
import type { View } from '../../core/model/view.ts';
import type { PrintContext } from '../printer.ts';

export interface ViewOptions {
  /** Print for each standing which stances counted, which did not, and why. */
  readonly explainStanding?: boolean;
}

export type ViewPrinter = (view: View, context: PrintContext, options?: ViewOptions) => string;
