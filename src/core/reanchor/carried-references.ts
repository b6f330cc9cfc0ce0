/** Ids in other fields of an annotation than its target, which follow the utterances that they name. */
import type { Placement } from '../anchor/placement.ts';
import type { Annotation, Id } from '../model/model.ts';
import { type Acceptance, isAccepted } from './acceptance.ts';
import type { Cause, ReferenceChange } from './outcome.ts';
import type { Versions } from './target-versions.ts';

interface Reference {
  readonly path: ReferenceChange['path'];
  readonly id: Id;
}

/** The ids in `same-as`, `sources` and `relative-to`. */
export function referencesOf(annotation: Annotation): Reference[] {
  const references: Reference[] = [];
  for (const [index, id] of (annotation['same-as'] ?? []).entries())
    references.push({ path: ['same-as', index], id });
  for (const [index, { source }] of (annotation.sources ?? []).entries())
    references.push({ path: ['sources', index, 'source'], id: source });
  const relativeTo = annotation.date?.['relative-to'];
  if (relativeTo !== undefined) references.push({ path: ['date', 'relative-to'], id: relativeTo });
  return references;
}

export interface Carrying {
  readonly versions: Versions;
  readonly accept: Acceptance;
  /** The layer as a whole was carried over before. */
  readonly wasCarried: boolean;
}

export interface CarriedReferences {
  readonly changes: readonly ReferenceChange[];
  /** Why some of them cannot be written; undefined where all name what they named. */
  readonly fault: Cause | undefined;
}

/** @param placements of the utterances of the old version that references name, by id. */
export function referenceCarrier(carrying: Carrying, placements: ReadonlyMap<Id, Placement>) {
  /** The references of an annotation that was not carried over before. */
  function carry(annotation: Annotation): CarriedReferences {
    const references = referencesOf(annotation);
    const changes: ReferenceChange[] = [];
    if (references.length === 0) return { changes, fault: undefined };
    const isOfOld =
      carrying.versions.isPinnedTo('old', annotation) && !carrying.versions.isPinnedTo('new', annotation);
    for (const { path, id } of references) {
      const found = counterpart(id, annotation.id, isOfOld);
      if (found.fault !== undefined) return { changes: [], fault: found.fault };
      if (found.id !== id) changes.push({ path, old: id, new: found.id });
    }
    return { changes, fault: undefined };
  }

  /**
   * Where the pin of its annotation does not tell of which version an id is, it is only replaced where nobody can take
   * the new id for an old one, as with the targets of claims.
   */
  function counterpart(
    id: Id,
    annotation: Id,
    isOfOld: boolean,
  ): { readonly id: Id; readonly fault?: never } | { readonly fault: Cause } {
    const stands = carrying.versions.inNew([id]) !== undefined;
    if (carrying.versions.inOld([id]) === undefined) return { id };
    if (stands && carrying.wasCarried && !isOfOld) return { id };
    const placement = placements.get(id);
    if (placement === undefined) return stands ? { id } : { fault: 'reference-gone' };
    const [target, ...others] = placement.anchor?.target ?? [];
    if (target === id && others.length === 0) return { id };
    const found = placement.alarms.length > 0 ? { ...placement, verdict: 'edited' as const } : placement;
    const isSure =
      target !== undefined &&
      others.length === 0 &&
      placement.passages.every(({ range }) => range === undefined) &&
      isAccepted(carrying.accept, annotation, found);
    if (!isSure) return { fault: 'reference-gone' };
    const isFresh = !stands && carrying.versions.inOld([target]) === undefined;
    return isOfOld || isFresh ? { id: target } : { fault: 'reference-reused' };
  }

  return carry;
}
