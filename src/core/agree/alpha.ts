/**
 * Krippendorff's alpha for coded units, with any number of readings, missing values and any distance.
 *
 * K. Krippendorff, Content Analysis, 2nd edition, Sage 2004, chapter 11 (3rd edition 2013, chapter 12); "Computing
 * Krippendorff's Alpha-Reliability", 2011. Units with fewer than two readings are left out, as there.
 */
import { type Distance, nominal } from './distances.ts';
import {
  type Agreement,
  agreementFrom,
  type Estimator,
  profilesOf,
  type Ratings,
  ratedOf,
} from './ratings.ts';

/** The values of a unit that two or more readings code. */
interface PairedRow {
  readonly values: readonly number[];
  /** Sum of the distances of all ordered pairs of its values, divided by the number of values less one. */
  readonly disagreement: number;
}

export function krippendorffsAlpha({ units, categories }: Ratings, distance: Distance = nominal): Estimator {
  const profiles = profilesOf(units.filter(unit => ratedOf(unit).length > 1));
  const rows: readonly PairedRow[] = profiles.rows
    .map(ratedOf)
    .map(values => ({ values, disagreement: disagreementOf(values, distance) }));
  const size: number = profiles.size;
  const pairable: number = size;
  const counts: Float64Array = new Float64Array(categories.length);

  /**
   * Observed: the mean distance within units. Expected: the mean distance of all pairs of values, whatever their units.
   */
  function estimate(drawn?: ArrayLike<number>): Agreement {
    const times = profiles.count(drawn);
    counts.fill(0);
    let [total, disagreement] = [0, 0];
    for (let row = 0; row < rows.length; row++) {
      const { values, disagreement: own } = rows[row]!;
      const often = times[row]!;
      for (let i = 0; i < values.length; i++) counts[values[i]!]! += often;
      total += often * values.length;
      disagreement += often * own;
    }
    if (total === 0) return agreementFrom(Number.NaN, Number.NaN);
    return agreementFrom(disagreement / total, distances(counts, total) / (total * (total - 1)));
  }

  /** Sum of the distances of all ordered pairs of values. */
  function distances(counts: Float64Array, total: number): number {
    if (distance === nominal)
      return counts.reduce((sum, count) => sum - count * (count - 1), total * (total - 1));
    const present = [...counts.keys()].filter(category => counts[category]! > 0);
    let sum = 0;
    for (const a of present)
      for (const b of present) if (a < b) sum += 2 * counts[a]! * counts[b]! * distance(a, b);
    return sum;
  }

  return { size, pairable, estimate };
}

function disagreementOf(values: readonly number[], distance: Distance): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) sum += 2 * distance(values[i]!, values[j]!);
  return sum / (values.length - 1);
}
