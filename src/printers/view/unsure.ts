/** Anchors that are not sure: how many wait for a person and how many are not pinned, and the commands that settle them. */
import { waitsItself } from '../../core/model/anchor-state.ts';
import type { Document } from '../../core/model/project.ts';
import type { ClaimView, View } from '../../core/model/view.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { annotationsOf, isKnown, listOf } from './names.ts';

export interface Unsure {
  readonly waiting: number;
  readonly 'claims-waiting': number;
  /** Annotations and claims together. */
  readonly unpinned: number;
}

/** Annotations and claims of a view whose own anchor waits for a person, or that have no pin. */
export function unsureOf(view: View): Unsure {
  const { annotations, claims } = entriesOf(view);
  const all = [...annotations, ...claims];
  return {
    waiting: annotations.filter(({ state }) => waitsItself(state)).length,
    'claims-waiting': claims.filter(({ state }) => waitsItself(state)).length,
    unpinned: all.filter(({ state }) => state.state === 'unpinned').length,
  };
}

/**
 * The lines that head a view: "4 annotations wait for a person: onrecord reanchor ...", "30 are not pinned: ...".
 *
 * @param namesFiles whether the second command names the files, as people at a terminal need it.
 */
export function unsureLines(view: View, namesFiles = false): string[] {
  const { annotations, claims } = entriesOf(view);
  const { waiting, 'claims-waiting': claimsWaiting, unpinned } = unsureOf(view);
  const lines: string[] = [];
  if (waiting + claimsWaiting > 0) {
    const what = [counted(waiting, 'annotation'), counted(claimsWaiting, 'claim')].filter(
      text => text !== '',
    );
    const verb = waiting + claimsWaiting === 1 ? 'waits' : 'wait';
    const transcript = shellWord(view.project.transcript.file);
    lines.push(`${listOf(what)} ${verb} for a person: onrecord reanchor OLD ${transcript}`);
  }
  if (unpinned > 0) {
    const unpinnedOnes = [...annotations, ...claims].filter(({ state }) => state.state === 'unpinned');
    const files = namesFiles ? new Set(unpinnedOnes.map(({ document }) => shellWord(document.file))) : [];
    const command = ['onrecord check --fix', ...files].join(' ');
    lines.push(`${unpinned} ${unpinned === 1 ? 'is' : 'are'} not pinned: ${command}`);
  }
  return lines;
}

interface Sure {
  readonly state: ClaimView['state'] & object;
  readonly document: Document;
}

/** What exists at the date of the view, each once. */
function entriesOf(view: View): { annotations: readonly Sure[]; claims: readonly Sure[] } {
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

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
