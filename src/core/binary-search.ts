/** Binary search in what is sorted. */

/** The first index from `start` on for which a test holds that holds for all behind it; `end` where it holds for none. */
export function firstIndex(start: number, end: number, holds: (index: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last of sorted numbers that is not above a value; -1 if all are. */
export function lastUpTo(sorted: ArrayLike<number>, value: number): number {
  return firstIndex(0, sorted.length, index => sorted[index]! > value) - 1;
}
