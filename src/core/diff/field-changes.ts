/** Entries compared field by field. */
import type { EntryKind } from '../model/model.ts';
import { BODIES } from '../model/vocabulary.ts';
import type { Facet, FieldChange, FieldChanges, Fields } from './changes.ts';

/** Whether two field values mean the same: the order of keys in a record does not matter, that of a list does. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameValue(item, b[index]));
  }
  return sameFields(a as Fields, b as Fields);
}

/** Whether two entries have the same fields with the same values; a field that is undefined is absent. */
export function sameFields(a: Fields, b: Fields): boolean {
  if (a === b) return true;
  for (const name in a) if (a[name] !== b[name] && !sameValue(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
}

/** Text that is equal for values that are the same, to find them by. */
export function valueKey(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return { list: value.map(ordered) };
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
}

/** Names of the fields that either entry has, in the order of the first, then of the second. */
export function fieldNames(a: Fields, b: Fields): string[] {
  const names = Object.keys(a);
  for (const name in b) if (!Object.hasOwn(a, name)) names.push(name);
  return names;
}

/** The fields that differ, with both values. */
export function changedFields(oldFields: Fields, newFields: Fields): FieldChanges {
  const changes: Record<string, FieldChange> = {};
  for (const name of fieldNames(oldFields, newFields)) {
    const before = oldFields[name];
    const after = newFields[name];
    if (sameValue(before, after)) continue;
    changes[name] = fieldChange(before, after);
  }
  return changes;
}

/** Both values of a field; a side on which it is undefined has no key. */
export function fieldChange(before: unknown, after: unknown): FieldChange {
  if (before === undefined) return after === undefined ? {} : { new: after };
  return after === undefined ? { old: before } : { old: before, new: after };
}

const SPEECH_FACETS: Readonly<Record<string, Facet>> = {
  speaker: 'speaker',
  alternatives: 'speaker',
  start: 'time',
  end: 'time',
  form: 'form',
};

const ANNOTATION_FACETS: Readonly<Record<string, Facet>> = {
  ...Object.fromEntries(BODIES.map(body => [body, 'body' as const])),
  aspect: 'body',
  alternatives: 'body',
  target: 'anchor',
  quote: 'anchor',
  before: 'anchor',
  after: 'anchor',
  pin: 'anchor',
  verdict: 'anchor',
  sources: 'evidence',
  withdrawn: 'withdrawal',
  by: 'provenance',
  when: 'provenance',
  wording: 'provenance',
  via: 'provenance',
  characterised: 'provenance',
  basis: 'provenance',
  certainty: 'provenance',
  note: 'provenance',
  creator: 'provenance',
  created: 'provenance',
  supersedes: 'provenance',
};

/** The side of an entry that a field belongs to. */
export function facetOf(what: EntryKind | 'transcript', field: string): Facet {
  const facets =
    what === 'annotation'
      ? ANNOTATION_FACETS
      : what === 'utterance' || what === 'statement'
        ? SPEECH_FACETS
        : {};
  return Object.hasOwn(facets, field) ? facets[field]! : 'fields';
}
