/**
 * Which stances bear on which claim. A stance on a claim bears on that claim; one set directly on passages stands for
 * an implicit claim: that exact set of ranges, that aspect. Overlapping passages are different claims.
 */

import { getOrMake } from '../maps.ts';
import type { AnchorState } from '../model/anchor-state.ts';
import { type Claim, isStance } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import type { Anchor, PlacedAnnotation, Reading } from '../model/view.ts';
import { ASPECTS, type Aspect } from '../model/vocabulary.ts';

export interface ClaimDraft {
  /** Undefined for an implicit claim. */
  readonly entry: Entry<Claim> | undefined;
  readonly aspect: Aspect | undefined;
  readonly anchors: readonly Anchor[];
  /** Undefined for an implicit claim: its stances are what attaches to the passage. */
  readonly state: AnchorState | undefined;
  /** Who declares it. */
  readonly reading: Reading | undefined;
  readonly stances: PlacedAnnotation[];
}

export interface DeclaredClaim {
  readonly entry: Entry<Claim>;
  readonly anchors: readonly Anchor[];
  readonly state: AnchorState;
  readonly reading: Reading;
}

/** Declared claims in their order, then implicit ones in the order of the stances that imply them. */
export function draftClaims(
  declared: readonly DeclaredClaim[],
  annotations: readonly PlacedAnnotation[],
): ClaimDraft[] {
  const onClaims = new Map<Claim, PlacedAnnotation[]>(declared.map(({ entry }) => [entry.value, []]));
  const implicit = new Map<string, ClaimDraft>();
  for (const placed of annotations) {
    if (!isStance(placed.annotation)) continue;
    const rest: Anchor[] = [];
    const claims = new Set<Claim>();
    for (const anchor of placed.anchors) {
      const claim = claimOf(anchor);
      if (claim !== undefined && onClaims.has(claim)) claims.add(claim);
      else rest.push(anchor);
    }
    for (const claim of claims) onClaims.get(claim)!.push(placed);
    if (rest.length > 0) addImplicit(implicit, rest, placed);
  }
  return [
    ...declared.flatMap(claim => byAspect(claim, onClaims.get(claim.entry.value)!)),
    ...implicit.values(),
  ];
}

function claimOf({ entry }: Anchor): Claim | undefined {
  return entry !== undefined && entry !== 'transcript' && entry.kind === 'claim'
    ? (entry.value as Claim)
    : undefined;
}

/** A claim that names no aspect takes those of its stances: affirming one never answers a contest of another. */
function byAspect(claim: DeclaredClaim, stances: PlacedAnnotation[]): ClaimDraft[] {
  const { aspect: own } = claim.entry.value;
  if (own !== undefined) return [{ ...claim, aspect: own, stances }];
  const drafts = [undefined, ...ASPECTS]
    .map(aspect => {
      const ofAspect = stances.filter(({ annotation }) => annotation.aspect === aspect);
      return { ...claim, aspect, stances: ofAspect };
    })
    .filter(draft => draft.stances.length > 0);
  return drafts.length > 0 ? drafts : [{ ...claim, aspect: undefined, stances: [] }];
}

function addImplicit(
  drafts: Map<string, ClaimDraft>,
  anchors: readonly Anchor[],
  placed: PlacedAnnotation,
): void {
  const { aspect } = placed.annotation;
  const places = [...new Set(anchors.map(anchor => placeOf(anchor, placed)))].sort();
  const key = JSON.stringify([aspect ?? null, places]);
  const made = { entry: undefined, aspect, anchors, state: undefined, reading: undefined, stances: [] };
  getOrMake(drafts, key, () => made).stances.push(placed);
}

/** A passage by what it is; a quote that has no single place by its words, so that it shares nothing with its whole utterance. */
function placeOf({ target, entry, range, verdict }: Anchor, { annotation }: PlacedAnnotation): string {
  const name = nameOf(entry) ?? `nothing ${target}`;
  if (range !== undefined) return `${name} ${range.start}-${range.end}`;
  const { quote, before, after } = annotation;
  return verdict === 'exact' ? name : JSON.stringify([name, quote, before, after]);
}

function nameOf(entry: Anchor['entry']): string | undefined {
  if (entry === undefined || entry === 'transcript') return entry;
  return `${entry.kind} ${entry.document.file} ${entry.path.join('.')}`;
}
