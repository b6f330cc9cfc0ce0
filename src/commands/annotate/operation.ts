/** One operation on an annotation of a layer. Fields have the names and shape of the file. */
import type { Fields } from '../fields.ts';

/** Narrows the target and quote of the fields to one place. */
interface Place {
  /** A time of the recording, as it was typed. */
  readonly at?: string;
  /** Which of several places is meant, counted from 1. */
  readonly occurrence?: number;
  /** The line that states it, `new.ndjson:2`. */
  readonly origin?: string;
}

export type Operation =
  | ({ readonly kind: 'add'; readonly fields: Fields } & Place)
  /** Adds an annotation that replaces another; target and quote are those of the old one unless given. */
  | ({ readonly kind: 'supersede'; readonly id: string; readonly fields: Fields } & Place)
  | ({
      readonly kind: 'change';
      readonly id: string;
      readonly fields: Fields;
      readonly unset: readonly string[];
    } & Place)
  | { readonly kind: 'withdraw'; readonly id: string; readonly fields: Fields };
