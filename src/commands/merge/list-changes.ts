/** Changes to a list or map of entries: additions, removals and moves. */
import { longestIncreasing } from '../../core/align/longest-increasing.ts';
import { LIST_NAMES, type ListName, type Merged, type MergedEntry } from '../../core/merge/merged.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';

export interface ListChanges {
  readonly additions: readonly Change[];
  /** In the order of the file; paths are those after the additions. */
  readonly removals: readonly Change[];
}

/**
 * The changes that bring in the entries of THEIRS, take away those that the result does not have, and move what THEIRS
 * moved. In both documents each entry has its merged fields already.
 */
export function listChanges(
  merged: Merged<Transcript | Layer>,
  ours: YamlDocument,
  theirs: YamlDocument,
): ListChanges {
  const changes = LIST_NAMES.map(list => {
    const entries = merged.entries[list];
    const isMap = list === 'parties' || list === 'sources';
    return isMap
      ? mapChanges(list, entries, merged, { ours, theirs })
      : changesOfList(list, entries, ours.children([list]).length, { ours, theirs });
  });
  return {
    additions: changes.flatMap(({ additions }) => additions),
    removals: changes.flatMap(({ removals }) => removals),
  };
}

type Documents = Readonly<Record<'ours' | 'theirs', YamlDocument>>;

/** A map has no order, so new entries go to its end. */
function mapChanges(
  list: ListName,
  entries: readonly MergedEntry[],
  merged: Merged<Transcript | Layer>,
  { ours, theirs }: Documents,
): ListChanges {
  const added = entries
    .filter(({ paths }) => paths.ours === undefined)
    .map(({ id, paths }) => ({ id: id!, path: paths.theirs!, value: theirs.node(paths.theirs!)!.value }));
  const fields = added.map(({ id, path, value }): Change => {
    return { kind: 'set', path: [list, id], value, written: { document: theirs, path } };
  });
  const map = Object.fromEntries(added.map(({ id, value }) => [id, value]));
  const isNew = added.length > 0 && ours.children([list]).length === 0;
  return {
    additions: isNew ? [{ kind: 'set', path: [list], value: map }] : fields,
    removals: merged.removed
      .filter(path => path[0] === list)
      .map((path): Change => ({ kind: 'remove', path, keepComments: theirs.text })),
  };
}

function changesOfList(
  list: ListName,
  entries: readonly MergedEntry[],
  count: number,
  documents: Documents,
): ListChanges {
  const own = entries.map(({ paths }) => paths.ours?.[1] as number | undefined);
  const present = own.filter(index => index !== undefined);
  const kept = new Set(Array.from(longestIncreasing(present), at => present[at]!));

  /** Entries that come in, by the entry of OURS that they stand in front of. */
  const incoming = new Map<number, MergedEntry[]>();
  let place = 0;
  for (const [at, entry] of entries.entries()) {
    const index = own[at];
    if (index !== undefined && kept.has(index)) place = index + 1;
    else incoming.set(place, [...(incoming.get(place) ?? []), entry]);
  }
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
    removals: goneIndexes(count, own, kept, incoming).map(
      ({ index, moved }): Change => ({
        kind: 'remove',
        path: [list, index],
        // What moved took its comments along; what THEIRS deleted takes those along that THEIRS deleted with it.
        keepComments: moved ? '' : documents.theirs.text,
      }),
    ),
  };
}

/** Where those of the `count` old entries that are not kept stand after the additions. */
function goneIndexes(
  count: number,
  own: readonly (number | undefined)[],
  kept: ReadonlySet<number>,
  incoming: ReadonlyMap<number, readonly unknown[]>,
): { readonly index: number; readonly moved: boolean }[] {
  const gone: { readonly index: number; readonly moved: boolean }[] = [];
  const stillThere = new Set(own);
  let shift = 0;
  for (let index = 0; index < count; index++) {
    shift += incoming.get(index)?.length ?? 0;
    if (!kept.has(index)) gone.push({ index: index + shift, moved: stillThere.has(index) });
  }
  return gone;
}
