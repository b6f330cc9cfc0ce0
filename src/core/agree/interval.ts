/**
 * Intervals by the bootstrap over units: units are drawn again with replacement, readings never, as the question is what
 * the same readings would say of other units.
 *
 * Bias-corrected and accelerated (BCa): B. Efron, "Better Bootstrap Confidence Intervals", Journal of the American
 * Statistical Association 82, 1987. A plain percentile interval of these coefficients covers too little, above all at
 * its lower end (measured in test/core/agree/coverage.test.ts).
 */

import { normalQuantile, normalShare } from './normal.ts';
import { Random } from './random.ts';
import type { Estimator } from './ratings.ts';

export const SAMPLES = 2000;
export const LEVEL = 0.95;

/** Parts that the acceleration leaves out in turn: single units up to this number, groups of neighbours above. */
const MOST_PARTS = 200;

/** Least share of draws that must give a value; with fewer, there are too few units. */
const LEAST_SHARE = 0.95;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of an estimate. Undefined where drawing tells nothing: fewer than two units, or every draw gives the same
 * number.
 *
 * Where no unit differs, every draw would be 1. The lower end is then that of the exact binomial interval for a share of
 * disagreement of which none was seen (C. Clopper and E. Pearson, Biometrika 26, 1934): about 1 - 3.7 / n before chance.
 */
export function intervalOf(estimator: Estimator, seed: number): Interval | undefined {
  const { size, pairable } = estimator;
  const { observed, expected, value } = estimator.estimate();
  if (size < 2 || Number.isNaN(value)) return undefined;
  const tail = (1 - LEVEL) / 2;
  if (observed === 0 && pairable !== undefined)
    return { low: 1 - (1 - tail ** (1 / pairable)) / expected, high: 1 };
  const drawn = drawnValues(estimator, seed);
  if (drawn.length < SAMPLES * LEAST_SHARE || drawn[0] === drawn[drawn.length - 1]) return undefined;
  const bias = normalQuantile(shareBelow(drawn, value));
  const acceleration = accelerationOf(estimator);
  const at = (share: number) => {
    const z = bias + normalQuantile(share);
    return quantile(drawn, normalShare(bias + z / (1 - acceleration * z)));
  };
  return { low: at(tail), high: at(1 - tail) };
}

/**
 * Ascending. A draw with only one category has no disagreement and counts as 1; one without any stretch gives no value and
 * is left out.
 */
function drawnValues(estimator: Estimator, seed: number): Float64Array {
  const random = new Random(seed);
  const { size, pairable } = estimator;
  const drawn = new Uint32Array(size);
  const values = new Float64Array(SAMPLES);
  let count = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (let i = 0; i < size; i++) drawn[i] = random.below(size);
    const { value } = estimator.estimate(drawn);
    if (!Number.isNaN(value)) values[count++] = value;
    else if (pairable !== undefined) values[count++] = 1;
  }
  return values.subarray(0, count).sort();
}

/** Ties count half. Never 0 or 1, for which the normal distribution has no value. */
function shareBelow(sorted: Float64Array, value: number): number {
  let [below, equal] = [0, 0];
  for (const one of sorted) {
    if (Math.abs(one - value) < 1e-12) equal++;
    else if (one < value) below++;
  }
  const share = (below + equal / 2) / sorted.length;
  return Math.min(Math.max(share, 1 / sorted.length), 1 - 1 / sorted.length);
}

/** Computed by leaving out each part in turn (the jackknife). */
function accelerationOf(estimator: Estimator): number {
  const { size } = estimator;
  const parts = Math.min(size, MOST_PARTS);
  const values = Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map(edge => Math.floor((edge * size) / parts)) as [number, number];
    const rest = Uint32Array.from({ length: size - (to - from) }, (_, i) => (i < from ? i : i + to - from));
    const { value } = estimator.estimate(rest);
    return Number.isNaN(value) ? 1 : value;
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / parts;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** Interpolates between the two nearest values. */
function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share, 0), 1) * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
