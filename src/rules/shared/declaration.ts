/** Where entries are declared. */
import type { Place } from '../../core/model/finding.ts';
import type { EntryKind } from '../../core/model/model.ts';
import { type Entry, placeOf } from '../../core/model/project.ts';

/** Kinds whose entries stand in a mapping by id; the others carry their id in a field. */
const KEYED_KINDS: ReadonlySet<EntryKind> = new Set(['party', 'source']);

/** The key of an entry, or the field that stands for it where it has none. */
export function declarationOf(entry: Entry, field = 'id'): Place {
  return KEYED_KINDS.has(entry.kind) ? { ...placeOf(entry), part: 'key' } : placeOf(entry, field);
}
