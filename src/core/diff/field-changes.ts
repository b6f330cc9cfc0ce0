/** Entries compared field by field. */
import type { EntryKind } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import { BODIES } from '../model/vocabulary.ts';
import type { Facet, FieldChange, FieldChanges, Fields } from './changes.ts';

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
  accepted: 'anchor',
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
