/**
 * Coefficients that take the agreement by chance from the share of agreeing pairs, with any number of readings and missing
 * values. They share one observed agreement and differ in what they expect of chance.
 *
 * K. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British Journal of
 * Mathematical and Statistical Psychology 61, 2008 (AC1); with missing values as in his Handbook of Inter-Rater
 * Reliability, 4th edition 2014, chapter 5: units with one value tell what chance would do, and nothing of agreement.
 */
import {
  type Agreement,
  agreementFrom,
  type Estimator,
  MISSING,
  profilesOf,
  type Ratings,
  ratedOf,
} from './ratings.ts';

/**
 * - `ac1`: Gwet 2008. Of a reading that guesses, all categories are as likely.
 * - `pi`: W. Scott 1955 for two readings, J. Fleiss 1971 for more. Chance has the mean share of each category.
 * - `kappa`: J. Cohen 1960 for two readings, A. Conger 1980 for more. Chance has each reading's own shares.
 * - `s`: E. Bennett and others 1954; R. Brennan and D. Prediger 1981. Chance has all categories alike.
 */
export const CHANCE_CORRECTED = ['ac1', 'kappa', 'pi', 's'] as const;
export type ChanceCorrected = (typeof CHANCE_CORRECTED)[number];

interface RatedRow {
  /** The value of each reading, for the shares of each reading. */
  readonly byReading: readonly number[];
  readonly values: readonly number[];
  /** The share of its pairs of values that agree; undefined for fewer than two values. */
  readonly agreement: number | undefined;
}

export function chanceCorrected({ units, categories }: Ratings, kind: ChanceCorrected): Estimator {
  const count = categories.length;
  const readings = units[0]?.length ?? 0;
  const profiles = profilesOf(units.filter(unit => ratedOf(unit).length > 0));
  const rows: readonly RatedRow[] = profiles.rows.map(byReading => {
    const values = ratedOf(byReading);
    return { byReading, values, agreement: agreementOf(values) };
  });
  const pairable = units.filter(unit => ratedOf(unit).length > 1).length;

  /** As disagreement: 1 - (pa - pe) / (1 - pe) equals (1 - pa) / (1 - pe). */
  function estimate(drawn?: ArrayLike<number>): Agreement {
    const times = profiles.count(drawn);
    let [disagreement, paired] = [0, 0];
    for (let row = 0; row < rows.length; row++) {
      const { agreement } = rows[row]!;
      if (agreement === undefined) continue;
      disagreement += times[row]! * (1 - agreement);
      paired += times[row]!;
    }
    if (paired === 0) return agreementFrom(Number.NaN, Number.NaN);
    return agreementFrom(disagreement / paired, 1 - byChance(times));
  }

  function byChance(times: Float64Array): number {
    if (kind === 's') return 1 / count;
    if (kind === 'kappa') return byChanceOfReadings(times);
    const shares = meanShares(times);
    const alike = shares.reduce((sum, share) => sum + share * share, 0);
    if (kind === 'pi') return alike;
    return count < 2 ? 1 : (1 - alike) / (count - 1);
  }

  /** Returns, for each category, the mean over units of its share of the values. */
  function meanShares(times: Float64Array): Float64Array {
    const shares = new Float64Array(count);
    let units = 0;
    for (let row = 0; row < rows.length; row++) {
      const { values } = rows[row]!;
      units += times[row]!;
      for (let i = 0; i < values.length; i++) shares[values[i]!]! += times[row]! / values.length;
    }
    return shares.map(share => share / units);
  }

  /** The mean over pairs of readings of the chance that both say the same. */
  function byChanceOfReadings(times: Float64Array): number {
    const shares = Array.from({ length: readings }, () => new Float64Array(count));
    const totals = new Float64Array(readings);
    for (const [row, { byReading }] of rows.entries())
      for (const [reading, value] of byReading.entries()) {
        if (value === MISSING) continue;
        shares[reading]![value]! += times[row]!;
        totals[reading]! += times[row]!;
      }
    const present = [...totals.keys()].filter(reading => totals[reading]! > 0);
    let [sum, pairs] = [0, 0];
    for (const a of present)
      for (const b of present) {
        if (a >= b) continue;
        pairs++;
        for (let value = 0; value < count; value++)
          sum += (shares[a]![value]! / totals[a]!) * (shares[b]![value]! / totals[b]!);
      }
    return sum / pairs;
  }

  return { size: profiles.size, pairable, estimate };
}

function agreementOf(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  let same = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) if (values[i] === values[j]) same++;
  return (2 * same) / (values.length * (values.length - 1));
}
