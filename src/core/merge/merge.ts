/**
 * Three-way merge of transcripts and layers, by stable id and field by field.
 *
 * What only one side changed is taken. What both changed alike is taken once. What both changed differently, or one
 * deleted and the other changed or came to refer to, is kept with both versions in the entry's `conflict`. No
 * annotation of either side is lost: it is in the result, or the other side deleted it while this one left it alone.
 */

import type { Fields } from '../diff/changes.ts';
import { changedFields } from '../diff/field-changes.ts';
import { pushAll } from '../long-lists.ts';
import { groupBy } from '../maps.ts';
import type { Annotation, Id, Layer, Transcript } from '../model/model.ts';
import { referencesOf } from '../model/named-ids.ts';
import { markExchanged } from './exchanged-parties.ts';
import { entriesOf, fileFrom, headerFields, isMap, itemsOf } from './file-items.ts';
import { mergeFields, withConflicts } from './merge-fields.ts';
import { deletion, type MergedItem, mergeList } from './merge-list.ts';
import {
  LIST_NAMES,
  LISTS,
  type ListName,
  type MergeConflict,
  type Merged,
  type MergedEntry,
  type Origin,
  type Side,
} from './merged.ts';
import { type Item, pairByAlignment, pairByContent } from './pair-items.ts';
import { joinRuns, type ListVersions } from './unchanged-runs.ts';

export interface MergeOptions {
  /**
   * Anchors an annotation in the merged transcript. `madeOn` is the version whose transcript its anchor was last fitted
   * to; the function gives the annotation with its anchor, pin and verdict as they should be.
   */
  readonly reanchor?: (annotation: Annotation, madeOn: 'ours' | 'theirs') => Annotation;
}

/** Merges two versions of a file. `base` is an empty file of the same kind if there is no common version. */
export function mergeVersions<T extends Transcript | Layer>(
  base: T,
  ours: T,
  theirs: T,
  options: MergeOptions = {},
): Merged<T> {
  const files = { base, ours, theirs };
  const versions = mapLists(list => versionsOf(list, files, options));
  const lists = mapLists(list =>
    mergeList(versions[list], {
      kind: LISTS[list],
      pair: list === 'utterances' ? pairByAlignment : pairByContent,
      pinsAreMadeAnew: list === 'annotations' && options.reanchor !== undefined,
    }),
  );
  const settled = markExchanged(markSharedIds(restoreReferenced(lists)), base, ours, theirs);
  const header = mergeFields(headerFields(base), headerFields(ours), headerFields(theirs), {
    kind: undefined,
    pinsAreMadeAnew: false,
  });

  const conflicts = conflictsOf({ kind: undefined, id: undefined, conflicts: header.conflicts });
  const entries = mapLists(list =>
    settled[list].map((item): MergedEntry => {
      pushAll(conflicts, conflictsOf(item));
      const paths = Object.entries(item.versions).map(([side, version]) => [side, version.path]);
      const { run } = item.versions.ours ?? {};
      const entry = {
        ...entryOf(item),
        paths: Object.fromEntries(paths),
        ...(run === undefined ? {} : { run }),
      };
      return options.reanchor && item.kind === 'annotation' ? reanchored(entry, options.reanchor) : entry;
    }),
  );
  return {
    value: fileFrom(
      ours,
      withConflicts(header.value, header.conflicts),
      mapLists(list => withRuns(entries[list], isMap(list) ? [] : entriesOf(ours, list))),
    ),
    header: {
      ...entryOf({ ...header, kind: undefined, id: undefined }),
      paths: { base: [], ours: [], theirs: [] },
    },
    entries,
    removed: LIST_NAMES.flatMap(list => {
      const kept = new Set(entries[list].map(({ paths }) => paths.ours?.[1]));
      return versions[list].ours.flatMap(({ path }) => (kept.has(path[1]) ? [] : [path]));
    }),
    conflicts,
  };
}

/** Annotations that are to be fitted are looked at one by one. */
function versionsOf(
  list: ListName,
  { base, ours, theirs }: Readonly<Record<Side, Transcript | Layer>>,
  { reanchor }: MergeOptions,
): ListVersions {
  const hasRuns = !isMap(list) && (list !== 'annotations' || reanchor === undefined);
  const joined = hasRuns
    ? joinRuns(list, entriesOf(base, list), entriesOf(ours, list), entriesOf(theirs, list))
    : undefined;
  return joined ?? { base: itemsOf(base, list), ours: itemsOf(ours, list), theirs: itemsOf(theirs, list) };
}

