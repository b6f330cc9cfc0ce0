/** The categories that several readings give the same units, as numbers: the input of every coefficient. */
import { getOrMake } from '../maps.ts';

/** The reading does not code the unit. */
export const MISSING = -1;

export interface Ratings {
  /** For each unit, the category from each reading: an index into `categories`, or {@link MISSING}. */
  readonly units: readonly (readonly number[])[];
  readonly categories: readonly string[];
}

/**
 * Why there is no number; it stands where the number would.
 *
 * - `no unit with both`: nothing can be compared.
 * - `one category`: all units have the same category, so chance would agree as well; the coefficient would be 0 / 0.
 */
export type Undefined = 'no unit with both' | 'one category';

/** Observed and expected disagreement, and the coefficient 1 - observed / expected. */
export interface Agreement {
  /** 0 or more; NaN if nothing can be compared. */
  readonly observed: number;
  readonly expected: number;
  /** At most 1; NaN if `expected` is 0 or nothing can be compared. */
  readonly value: number;
}

/** Smaller values count as 0: sums of fractions have rounding errors. */
const LEAST = 1e-12;

export function agreementFrom(observed: number, expected: number): Agreement {
  return { observed, expected, value: expected > LEAST ? 1 - observed / expected : Number.NaN };
}

/** A coefficient that can be computed again for units drawn from its own, for intervals. */
export interface Estimator {
  /** Number of units to draw from. */
  readonly size: number;
  /** Units with two or more readings, if each can differ by 1 at most; undefined if a difference has no upper bound. */
  readonly pairable: number | undefined;
  /** @param drawn indexes of units, with repetitions; by default each unit once. */
  estimate(drawn?: ArrayLike<number>): Agreement;
}

/** Returns the ratings of texts; each different text is a category, in order of first use. */
export function ratingsOf(values: readonly (readonly (string | undefined)[])[]): Ratings {
  const numbers = new Map<string, number>();
  const numberOf = (value: string | undefined) =>
    value === undefined ? MISSING : getOrMake(numbers, value, () => numbers.size);
  const units = values.map(unit => unit.map(numberOf));
  return { units, categories: [...numbers.keys()] };
}

/** Returns the categories of a unit, one for each reading that codes it. */
export function ratedOf(unit: readonly number[]): readonly number[] {
  return unit.filter(category => category !== MISSING);
}

/** Groups units with equal ratings: many units are alike, so a draw only needs to count them. */
export function profilesOf(units: readonly (readonly number[])[]) {
  const known = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const profileOf = Uint32Array.from(units, unit => getOrMake(known, unit.join(), () => rows.push(unit) - 1));
  /** Counts of each distinct row of ratings. */
  const counts = new Float64Array(rows.length);

  /** Counts how often each row is drawn; the next call overwrites the result. */
  function count(drawn?: ArrayLike<number>): Float64Array {
    counts.fill(0);
    if (drawn === undefined) for (let i = 0; i < profileOf.length; i++) counts[profileOf[i]!]!++;
    else for (let i = 0; i < drawn.length; i++) counts[profileOf[drawn[i]!]!]!++;
    return counts;
  }

  return { rows, size: profileOf.length, count };
}
