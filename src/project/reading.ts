/** How a transcript in another format is read: what the configuration says of its file, and what a run says. */
import type { Column } from '../formats/format.ts';
import type { FormatId } from '../formats/index.ts';

export interface Reading {
  /** The format; found by content where it is absent. */
  readonly from?: FormatId | undefined;
  /** How a plain text marks its speakers. */
  readonly profile?: string | undefined;
  /** Columns of delimited text by meaning. */
  readonly columns?: ReadonlyMap<Column, string> | undefined;
  /** Labels that are speakers even where they occur once. */
  readonly speakers?: readonly string[] | undefined;
  /** The encoding, if it is neither UTF-8 nor given by a byte order mark. */
  readonly encoding?: string | undefined;
  /** The language of the talk, where the file says none or a wrong one. */
  readonly language?: string | undefined;
}

export const NO_READING: Reading = {};
