/** The class by which the filter finds the notes of a set of kinds: what holds several kinds goes when all of them are off. */
import type { PlacedAnnotation } from '../../../core/model/view.ts';
import { NOTE_KINDS, type NoteKind, noteKind } from './groups.ts';
import type { Page } from './page.ts';

/** `kinds-stance-voice`, in the order of the filter. The page remembers which sets it has. */
export function kindsClass(page: Page, annotations: readonly PlacedAnnotation[]): string {
  const found = new Set(annotations.map(({ annotation }) => noteKind(page.view, annotation)));
  const kinds = NOTE_KINDS.filter(kind => found.has(kind));
  page.kindSets.add(kinds.join('-'));
  return `kinds-${kinds.join('-')}`;
}

export function kindsOfSet(set: string): NoteKind[] {
  return set.split('-').filter(kind => kind !== '') as NoteKind[];
}