/** All entries of a merged list, those of runs from the list in OURS. */
function withRuns(entries: readonly MergedEntry[], ours: readonly Fields[]): Pick<Item, 'id' | 'fields'>[] {
  const all: Pick<Item, 'id' | 'fields'>[] = [];
  for (const { id, value, run = 1, paths } of entries) {
    const last = Number(paths.ours?.[1]);
    for (let place = last - run + 1; place < last; place++)
      all.push({ id: ours[place]!['id'] as Id, fields: ours[place]! });
    all.push({ id, fields: value });
  }
  return all;
}

function mapLists<V>(make: (list: ListName) => V): Record<ListName, V> {
  return Object.fromEntries(LIST_NAMES.map(list => [list, make(list)])) as Record<ListName, V>;
}

/** An entry that one side deleted comes back where the other side newly refers to it: a reference must not dangle. */
function restoreReferenced(lists: Record<ListName, MergedItem[]>): Record<ListName, MergedItem[]> {
  const deleted = new Map<Id, MergedItem>();
  for (const items of Object.values(lists))
    for (const item of items) if (item.deletedBy && item.id !== undefined) deleted.set(item.id, item);
  if (deleted.size === 0) return lists;

  const restored = new Set<MergedItem>();
  const waiting = Object.values(lists).flatMap(items => items.filter(item => !item.deletedBy));
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { ours, theirs } = item.versions;
    for (const id of allReferencesOf(item)) {
      const target = deleted.get(id);
      if (target === undefined || restored.has(target)) continue;
      const deleter = target.deletedBy === 'ours' ? ours : theirs;
      if (deleter !== undefined && referencesOf(deleter.fields).has(id)) continue;
      restored.add(target);
      waiting.push(target);
    }
  }
  return mapLists(list =>
    lists[list].flatMap(item => {
      if (item.deletedBy === undefined) return item;
      if (!restored.has(item)) return [];
      return { ...item, deletedBy: undefined, conflicts: { entry: deletion(item.deletedBy) } };
    }),
  );
}

/** The ids that an entry refers to, in either version of its conflicts. */
function allReferencesOf({ value, conflicts }: MergedItem): Set<Id> {
  if (Object.keys(conflicts).length === 0) return referencesOf(value);
  const sides = (['ours', 'theirs'] as const).map(side =>
    Object.fromEntries(Object.entries(conflicts).map(([field, versions]) => [field, versions[side]])),
  );
  return new Set([value, ...sides].flatMap(fields => [...referencesOf(fields)]));
}

/** Entries of different kinds to which the two sides gave the same id. */
function markSharedIds(lists: Record<ListName, MergedItem[]>): Record<ListName, MergedItem[]> {
  const withIds = Object.values(lists).flatMap(items => items.filter(({ id }) => id !== undefined));
  const marked = new Map<MergedItem, MergedItem>();
  for (const items of groupBy(withIds, ({ id }) => id).values()) {
    const ofOurs = items.find(item => item.versions.theirs === undefined);
    const ofTheirs = items.find(item => item.versions.ours === undefined);
    if (ofOurs === undefined || ofTheirs === undefined) continue;
    const id = { ours: ofOurs.kind, theirs: ofTheirs.kind };
    marked.set(ofTheirs, { ...ofTheirs, conflicts: { ...ofTheirs.conflicts, id } });
  }
  return mapLists(list => lists[list].map(item => marked.get(item) ?? item));
}

type Mergeable = Pick<MergedEntry, 'kind' | 'id' | 'value' | 'origins'> & Pick<MergedItem, 'conflicts'>;

function entryOf(item: Mergeable): Omit<MergedEntry, 'paths'> {
  const { kind, id, origins, conflicts } = item;
  const value = withConflicts(item.value, conflicts);
  return {
    kind,
    id,
    value,
    origins: value === item.value ? origins : { ...origins, conflict: 'merged' },
  };
}

function conflictsOf({ kind, id, conflicts }: Pick<Mergeable, 'kind' | 'id' | 'conflicts'>): MergeConflict[] {
  return Object.entries(conflicts).map(([field, versions]) => ({ kind, id, field, versions }));
}

function reanchored(entry: MergedEntry, reanchor: NonNullable<MergeOptions['reanchor']>): MergedEntry {
  const fromTheirs = ['target', 'quote', 'before', 'after', 'pin'].some(
    field => entry.origins[field] === 'theirs',
  );
  const madeOn = fromTheirs || entry.paths.ours === undefined ? 'theirs' : 'ours';
  const value = reanchor(entry.value as unknown as Annotation, madeOn) as unknown as Fields;
  const changed = Object.keys(changedFields(entry.value, value));
  const origins = Object.fromEntries(changed.map((field): [string, Origin] => [field, 'merged']));
  return { ...entry, value, origins: { ...entry.origins, ...origins } };
}
