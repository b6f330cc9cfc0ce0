/** Which annotations and claims a view of some speeches rests on: a long record need not be resolved as a whole. */
import { type Annotation, type Claim, type Id, isStance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';

export interface Part {
  readonly annotations: ReadonlySet<Annotation>;
  readonly claims: ReadonlySet<Claim>;
}

/** Annotations, with all that the stances among them depend on. */
export function partWith(project: Project, isWanted: (annotation: Annotation) => boolean): Part {
  return grown(project, isWanted, () => false);
}

/** What is on speeches with these ids, with all that it depends on; some more than that. */
export function partOn(project: Project, ids: ReadonlySet<Id>): Part {
  const isOn = ({ target = [] }: Annotation | Claim) =>
    target.some(written => ids.has(written) || !isOneId(written));
  return grown(project, isOn, isOn);
}

/** Ranges of utterances and entries of a named layer are always resolved: they are few. */
function isOneId(target: string): boolean {
  return !target.includes('..') && !target.includes('#');
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
  const add = (annotation: Annotation) => {
    annotations.add(annotation);
    if (isStance(annotation)) for (const target of annotation.target) reached.add(idIn(target));
  };
  const addClaim = (claim: Claim) => {
    claims.add(claim);
    reached.add(claim.id);
  };
  for (const { value } of documentsOf(project)) {
    for (const annotation of value.annotations) {
      if (isWanted(annotation)) add(annotation);
      else if (isStance(annotation)) stances.push(annotation);
    }
    for (const claim of value.claims) {
      if (isWantedClaim(claim)) addClaim(claim);
      else declared.push(claim);
    }
  }
  if (reached.size === 0) return { annotations, claims };
  const stancesOn = groupedBy(stances, ({ target }) => target.map(idIn));
  const claimsNamed = groupedBy(declared, ({ id }) => [id]);
  // What is added to a set while it is gone through comes up as well.
  for (const id of reached) {
    for (const stance of stancesOn.get(id) ?? []) add(stance);
    for (const claim of claimsNamed.get(id) ?? []) addClaim(claim);
  }
  return { annotations, claims };
}

/** The id in a target, without the layer that it is sought in. */
function idIn(target: string): string {
  return target.slice(target.lastIndexOf('#') + 1);
}

function groupedBy<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values)
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  return groups;
}
