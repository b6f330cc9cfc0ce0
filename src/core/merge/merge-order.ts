/** The order of a list that two sides changed. Entries are known by keys that are the same in all three versions. */

import { longestIncreasing } from '../align/longest-increasing.ts';
import { given } from '../given.ts';

export interface MergedOrder {
  readonly keys: readonly string[];
  /** Keys that both sides moved, to different places. They stand where OURS has them. */
  readonly contested: readonly { readonly key: string; readonly ours?: string; readonly theirs?: string }[];
}

/** The fewest keys of each side that must move to bring it into the order of the base. */
export interface MovedKeys {
  readonly ours: ReadonlySet<string>;
  readonly theirs: ReadonlySet<string>;
}

/**
 * The keys of `present` in the order of OURS. What only THEIRS moved goes to its place there; what only THEIRS has goes
 * behind what precedes it there, after any additions of OURS at that place. A contested key's `ours` and `theirs` are
 * the nearest keys before it that neither side moved; absent at the beginning.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  present: ReadonlySet<string>,
  moved?: MovedKeys,
): MergedOrder {
  const { ours: movedByOurs, theirs: movedByTheirs } = moved ?? movedOnBothSides(base, ours, theirs);
  const oursHas = new Set(ours);
  const comesFromTheirs = (key: string) =>
    present.has(key) && (!oursHas.has(key) || (movedByTheirs.has(key) && !movedByOurs.has(key)));

  const shared = new Set([...base, ...theirs]);
  const after = new Map<string | undefined, string>();
  let last: string | undefined;
  for (const key of ours) {
    if (!present.has(key) || comesFromTheirs(key)) continue;
    after.set(last, key);
    last = key;
  }
  last = undefined;
  for (const key of theirs) {
    if (!present.has(key)) continue;
    if (comesFromTheirs(key)) {
      let place = last;
      for (let next = after.get(place); next !== undefined && !shared.has(next); next = after.get(place))
        place = next;
      const next = after.get(place);
      after.set(place, key);
      if (next !== undefined) after.set(key, next);
    }
    last = key;
  }

  const keys: string[] = [];
  for (let key = after.get(undefined); key !== undefined; key = after.get(key)) keys.push(key);
  return { keys, contested: contestedKeys(base, ours, theirs, movedByOurs, movedByTheirs) };
}

function movedOnBothSides(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MovedKeys {
  const places = new Map(base.map((key, index) => [key, index]));
  const movedOn = (side: readonly string[]) => {
    const order = side.flatMap(key => places.get(key) ?? []);
    return new Set(Array.from(movedIn(order), place => base[place]!));
  };
  return { ours: movedOn(ours), theirs: movedOn(theirs) };
}

/** The fewest of the numbers, each of which is there once, that must move to make the others increase. */
export function movedIn(order: readonly number[]): Set<number> {
  if (order.every((place, index) => index === 0 || place > order[index - 1]!)) return new Set();
  const moved = new Set(order);
  for (const index of longestIncreasing(order)) moved.delete(order[index]!);
  return moved;
}

function contestedKeys(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  movedByOurs: ReadonlySet<string>,
  movedByTheirs: ReadonlySet<string>,
): MergedOrder['contested'] {
  const both = [...movedByOurs].filter(key => movedByTheirs.has(key));
  if (both.length === 0) return [];
  const [oursHas, theirsHas] = [new Set(ours), new Set(theirs)];
  const fixed = new Set(
    base.filter(
      key => oursHas.has(key) && theirsHas.has(key) && !movedByOurs.has(key) && !movedByTheirs.has(key),
    ),
  );
  const inOurs = keysBefore(ours, fixed);
  const inTheirs = keysBefore(theirs, fixed);
  return both.flatMap(key => {
    const before = { ours: inOurs.get(key), theirs: inTheirs.get(key) };
    if (before.ours === before.theirs) return [];
    return {
      key,
      ...given({ ours: before.ours, theirs: before.theirs }),
    };
  });
}

function keysBefore(keys: readonly string[], fixed: ReadonlySet<string>): Map<string, string | undefined> {
  const before = new Map<string, string | undefined>();
  let last: string | undefined;
  for (const key of keys) {
    before.set(key, last);
    if (fixed.has(key)) last = key;
  }
  return before;
}
