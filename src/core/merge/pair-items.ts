/** Matches the entries of three versions of a list. */
import { alignUtterances } from '../align/align-utterances.ts';
import type { Fields } from '../diff/changes.ts';
import { append, countUp } from '../maps.ts';
import type { Path } from '../model/finding.ts';
import type { Id, Utterance } from '../model/model.ts';
import { valueKey } from '../model/same-value.ts';

/** An entry of a file. */
export interface Item {
  /** In lists, the field `id`; in maps, the key. */
  readonly id: Id | undefined;
  readonly fields: Fields;
  readonly path: Path;
  /** How many entries of an unchanged run this one stands for; it is the last of them. Absent if it stands for itself. */
  readonly run?: number;
}

/** The key of an entry that its id alone matches. */
export function keyOfId(id: Id): string {
  return `#${id}`;
}

/** For each entry of the newer list, the index of the one it continues, or undefined. */
export type Pairing = (older: readonly Item[], newer: readonly Item[]) => (number | undefined)[];

export interface KeyedVersions {
  readonly base: ReadonlyMap<string, Item>;
  readonly ours: ReadonlyMap<string, Item>;
  readonly theirs: ReadonlyMap<string, Item>;
}

/**
 * The versions by keys that are the same for the same entry. An id decides; where it is missing on either side `pair`
 * does; an addition without an id is known by its content, so that the same one on both sides is one.
 */
export function keyVersions(
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
  pair: Pairing,
): KeyedVersions {
  const baseKeys = base.map((item, index) => (item.id === undefined ? `~${index}` : keyOfId(item.id)));
  const baseIds = new Set(base.map(item => item.id));
  const keyed = (items: readonly Item[]) => {
    const complete = items.every(item => item.id !== undefined) && base.every(item => item.id !== undefined);
    const continued = complete ? [] : pair(base, items);
    const ids = new Set(items.map(item => item.id));
    return byKey(items, (item, index) => {
      if (item.id !== undefined && baseIds.has(item.id)) return keyOfId(item.id);
      const older = continued[index];
      const olderId = older === undefined ? undefined : base[older]?.id;
      const free = olderId === undefined || (item.id === undefined && !ids.has(olderId));
      if (older !== undefined && free) return baseKeys[older]!;
      return item.id === undefined ? `=${contentKey(item.fields)}` : keyOfId(item.id);
    });
  };
  return { base: byKey(base, (_, index) => baseKeys[index]!), ours: keyed(ours), theirs: keyed(theirs) };
}

/** Pairs entries of equal content, in order. */
export const pairByContent: Pairing = (older, newer) => {
  const places = new Map<string, number[]>();
  for (let index = older.length - 1; index >= 0; index--)
    append(places, contentKey(older[index]!.fields), index);
  return newer.map(({ fields }) => places.get(contentKey(fields))?.pop());
};

/** Pairs utterances as the diff does: an edited one is found again. */
export const pairByAlignment: Pairing = (older, newer) => {
  const utterances = (items: readonly Item[]) => items.map(({ fields }) => fields as Utterance);
  const continued = new Array<number | undefined>(newer.length).fill(undefined);
  for (const { kind, old, new: fresh } of alignUtterances(utterances(older), utterances(newer)).links)
    if (kind === 'kept' || kind === 'edited') continued[fresh[0]!] = old[0]!;
  return continued;
};

/** Text that is the same for fields of equal content, the id left out. */
function contentKey({ id, ...rest }: Fields): string {
  return valueKey(rest);
}

/** A key that comes again in one file gets a number: nothing is dropped. */
function byKey(items: readonly Item[], keyOf: (item: Item, index: number) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  const times = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item, index);
    const time = times.get(key);
    countUp(times, key);
    found.set(time === undefined ? key : `${key}\0${time}`, item);
  }
  return found;
}
