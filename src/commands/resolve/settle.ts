/** Conflicts in a file, and the changes that settle them. */

import { pushAll } from '../../core/long-lists.ts';
import { LIST_NAMES, LISTS, type MergeConflict, type Side } from '../../core/merge/merged.ts';
import type { Path } from '../../core/model/finding.ts';
import { sameValue } from '../../core/model/same-value.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { isMapping, type YamlDocument } from '../../formats/yaml/read/document.ts';
import { UsageError } from '../../io/errors.ts';
import type { Fields } from '../fields.ts';

export interface FoundConflict extends MergeConflict {
  /** Path of the entry; empty for the header of the file. */
  readonly path: Path;
}

/** The conflicts of a file in its order; versions are in the form that the file has. */
export function conflictsIn(document: YamlDocument): FoundConflict[] {
  const found = conflictsOf(document.value, undefined, undefined, []);
  for (const list of LIST_NAMES) {
    for (const { step, value } of document.children([list])) {
      const id = typeof step === 'string' ? step : (value as Fields)['id'];
      pushAll(found, conflictsOf(value, LISTS[list], id as string | undefined, [list, step!]));
    }
  }
  return found;
}

function conflictsOf(
  entry: unknown,
  kind: FoundConflict['kind'],
  id: string | undefined,
  path: Path,
): FoundConflict[] {
  const conflict = isMapping(entry) ? entry['conflict'] : undefined;
  return Object.entries(isMapping(conflict) ? conflict : {}).map(([field, versions]) => ({
    kind,
    id,
    field,
    versions: versions as MergeConflict['versions'],
    path,
  }));
}

/**
 * Returns the changes that settle the conflicts of one entry with the version of one side: values first, then removals, in
 * the order of the file.
 *
 * @throws UsageError if a side cannot be taken as it is.
 */
export function settle(conflicts: readonly FoundConflict[], side: Side, document: YamlDocument): Change[] {
  const { path } = conflicts[0]!;
  if (conflicts.some(conflict => conflict.field === 'entry' && isDeletedBy(side, conflict)))
    return [{ kind: 'remove', path }];
  const changes = conflicts.flatMap(conflict => settleField(conflict, side, document));
  const at = [...path, 'conflict'];
  const rest = unsettled(document.node(at)!.value as Fields, conflicts, side);
  const isDone = Object.keys(rest).length === 0;
  return [...changes, isDone ? { kind: 'remove', path: at } : { kind: 'set', path: at, value: rest }];
}

function isDeletedBy(side: Side, conflict: FoundConflict): boolean {
  if (side === 'base') {
    throw new UsageError(
      `there is no base to take for ${nameOf(conflict)}: one side deleted it`,
      'take ours or theirs',
    );
  }
  return conflict.versions[side] === 'deleted';
}

function settleField(conflict: FoundConflict, side: Side, document: YamlDocument): Change[] {
  const { field, versions, path } = conflict;
  if (field === 'id') refuseSharedId(conflict, document);
  if (field === 'position' && side !== 'ours') {
    throw new UsageError(
      `${nameOf(conflict)} stands where OURS has it (${String(versions.ours)}; theirs: ${String(versions.theirs)})`,
      'move it by hand if it should stand elsewhere, then take ours',
    );
  }
  if (NO_FIELDS.includes(field)) return [];
  const at = [...path, field];
  if (!Object.hasOwn(versions, side)) return document.has(at) ? [{ kind: 'remove', path: at }] : [];
  const isThere = document.has(at) && sameValue(document.node(at)!.value, versions[side]);
  return isThere ? [] : [{ kind: 'set', path: at, value: versions[side] }];
}

/** Conflicts about the entry as a whole, and the record of a conflict that was there before. */
const NO_FIELDS = ['entry', 'id', 'position', 'conflict'];

/** Returns the remaining conflicts. A record over which two merges collided comes back as in the side taken. */
function unsettled(conflict: Fields, settled: readonly FoundConflict[], side: Side): Fields {
  const done = new Set(settled.map(({ field }) => field));
  const rest = Object.entries(conflict).filter(([field]) => !done.has(field));
  const earlier = done.has('conflict') ? (conflict['conflict'] as Fields)[side] : undefined;
  return { ...(earlier as Fields | undefined), ...Object.fromEntries(rest) };
}

function refuseSharedId(conflict: FoundConflict, document: YamlDocument): void {
  const holders = LIST_NAMES.flatMap(list =>
    document
      .children([list])
      .filter(({ step, value }) => (step === conflict.id ? true : (value as Fields)['id'] === conflict.id)),
  );
  if (holders.length < 2) return;
  throw new UsageError(
    `two entries have the id ${conflict.id}: a ${String(conflict.versions.ours)} and a ${String(conflict.versions.theirs)}`,
    'give one of them another id, here and where it is referred to; then take either side',
  );
}

function nameOf({ kind, id }: Pick<MergeConflict, 'kind' | 'id'>): string {
  return kind === undefined ? 'the header' : `${kind} ${id ?? 'without id'}`;
}
