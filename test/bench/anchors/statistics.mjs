/** The Wilson score interval of a share at 95 %, as two shares. */
function wilson(count, total) {
  const z = 1.959964;
  const share = count / total;
  const scale = 1 + (z * z) / total;
  const middle = (share + (z * z) / (2 * total)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** "1.2 [0.7-2.1]", in percent. */
export function percent(count, total) {
  const [low, high] = wilson(count, total);
  const written = share => (100 * share).toFixed(1);
  return `${written(count / total)} [${written(low)}-${written(high)}]`;
}
