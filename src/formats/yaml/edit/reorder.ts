/** How a list of a file comes into another order, with entries that are new and without some that it has. */
import { longestIncreasing } from '../../../core/align/longest-increasing.ts';
import { append } from '../../../core/maps.ts';

export interface Reordering<T> {
  /** What is inserted, by the entry of the file that it stands in front of: what is new, and what moves. */
  readonly incoming: ReadonlyMap<number, readonly T[]>;
  /** The entries of the file that do not stay where they are, in its order. */
  readonly gone: readonly Gone[];
}

interface Gone {
  readonly index: number;
  /** Where it stands after the insertions. */
  readonly indexAfter: number;
  /** The new order has it at another place. */
  readonly moved: boolean;
}

/**
 * As many entries as possible stay where they are.
 *
 * @param count how many entries the file has.
 * @param indexesOf which of them an item of the new order is; none if it is new.
 */
export function reorder<T>(
  items: readonly T[],
  count: number,
  indexesOf: (item: T) => readonly number[],
): Reordering<T> {
  const present = items.flatMap(indexesOf);
  const kept = new Set(Array.from(longestIncreasing(present), at => present[at]!));
  const incoming = new Map<number, T[]>();
  let place = 0;
  for (const item of items) {
    const last = indexesOf(item).at(-1);
    if (last !== undefined && kept.has(last)) place = last + 1;
    else append(incoming, place, item);
  }
  const stillThere = new Set(present);
  const gone: Gone[] = [];
  let shift = 0;
  for (let index = 0; index < count; index++) {
    shift += incoming.get(index)?.length ?? 0;
    if (!kept.has(index)) gone.push({ index, indexAfter: index + shift, moved: stillThere.has(index) });
  }
  return { incoming, gone };
}
