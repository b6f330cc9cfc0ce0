/** Which annotations and claims a view of some speeches rests on: a long record need not be resolved as a whole. */
import { append, groupBy } from '../maps.ts';
import { type Annotation, type Claim, type Id, isStance, type Speech } from '../model/model.ts';
import { type Document, documentsOf, type Project } from '../model/project.ts';

export interface Part {
  /** Indexes of annotations in those of their document, in their order. */
  readonly annotations: ReadonlyMap<Document, readonly number[]>;
  readonly claims: ReadonlySet<Claim>;
  /** All annotations of the project that supersede others. */
  readonly superseding: readonly Annotation[];
  /** Ids that are asked for, though others may be as well. */
  readonly ids: ReadonlySet<Id>;
}

/** Annotations, with all that the stances among them depend on. */
export function partWith(project: Project, isWanted: (annotation: Annotation) => boolean): Part {
  return grown(project, isWanted, () => false);
}

/**
 * What is on some speeches, with all that it depends on; some more than that.
 *
 * @param isWanted which annotations are, beside stances that others depend on
 */
export function partOn(
  project: Project,
  speeches: Iterable<Speech>,
  isWanted: (annotation: Annotation) => boolean = () => true,
): Part {
  const ids = new Set<Id>();
  for (const { id } of speeches) if (id !== undefined) ids.add(id);
  const isOn = ({ target }: Annotation | Claim) => target !== undefined && isAnyOn(target, ids);
  return grown(project, annotation => isWanted(annotation) && isOn(annotation), isOn);
}

/** Ranges of utterances and entries of a named layer are always resolved: they are few. */
function isAnyOn(targets: readonly string[], ids: ReadonlySet<Id>): boolean {
  for (const target of targets)
    if (ids.has(target) || target.includes('..') || target.includes('#')) return true;
  return false;
}

interface PlacedStance {
  readonly annotation: Annotation;
  readonly document: Document;
  readonly index: number;
}

/**
 * A standing rests on every stance on its claim, and whether a stance is dead on every claim that it bears on: stances that
 * share a target, or a claim, come together.
 */
function grown(
  project: Project,
  isWanted: (annotation: Annotation) => boolean,
  isWantedClaim: (claim: Claim) => boolean,
): Part {
  const annotations = new Map<Document, number[]>();
  const claims = new Set<Claim>();
  const superseding: Annotation[] = [];
  const stances: PlacedStance[] = [];
  const declared: Claim[] = [];
  const reached = new Set<string>();
  const ids = new Set<Id>();
  const add = (annotation: Annotation, document: Document, index: number) => {
    append(annotations, document, index);
    for (const target of annotation.target) ids.add(target);
    if (isStance(annotation)) for (const target of annotation.target) reached.add(idIn(target));
  };
  const addClaim = (claim: Claim) => {
    claims.add(claim);
    for (const target of claim.target ?? []) ids.add(target);
    reached.add(claim.id);
  };
  for (const document of documentsOf(project)) {
    const { value } = document;
    for (let index = 0; index < value.annotations.length; index++) {
      const annotation = value.annotations[index]!;
      if (annotation.supersedes !== undefined) superseding.push(annotation);
      if (isWanted(annotation)) add(annotation, document, index);
      else if (isStance(annotation)) stances.push({ annotation, document, index });
    }
    for (const claim of value.claims) {
      if (isWantedClaim(claim)) addClaim(claim);
      else declared.push(claim);
    }
  }
  for (const annotation of superseding) for (const id of annotation.supersedes!) ids.add(id);
  if (reached.size === 0) return { annotations, claims, superseding, ids };
  const stancesOn = new Map<Id, PlacedStance[]>();
  for (const stance of stances)
    for (const target of stance.annotation.target) append(stancesOn, idIn(target), stance);
  const claimsNamed = groupBy(declared, ({ id }) => id);
  const added = new Set<PlacedStance>();
  // What is added to a set while it is gone through comes up as well.
  for (const id of reached) {
    for (const stance of stancesOn.get(id) ?? []) {
      if (added.has(stance)) continue;
      added.add(stance);
      add(stance.annotation, stance.document, stance.index);
    }
    for (const claim of claimsNamed.get(id) ?? []) addClaim(claim);
  }
  for (const indexes of annotations.values()) indexes.sort((a, b) => a - b);
  return { annotations, claims, superseding, ids };
}

/** The id in a target, without the layer that it is sought in. */
function idIn(target: string): string {
  return target.slice(target.lastIndexOf('#') + 1);
}
