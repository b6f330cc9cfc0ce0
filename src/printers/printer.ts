/** A printer is a function from a value to a string. It ends in a newline and leaves no trailing blanks. */
import type { ChalkInstance } from 'chalk';

export interface PrintContext {
  /** Colours as a value: a chalk instance of the level that the output stream takes (level 0 prints none). */
  readonly colour: ChalkInstance;
  /** Columns to wrap at, in display width; undefined means do not wrap. */
  readonly width: number | undefined;
  /** Box-drawing and other symbols outside ASCII may be used. */
  readonly unicode: boolean;
}

export type Printer<T> = (value: T, context: PrintContext) => string;
