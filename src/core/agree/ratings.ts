/** What several readings say of the same units, as numbers: the input of every coefficient. */
import { getOrMake } from '../maps.ts';

/** The reading says nothing of the unit. */
export const MISSING = -1;

export interface Ratings {
  /** For each unit the category that each reading gives it, an index into `categories`, or {@link MISSING}. */
  readonly units: readonly (readonly number[])[];
  readonly categories: readonly string[];
}

/**
 * Why there is no number. It stands where the number would.
 *
 * - `no unit with both`: nothing can be compared.
 * - `one category`: all say the same of everything, so chance would do as well; a coefficient would be 0 / 0.
 */
export type Undefined = 'no unit with both' | 'one category';

/** Observed and expected disagreement, and the coefficient 1 - observed / expected. */
export interface Agreement {
  /** From 0 up; not a number where nothing can be compared. */
  readonly observed: number;
  readonly expected: number;
  /** At most 1; not a number where `expected` is 0 or nothing can be compared. */
  readonly value: number;
}

/** Less than this is 0, with the slips of sums of fractions. */
const LEAST = 1e-12;

export function agreementFrom(observed: number, expected: number): Agreement {
  return { observed, expected, value: expected > LEAST ? 1 - observed / expected : Number.NaN };
}

/** A coefficient that can be computed again of units drawn from its own, for intervals. */
export interface Estimator {
  /** Units that can be drawn. */
  readonly size: number;
  /**
   * Units with two readings or more, of which each can differ by 1 at most; undefined where the difference of one has no
   * greatest value.
   */
  readonly pairable: number | undefined;
  /** @param drawn indexes of units, with repetitions; all units once if left out. */
  estimate(drawn?: ArrayLike<number>): Agreement;
}

/** The ratings of texts; each different text is a category, in the order in which they occur. */
export function ratingsOf(values: readonly (readonly (string | undefined)[])[]): Ratings {
  const numbers = new Map<string, number>();
  const numberOf = (value: string | undefined) =>
    value === undefined ? MISSING : getOrMake(numbers, value, () => numbers.size);
  const units = values.map(unit => unit.map(numberOf));
  return { units, categories: [...numbers.keys()] };
}

/** The categories that a unit has got, one for each reading that says something. */
export function ratedOf(unit: readonly number[]): readonly number[] {
  return unit.filter(category => category !== MISSING);
}

/** Units by what readings say of them: most units are like many others, and a draw need only count them. */
export function profilesOf(units: readonly (readonly number[])[]) {
  const known = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const profileOf = Uint32Array.from(units, unit => getOrMake(known, unit.join(), () => rows.push(unit) - 1));
  /** Each different row of ratings once. */
  const counts = new Float64Array(rows.length);

  /** How often each row is among the units drawn; the next call overwrites it. */
  function count(drawn?: ArrayLike<number>): Float64Array {
    counts.fill(0);
    if (drawn === undefined) for (let i = 0; i < profileOf.length; i++) counts[profileOf[i]!]!++;
    else for (let i = 0; i < drawn.length; i++) counts[profileOf[drawn[i]!]!]!++;
    return counts;
  }

  return { rows, size: profileOf.length, count };
}
