/**
 * Indexes of a longest strictly increasing subsequence of `values`, in order (patience sorting, n log n).
 * What is in it kept its order; the fewest possible items are left out.
 */
export function longestIncreasing(values: ArrayLike<number>): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    let high = tails.length;
    // Most values go on from the last: no search then.
    let low = high > 0 && values[tails[high - 1]!]! < value ? high : 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1]!;
    tails[low] = index;
  }
  const result = new Array<number>(tails.length);
  let index = tails.at(-1) ?? -1;
  for (let place = tails.length - 1; place >= 0; place--) {
    result[place] = index;
    index = previous[index]!;
  }
  return result;
}
