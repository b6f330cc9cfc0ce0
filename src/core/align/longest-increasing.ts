import { firstIndex } from '../binary-search.ts';

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
    // Most values extend the longest run: skip the search.
    const isNext = longest > 0 && values[tails[longest - 1]!]! < value;
    const at = isNext ? longest : firstIndex(0, longest, length => values[tails[length]!]! >= value);
    previous[index] = at > 0 ? tails[at - 1]! : -1;
    tails[at] = index;
    if (at === longest) longest++;
  }
  const result = tails.subarray(0, longest);
  let index = longest > 0 ? tails[longest - 1]! : -1;
  for (let place = longest - 1; place >= 0; place--) {
    result[place] = index;
    index = previous[index]!;
  }
  return result;
}
