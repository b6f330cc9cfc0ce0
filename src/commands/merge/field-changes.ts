/** Changes to the fields of an entry that one version already has. */

import type { MergedEntry } from '../../core/merge/merged.ts';
import { isSet } from '../../core/merge/units.ts';
import type { Path } from '../../core/model/finding.ts';
import { sameValue } from '../../core/model/same-value.ts';
import { capitalised } from '../../core/text/capitalised.ts';
import { fieldInFile, type Kind } from '../../formats/onrecord/write.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import type { Fields } from '../fields.ts';
import type { VersionText } from './version.ts';

export interface FieldChanges {
  readonly set: readonly Change[];
  readonly removed: readonly Change[];
}

/** The changes that give the entry of `side` the merged fields; what it has already is not touched. */
export function fieldChanges(
  entry: MergedEntry,
  side: 'ours' | 'theirs',
  documents: Readonly<Record<'ours' | 'theirs', YamlDocument>>,
  fileKind: VersionText['kind'],
): FieldChanges {
  const path = entry.paths[side]!;
  const [own, theirs] = [side, 'theirs' as const].map(name => fieldsAt(documents[name], entry.paths[name]));
  const set: Change[] = [];
  const removed: Change[] = [];
  for (const [field, origin] of Object.entries(entry.origins)) {
    const isNew = origin === 'merged' || (side === 'ours' && origin === 'theirs');
    if (!isNew) continue;
    const at = [...path, field];
    const merged = entry.value[field];
    if (merged === undefined) {
      if (own !== undefined && Object.hasOwn(own, field)) removed.push({ kind: 'remove', path: at });
      continue;
    }
    const asWritten = origin === 'theirs' ? theirs?.[field] : undefined;
    const value = asWritten ?? fieldOf(kindOf(entry, fileKind), field, merged, own?.[field]);
    const isJoined = origin === 'merged' && isSet(entry.kind, field);
    set.push(isJoined ? additionTo(own?.[field], at, value) : { kind: 'set', path: at, value });
  }
  // An existing field is replaced before another is inserted after it.
  const document = documents[side];
  set.sort((a, b) => Number(document.has(b.path)) - Number(document.has(a.path)));
  return { set, removed };
}

function fieldsAt(document: YamlDocument, path: Path | undefined): Fields | undefined {
  return path && (document.node(path)?.value as Fields | undefined);
}

function kindOf({ kind }: MergedEntry, fileKind: VersionText['kind']): Kind {
  return capitalised(kind ?? fileKind) as Kind;
}

function fieldOf(kind: Kind, field: string, merged: unknown, own: unknown): unknown {
  return field === 'conflict'
    ? conflictInFile(kind, merged as Fields, own)
    : fieldInFile(kind, field, merged);
}

/** Versions of a field are written as the field is; what was in conflict before is written so already. */
function conflictInFile(kind: Kind, conflict: Fields, earlier: unknown): Fields {
  return Object.fromEntries(
    Object.entries(conflict).map(([field, versions]) => {
      const isEarlier = sameValue((earlier as Fields | undefined)?.[field], versions);
      return [field, isEarlier ? versions : versionsInFile(kind, field, versions as Fields)];
    }),
  );
}

/** The versions of a conflict in the form that a file has. */
function versionsInFile(kind: Kind, field: string, versions: Fields): Fields {
  return Object.fromEntries(
    Object.entries(versions).map(([side, value]) => [side, fieldInFile(kind, field, value)]),
  );
}

/** A list that was joined begins with what it had: those lines stay, and the others follow. */
function additionTo(own: unknown, path: Path, value: unknown): Change {
  if (!Array.isArray(own) || !Array.isArray(value)) return { kind: 'set', path, value };
  return { kind: 'insert', path, values: value.slice(own.length) };
}
