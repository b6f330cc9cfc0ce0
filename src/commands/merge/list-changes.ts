/** Changes to a list or map of entries: additions, removals and moves. */

import { longestIncreasing } from '../../core/align/longest-increasing.ts';
import { append } from '../../core/maps.ts';
import { isMap } from '../../core/merge/file-items.ts';
import { LIST_NAMES, type ListName, type MergedEntries, type MergedEntry } from '../../core/merge/merged.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';

export interface ListChanges {
  readonly additions: readonly Change[];
  /** In the order of the file; paths are those of OURS. */
  readonly removals: readonly Change[];
  /** The same with paths as they are after the additions. */
  readonly removalsAfter: readonly Change[];
  /** An entry of OURS goes to another place: it is one of the additions and one of the removals. */
  readonly hasMoves: boolean;
}

/**
 * The changes that bring in the entries of THEIRS, take away those that the result does not have, and move what THEIRS
 * moved. In both documents each entry has its merged fields already.
 */
export function listChanges(merged: MergedEntries, ours: YamlDocument, theirs: YamlDocument): ListChanges {
  const changes = LIST_NAMES.map(list => {
    const entries = merged.entries[list];
    return isMap(list)
      ? mapChanges(list, entries, merged, { ours, theirs })
      : changesOfList(list, entries, ours.count([list]), { ours, theirs });
  });
  return {
    additions: changes.flatMap(({ additions }) => additions),
    removals: changes.flatMap(({ removals }) => removals),
    removalsAfter: changes.flatMap(({ removalsAfter }) => removalsAfter),
    hasMoves: changes.some(({ hasMoves }) => hasMoves),
  };
}

type Documents = Readonly<Record<'ours' | 'theirs', YamlDocument>>;

/** A map has no order, so new entries go to its end. */
function mapChanges(
  list: ListName,
  entries: readonly MergedEntry[],
  merged: MergedEntries,
  { ours, theirs }: Documents,
): ListChanges {
  const added = entries
    .filter(({ paths }) => paths.ours === undefined)
    .map(({ id, paths }) => ({ id: id!, path: paths.theirs!, value: theirs.node(paths.theirs!)!.value }));
  const fields = added.map(({ id, path, value }): Change => {
    return { kind: 'set', path: [list, id], value, written: { document: theirs, path } };
  });
  const map = Object.fromEntries(added.map(({ id, value }) => [id, value]));
  const isNew = added.length > 0 && ours.count([list]) === 0;
  const removals = merged.removed
    .filter(path => path[0] === list)
    .map((path): Change => ({ kind: 'remove', path, keepComments: theirs.text }));
  return {
    additions: isNew ? [{ kind: 'set', path: [list], value: map }] : fields,
    removals,
    removalsAfter: removals,
    hasMoves: false,
  };
}

function changesOfList(
  list: ListName,
  entries: readonly MergedEntry[],
  count: number,
  documents: Documents,
): ListChanges {
  const present = indexesIn(entries);
  const kept = new Uint8Array(count);
  for (const at of longestIncreasing(present)) kept[present[at]!] = 1;

  /** Entries that come in, by the entry of OURS that they stand in front of. */
  const incoming = new Map<number, MergedEntry[]>();
  let place = 0;
  for (const entry of entries) {
    const index = entry.paths.ours?.[1] as number | undefined;
    if (index !== undefined && kept[index] === 1) place = index + 1;
    else append(incoming, place, entry);
  }
  const gone = goneIndexes(present, kept, incoming);
  const removal = (index: number, moved: boolean): Change => ({
    kind: 'remove',
    path: [list, index],
    // What moved took its comments along; what THEIRS deleted takes those along that THEIRS deleted with it.
    keepComments: moved ? '' : documents.theirs.text,
  });
  return {
    additions: Array.from(incoming, ([index, added]): Change => {
      const written = added.map(({ paths }) =>
        paths.ours === undefined
          ? { document: documents.theirs, path: paths.theirs! }
          : { document: documents.ours, path: paths.ours },
      );
      const values = written.map(({ document, path }) => document.node(path)!.value);
      return { kind: 'insert', path: [list], index, values, written };
    }),
    removals: gone.map(({ index, moved }) => removal(index, moved)),
    removalsAfter: gone.map(({ indexAfter, moved }) => removal(indexAfter, moved)),
    hasMoves: gone.some(({ moved }) => moved),
  };
}

/** Where the entries of OURS that are in the result stand, in the order of the result, each one of a run on its own. */
function indexesIn(entries: readonly MergedEntry[]): number[] {
  const indexes: number[] = [];
  for (const { paths, run = 1 } of entries) {
    const last = paths.ours?.[1] as number | undefined;
    if (last !== undefined) for (let index = last - run + 1; index <= last; index++) indexes.push(index);
  }
  return indexes;
}

interface Gone {
  readonly index: number;
  /** Where it stands after the additions. */
  readonly indexAfter: number;
  /** The result has it at another place. */
  readonly moved: boolean;
}

/** The entries of OURS that do not stay where they are. */
function goneIndexes(
  present: readonly number[],
  kept: Uint8Array,
  incoming: ReadonlyMap<number, readonly unknown[]>,
): Gone[] {
  const gone: Gone[] = [];
  const stillThere = new Uint8Array(kept.length);
  for (const index of present) stillThere[index] = 1;
  let shift = 0;
  for (let index = 0; index < kept.length; index++) {
    shift += incoming.get(index)?.length ?? 0;
    if (kept[index] === 0) gone.push({ index, indexAfter: index + shift, moved: stillThere[index] === 1 });
  }
  return gone;
}
