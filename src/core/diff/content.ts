/** The content of a view's files, whichever file holds it: the part of a view that is not derived. */
import type { Id, Transcript } from '../model/model.ts';
import { annotationsOf, type PlacedAnnotation, type View } from '../model/view.ts';
import type { Fields } from './changes.ts';

/** Header and entries. Utterances have an order; the other entries are known by their ids. */
export interface Content {
  readonly transcript: Fields;
  readonly utterances: readonly Fields[];
  readonly party: ReadonlyMap<Id, Fields>;
  readonly source: ReadonlyMap<Id, Fields>;
  readonly statement: ReadonlyMap<Id, Fields>;
  readonly claim: ReadonlyMap<Id, Fields>;
  readonly annotation: ReadonlyMap<Id, Fields>;
}

/** The kinds of entry that are known by their ids alone, in the order of reports. */
export const KEYED_KINDS = ['party', 'source', 'statement', 'claim', 'annotation'] as const;

/**
 * The content of a view. An annotation's `creator` is the one that counts: its own, or else that of its file. Where an
 * id is declared twice the first declaration counts.
 */
export function contentOf(view: View): Content {
  return {
    transcript: headerOf(view.project.transcript.value),
    utterances: view.utterances.map(({ speech }) => speech as Fields),
    party: view.parties as ReadonlyMap<Id, Fields>,
    source: view.sources as ReadonlyMap<Id, Fields>,
    statement: byId(view.statements.map(({ id, speech }) => [id, speech as Fields])),
    claim: byId(view.claims.flatMap(({ entry }) => (entry ? [[entry.id, entry.value as Fields]] : []))),
    annotation: byId(annotationsOf(view).map(placed => [placed.annotation.id, annotationFields(placed)])),
  };
}

function annotationFields({ annotation, reading }: PlacedAnnotation): Fields {
  const fields = annotation as Fields;
  return reading.creator === undefined ? fields : { ...fields, creator: reading.creator };
}

function headerOf(transcript: Transcript): Fields {
  const { kind, parties, sources, statements, claims, annotations, utterances, extensions, ...header } =
    transcript;
  return { ...header, ...Object.fromEntries(extensions) };
}

function byId(entries: readonly (readonly [Id | undefined, Fields])[]): Map<Id, Fields> {
  const found = new Map<Id, Fields>();
  for (const [id, fields] of entries) if (id !== undefined && !found.has(id)) found.set(id, fields);
  return found;
}
