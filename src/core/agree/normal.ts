/** The normal distribution with mean 0 and variance 1. */

/** The share of values below `z`; the error is less than 1.5e-7 (Abramowitz and Stegun 26.2.17 and 7.1.26). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const above = (series * Math.exp((-z * z) / 2)) / 2;
  return z > 0 ? 1 - above : above;
}

/** The value below which a share of values lies (0 to 1, both excluded), found by bisection of {@link normalShare}. */
export function normalQuantile(share: number): number {
  let [low, high] = [-10, 10];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
