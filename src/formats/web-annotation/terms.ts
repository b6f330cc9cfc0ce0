/** The vocabulary of exported annotations: W3C Web Annotation, and a namespace of our own for what it has no word for. */
import { type Annotation, bodyName } from '../../core/model/model.ts';
import { BODIES, type BodyName, isStanceTag, PIN_PATTERN, tagGroup } from '../../core/model/vocabulary.ts';
import type { FieldName } from '../losses/field-names.ts';

export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const NAMESPACE = 'urn:x-onrecord:terms#';
export const PREFIX = 'onrecord:';

/** Fields of an annotation that travel under their own name; those with structure as JSON literals (JSON-LD 1.1). */
export const OWN_FIELDS = [
  'aspect',
  'by',
  'when',
  'wording',
  'via',
  'characterised',
  'sources',
  'basis',
  'certainty',
  'alternatives',
  'withdrawn',
  'supersedes',
  'verdict',
  'accepted',
  'conflict',
] as const satisfies readonly (keyof Annotation)[];

/** Every field of an annotation that is written. */
export const ANNOTATION_FIELDS: readonly FieldName[] = [
  ...(['id', 'target', 'quote', 'before', 'after', 'pin', 'note', 'creator', 'created', 'x-*'] as const),
  ...BODIES,
  ...OWN_FIELDS,
].map(field => `annotation.${field}` as const);

/** The JSON-LD context for onrecord's own terms. */
export const CONTEXT = [
  ANNO_CONTEXT,
  {
    onrecord: NAMESPACE,
    ...Object.fromEntries(
      [...OWN_FIELDS, 'extensions', 'waits'].map(field => [
        PREFIX + field,
        { '@id': `${NAMESPACE}${field}`, '@type': '@json' },
      ]),
    ),
  },
] as const;

/** The thirteen motivations of the recommendation that we use, by body. */
const MOTIVATIONS: Readonly<Record<Exclude<BodyName, 'tag'>, string>> = {
  speaker: 'identifying',
  to: 'identifying',
  form: 'describing',
  date: 'describing',
  context: 'describing',
  correction: 'editing',
  translation: 'describing',
  'refers-to': 'identifying',
  voice: 'identifying',
  'same-as': 'linking',
  comment: 'commenting',
};

/** A stance assesses; a request asks; every other tag is a tag. */
export function motivationOf(annotation: Annotation): string {
  const body = bodyName(annotation) ?? 'comment';
  if (body !== 'tag') return MOTIVATIONS[body];
  if (isStanceTag(annotation.tag)) return 'assessing';
  return tagGroup(annotation.tag!) === 'request' ? 'questioning' : 'tagging';
}

const BASE = 'urn:x-onrecord:';

/** The IRI of a file of ours, or of something in it. */
export function iriOf(file: string, id?: string): string {
  const name = encodeURIComponent(file.replace(/^.*\//, ''));
  return BASE + name + (id === undefined ? '' : `#${encodeURIComponent(id)}`);
}

/** The name in an onrecord IRI: an id, or `transcript` for the file itself; undefined for other IRIs. */
export function idOfIri(iri: string): string | undefined {
  if (!iri.startsWith(BASE)) return undefined;
  const fragment = /#(.*)$/.exec(iri)?.[1];
  try {
    return fragment === undefined ? 'transcript' : decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

const PIN = new RegExp(PIN_PATTERN);

export function pinIri(pin: string): string {
  return BASE + pin;
}

export function pinOfIri(iri: string): string | undefined {
  const pin = iri.startsWith(BASE) ? iri.slice(BASE.length) : '';
  return PIN.test(pin) ? pin : undefined;
}
