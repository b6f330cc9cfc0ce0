/** Changes to a list or map of entries: additions, removals and moves. */

import { isMap } from '../../core/merge/file-items.ts';
import { LIST_NAMES, type ListName, type MergedEntries, type MergedEntry } from '../../core/merge/merged.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { reorder } from '../../formats/yaml/edit/reorder.ts';
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
  const { incoming, gone } = reorder(entries, count, indexesOf);
  const removal = (index: number, moved: boolean): Change => ({
    kind: 'remove',
    path: [list, index],
    // Moved text takes its comments along; an entry that THEIRS deleted takes along only the comments that THEIRS deleted
    // with it.
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

/** Returns the index of an entry in OURS; for a run, of each entry. */
function indexesOf({ paths, run = 1 }: MergedEntry): readonly number[] {
  const last = paths.ours?.[1] as number | undefined;
  return last === undefined ? [] : Array.from({ length: run }, (_, at) => last - run + 1 + at);
}
