/**
 * Indexes of a longest strictly increasing subsequence of `values`, in order (patience sorting, n log n).
 * These items kept their order; the fewest possible others are left out.
 */
export function longestIncreasing(values: ArrayLike<number>): Int32Array {
  const previous = new Int32Array(values.length);
  /** By length, the last index of the subsequence of that length with the smallest end. */
  const tails = new Int32Array(values.length);
  let longest = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    let high = longest;
    // Most values extend the longest run: skip the search.
    let low = high > 0 && values[tails[high - 1]!]! < value ? high : 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
    if (low === longest) longest++;
  }
  const result = tails.subarray(0, longest);
  let index = longest > 0 ? tails[longest - 1]! : -1;
  for (let place = longest - 1; place >= 0; place--) {
    result[place] = index;
    index = previous[index]!;
  }
  return result;
}
