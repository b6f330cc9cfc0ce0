/** Anchors that are not sure: how many wait for a person, and how many are not pinned. */
import { waitsItself } from '../model/anchor-state.ts';
import type { Annotation, Claim } from '../model/model.ts';
import type { Document } from '../model/project.ts';
import { annotationsOf, type ClaimView, isKnown, type View } from '../model/view.ts';

export interface Unsure {
  readonly waiting: number;
  readonly 'claims-waiting': number;
  /** Annotations and claims together. */
  readonly unpinned: number;
}

/** Annotations and claims of a view whose own anchor waits for a person, or that have no pin. */
export function unsureOf(view: View): Unsure {
  const { annotations, claims, unpinned } = unsureEntries(view);
  return { waiting: annotations.length, 'claims-waiting': claims.length, unpinned: unpinned.length };
}

/** The annotations and the claims that wait, and both kinds without a pin. */
export function unsureEntries(
  view: View,
): Readonly<Record<'annotations' | 'claims' | 'unpinned', readonly AnchoredEntry[]>> {
  const { annotations, claims } = anchoredEntries(view);
  const waits = ({ state }: AnchoredEntry) => waitsItself(state);
  return {
    annotations: annotations.filter(waits),
    claims: claims.filter(waits),
    unpinned: [...annotations, ...claims].filter(({ state }) => state.state === 'unpinned'),
  };
}

/** An annotation or claim with the state of its anchor. */
export interface AnchoredEntry {
  readonly value: Annotation | Claim;
  readonly state: ClaimView['state'] & object;
  readonly document: Document;
}

/** What exists at the date of the view, each once. */
function anchoredEntries(view: View): {
  annotations: readonly AnchoredEntry[];
  claims: readonly AnchoredEntry[];
} {
  const annotations = annotationsOf(view)
    .filter(isKnown)
    .map(({ state, entry }) => ({ value: entry.value, state, document: entry.document }));
  const claims = new Map(
    view.claims.flatMap(({ entry, state }) =>
      entry === undefined || state === undefined
        ? []
        : [[entry.value, { value: entry.value, state, document: entry.document }] as const],
    ),
  );
  return { annotations, claims: [...claims.values()] };
}
