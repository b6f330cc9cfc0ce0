/** Entries compared field by field. */
import { given } from '../given.ts';
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
  return given({ old: before, new: after });
}

const SPEECH_FACETS = byField({
  speaker: ['speaker', 'alternatives'],
  time: ['start', 'end'],
  form: ['form'],
});
const ANNOTATION_FACETS = byField({
  body: [...BODIES, 'aspect', 'alternatives'],
  anchor: ['target', 'quote', 'before', 'after', 'pin', 'verdict', 'accepted'],
  evidence: ['sources'],
  withdrawal: ['withdrawn'],
  provenance: 'by when wording via characterised basis certainty note creator created supersedes'.split(' '),
});

function byField(facets: { readonly [K in Facet]?: readonly string[] }): ReadonlyMap<string, Facet> {
  return new Map(
    Object.entries(facets).flatMap(([facet, fields]) =>
      fields.map(field => [field, facet as Facet] as const),
    ),
  );
}

/** The side of an entry that a field belongs to. */
export function facetOf(what: EntryKind | 'transcript', field: string): Facet {
  if (what === 'annotation') return ANNOTATION_FACETS.get(field) ?? 'fields';
  const isSpeech = what === 'utterance' || what === 'statement';
  return (isSpeech ? SPEECH_FACETS.get(field) : undefined) ?? 'fields';
}
