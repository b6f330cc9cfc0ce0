/** One list of entries merged. */

import { given } from '../given.ts';
import type { EntryKind, Id } from '../model/model.ts';
import { sameFields } from '../model/same-value.ts';
import { type MergedFields, mergeFields } from './merge-fields.ts';
import { mergeOrder } from './merge-order.ts';
import type { ConflictVersions, Side } from './merged.ts';
import { type Item, keyVersions, type Pairing } from './pair-items.ts';
import type { ListVersions } from './unchanged-runs.ts';

/** The result for one entry. */
export interface MergedItem extends MergedFields {
  readonly kind: EntryKind;
  readonly id: Id | undefined;
  readonly versions: Readonly<Partial<Record<Side, Item>>>;
  /** The side that deleted the entry, where the result does not have it and the other side did not change it. */
  readonly deletedBy: 'ours' | 'theirs' | undefined;
}

export interface ListMergeOptions {
  readonly kind: EntryKind;
  readonly pair: Pairing;
  readonly pinsAreMadeAnew: boolean;
}

/** The items in the order of the result; those that one side deleted stand where they were, told by `deletedBy`. */
export function mergeList(
  { base, ours, theirs, moved }: ListVersions,
  options: ListMergeOptions,
): MergedItem[] {
  if (ours.length === 0 && theirs.length === 0) return [];
  const keyed = keyVersions(base, ours, theirs, options.pair);
  const items = new Map<string, MergedItem>();
  for (const key of new Set([...keyed.ours.keys(), ...keyed.theirs.keys()])) {
    const item = mergeItem(keyed.base.get(key), keyed.ours.get(key), keyed.theirs.get(key), options);
    items.set(key, item);
  }
  const order = mergeOrder(
    [...keyed.base.keys()],
    [...keyed.ours.keys()],
    [...keyed.theirs.keys()],
    new Set(items.keys()),
    moved,
  );
  if (options.kind === 'utterance') {
    const place = (key: string | undefined) =>
      key === undefined ? 'first' : `after ${items.get(key)?.id ?? key.slice(1)}`;
    for (const { key, ours: oursAfter, theirs: theirsAfter } of order.contested) {
      const item = items.get(key)!;
      const position = { ours: place(oursAfter), theirs: place(theirsAfter) };
      items.set(key, { ...item, conflicts: { ...item.conflicts, position } });
    }
  }
  return order.keys.map(key => items.get(key)!);
}

function mergeItem(
  base: Item | undefined,
  ours: Item | undefined,
  theirs: Item | undefined,
  options: ListMergeOptions,
): MergedItem {
  const { kind } = options;
  const versions = given({ base, ours, theirs });
  if (ours !== undefined && theirs !== undefined) {
    const { value, origins, conflicts } = mergeFields(base?.fields, ours.fields, theirs.fields, options);
    const id = ours.id ?? theirs.id;
    return { kind, id, versions, deletedBy: undefined, value, origins, conflicts };
  }
  const [left, deleter] = ours === undefined ? ([theirs!, 'ours'] as const) : ([ours, 'theirs'] as const);
  const unchanged = base !== undefined && sameFields(base.fields, left.fields);
  const origin = unchanged ? 'base' : deleter === 'ours' ? 'theirs' : 'ours';
  return {
    kind,
    id: left.id,
    versions,
    deletedBy: unchanged ? deleter : undefined,
    value: left.fields,
    origins: Object.fromEntries(Object.keys(left.fields).map(field => [field, origin])),
    conflicts: base === undefined || unchanged ? {} : { entry: deletion(deleter) },
  };
}

/** The record of a conflict between deleting an entry and keeping it. */
export function deletion(by: 'ours' | 'theirs'): ConflictVersions {
  return { [by]: 'deleted' };
}
