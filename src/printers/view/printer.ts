/** Types shared by the printers of views. */
import type { View } from '../../core/model/view.ts';
import type { PrintContext } from '../printer.ts';

export interface ViewOptions {
  /** Print for each standing which stances counted, which did not, and why. */
  readonly explainStanding?: boolean;
  /** Print what is folded because it says nothing new; of text. */
  readonly isAll?: boolean;
  /** One table of things in place of words with their annotations; of csv and tsv. */
  readonly table?: TableName | undefined;
  /** Name no command on the files: they are those of a revision. */
  readonly noCommands?: boolean;
  /** Commands to go on with, the first look's last lines. */
  readonly next?: readonly NextStep[];
  /** The style sheet of a page (CSS); without one a page is plain. */
  readonly styleSheet?: string;
  /** The content of a page, if it is not the whole view: a query, or the passages of an excerpt. */
  readonly part?: string;
}

export const TABLE_NAMES = ['utterances', 'annotations', 'claims', 'stances', 'sources'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A command that can be pasted as it is, and what it does where there are several. */
export interface NextStep {
  readonly command: string;
  readonly why?: string;
}

/** Prints in parts, which end between characters: a long view takes much memory as one text. */
export type PartsPrinter = (view: View, context: PrintContext, options?: ViewOptions) => Iterable<string>;

export type ViewPrinter = (view: View, context: PrintContext, options?: ViewOptions) => string;
