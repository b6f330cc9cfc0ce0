/** Which annotations and claims a view of some speeches rests on: a long record need not be resolved as a whole. */
import { append, groupBy } from '../maps.ts';
import { type Annotation, type Claim, type Id, isStance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';

export interface Part {
  readonly annotations: ReadonlySet<Annotation>;
  readonly claims: ReadonlySet<Claim>;
  /** Ids that are asked for, though others may be as well. */
  readonly ids: ReadonlySet<Id>;
}

/** Annotations, with all that the stances among them depend on. */
export function partWith(project: Project, isWanted: (annotation: Annotation) => boolean): Part {
  return grown(project, isWanted, () => false);
}

/** What is on speeches with these ids, with all that it depends on; some more than that. */
export function partOn(project: Project, ids: ReadonlySet<Id>): Part {
  const isOn = ({ target }: Annotation | Claim) => target !== undefined && isAnyOn(target, ids);
  return grown(project, isOn, isOn);
}

/** Ranges of utterances and entries of a named layer are always resolved: they are few. */
function isAnyOn(targets: readonly string[], ids: ReadonlySet<Id>): boolean {
  for (const target of targets)
    if (ids.has(target) || target.includes('..') || target.includes('#')) return true;
  return false;
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
  const annotations = new Set<Annotation>();
  const claims = new Set<Claim>();
  const stances: Annotation[] = [];
  const declared: Claim[] = [];
  const reached = new Set<string>();
  const ids = new Set<Id>();
  const add = (annotation: Annotation) => {
    annotations.add(annotation);
    for (const target of annotation.target) ids.add(target);
    if (isStance(annotation)) for (const target of annotation.target) reached.add(idIn(target));
  };
  const addClaim = (claim: Claim) => {
    claims.add(claim);
    for (const target of claim.target ?? []) ids.add(target);
    reached.add(claim.id);
  };
  for (const { value } of documentsOf(project)) {
    for (const annotation of value.annotations) {
      if (annotation.supersedes !== undefined) for (const id of annotation.supersedes) ids.add(id);
      if (isWanted(annotation)) add(annotation);
      else if (isStance(annotation)) stances.push(annotation);
    }
    for (const claim of value.claims) {
      if (isWantedClaim(claim)) addClaim(claim);
      else declared.push(claim);
    }
  }
  if (reached.size === 0) return { annotations, claims, ids };
  const stancesOn = new Map<Id, Annotation[]>();
  for (const stance of stances) for (const target of stance.target) append(stancesOn, idIn(target), stance);
  const claimsNamed = groupBy(declared, ({ id }) => id);
  // What is added to a set while it is gone through comes up as well.
  for (const id of reached) {
    for (const stance of stancesOn.get(id) ?? []) add(stance);
    for (const claim of claimsNamed.get(id) ?? []) addClaim(claim);
  }
  return { annotations, claims, ids };
}

/** The id in a target, without the layer that it is sought in. */
function idIn(target: string): string {
  return target.slice(target.lastIndexOf('#') + 1);
}
