/** A filter of a view, written as people search on GitHub: `tag:disputed speaker:lukashenko,sargsyan -aspect:date "five billion"`. */
import type { KeyName } from './search-keys.ts';

/** One condition; the values are alternatives. */
export interface Term {
  readonly key: KeyName;
  readonly values: readonly string[];
  readonly isNegated: boolean;
}

/** Conditions that must all hold. Without any, everything matches. */
export interface Query {
  readonly terms: readonly Term[];
}

/** An error in a query, with its place: offsets in code points, half-open. */
export interface QueryFault {
  readonly start: number;
  readonly end: number;
  /** One line, without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

export type ParsedQuery =
  | { readonly query: Query; readonly fault?: never }
  | { readonly fault: QueryFault; readonly query?: never };
