/**
 * Runs of entries that stand alike, one behind the other, in all three versions of a list. A merge takes each run as one
 * entry: of a large file with a few edits little else is left to look at.
 */
import type { Fields } from '../diff/changes.ts';
import type { Id } from '../model/model.ts';
import { sameFields } from '../model/same-value.ts';
import { type MovedKeys, movedIn } from './merge-order.ts';
import type { ListName } from './merged.ts';
import { type Item, keyOfId } from './pair-items.ts';

export interface ListVersions {
  readonly base: readonly Item[];
  readonly ours: readonly Item[];
  readonly theirs: readonly Item[];
  /** Found before the runs are joined: a joined run counts for one entry, and would seem to be what moved. */
  readonly moved?: MovedKeys;
}

type Entries = readonly Fields[];

/** Joins the runs of a list. Returns undefined if an entry has no id of its own, so that ids do not match it. */
export function joinRuns(
  list: ListName,
  base: Entries,
  ours: Entries,
  theirs: Entries,
): ListVersions | undefined {
  const places = placesById(base);
  if (places === undefined) return undefined;
  const [left, right] = [continued(base, places, ours), continued(base, places, theirs)];
  if (left === undefined || right === undefined) return undefined;

  const lengths = [base, ours, theirs].map(entries => new Int32Array(entries.length).fill(1));
  /** Where the last unchanged entry stands in each version; a run goes on right behind it. */
  let last = [-2, -2, -2];
  for (let place = 0; place < base.length; place++) {
    const [inOurs, inTheirs] = [left.indexes[place]!, right.indexes[place]!];
    if (inOurs === -1 || inTheirs === -1 || left.moved.has(place) || right.moved.has(place)) continue;
    if (!sameFields(base[place]!, ours[inOurs]!) || !sameFields(base[place]!, theirs[inTheirs]!)) continue;
    const here = [place, inOurs, inTheirs];
    if (here.every((index, version) => index === last[version]! + 1))
      for (const [version, index] of here.entries()) {
        lengths[version]![index] = lengths[version]![index - 1]! + 1;
        lengths[version]![index - 1] = 0;
      }
    last = here;
  }
  const keys = (moved: ReadonlySet<number>) =>
    new Set(Array.from(moved, place => keyOfId(base[place]!['id'] as Id)));
  return {
    base: joined(list, base, lengths[0]!),
    ours: joined(list, ours, lengths[1]!),
    theirs: joined(list, theirs, lengths[2]!),
    moved: { ours: keys(left.moved), theirs: keys(right.moved) },
  };
}

/** Where each id stands; undefined if one is missing or there twice. */
function placesById(entries: Entries): ReadonlyMap<Id, number> | undefined {
  const places = new Map<Id, number>();
  for (const { id } of entries) {
    if (typeof id !== 'string') return undefined;
    places.set(id, places.size);
  }
  return places.size === entries.length ? places : undefined;
}

interface Continued {
  /** For each entry of the base its index in the version, -1 if it is gone. */
  readonly indexes: Int32Array;
  /** Places in the base of the entries that moved. */
  readonly moved: ReadonlySet<number>;
}

/** Finds what became of the entries of the base; undefined if an id is missing or there twice. */
function continued(base: Entries, places: ReadonlyMap<Id, number>, entries: Entries): Continued | undefined {
  const indexes = new Int32Array(base.length).fill(-1);
  const order: number[] = [];
  const added = new Set<Id>();
  let next = 0;
  for (let index = 0; index < entries.length; index++) {
    const id = entries[index]!['id'] as Id | undefined;
    if (id === undefined) return undefined;
    // Nearly every entry stands behind the one that it stood behind: a look there is quicker than one into the map.
    const place = base[next]?.['id'] === id ? next : places.get(id);
    const isTwice = place === undefined ? added.has(id) : indexes[place] !== -1;
    if (isTwice) return undefined;
    if (place === undefined) {
      added.add(id);
      continue;
    }
    indexes[place] = index;
    order.push(place);
    next = place + 1;
  }
  return { indexes, moved: movedIn(order) };
}

/** @param lengths for the last entry of each run its length, for the others of a run 0. */
function joined(list: ListName, entries: Entries, lengths: Int32Array): Item[] {
  const items: Item[] = [];
  for (let place = 0; place < entries.length; place++) {
    const length = lengths[place]!;
    if (length === 0) continue;
    const fields = entries[place]!;
    const item = { id: fields['id'] as Id, fields, path: [list, place] };
    items.push(length === 1 ? item : { ...item, run: length });
  }
  return items;
}
