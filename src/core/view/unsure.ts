/** Anchors that are not sure: how many wait for a person, and how many are not pinned. */
import { waitsItself } from '../model/anchor-state.ts';
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
  const { annotations, claims } = anchoredEntries(view);
  const all = [...annotations, ...claims];
  return {
    waiting: annotations.filter(({ state }) => waitsItself(state)).length,
    'claims-waiting': claims.filter(({ state }) => waitsItself(state)).length,
    unpinned: all.filter(({ state }) => state.state === 'unpinned').length,
  };
}

interface Anchored {
  readonly state: ClaimView['state'] & object;
  readonly document: Document;
}

/** What exists at the date of the view, each once. */
export function anchoredEntries(view: View): {
  annotations: readonly Anchored[];
  claims: readonly Anchored[];
} {
  const annotations = annotationsOf(view)
    .filter(isKnown)
    .map(({ state, entry }) => ({ state, document: entry.document }));
  const claims = new Map(
    view.claims.flatMap(({ entry, state }) =>
      entry === undefined || state === undefined
        ? []
        : [[entry.value, { state, document: entry.document }] as const],
    ),
  );
  return { annotations, claims: [...claims.values()] };
}
