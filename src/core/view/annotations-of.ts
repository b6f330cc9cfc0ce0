/** The annotations of a view, each once. */
import { isStance } from '../model/model.ts';
import type { PlacedAnnotation, View } from '../model/view.ts';

/** Every annotation of a view once, in order of place. */
export function annotationsOf(view: View): readonly PlacedAnnotation[] {
  const all = new Set(view.general);
  const inPlace = new Set<PlacedAnnotation>();
  for (const speech of [...view.utterances, ...view.statements])
    for (const placed of speech.annotations) inPlace.add(placed);
  for (const placed of inPlace) all.delete(placed);
  return [...inPlace, ...all];
}

/** Acts that stand: neither withdrawn nor replaced, and done by the date of the view. */
export function liveStances(annotations: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  return annotations.filter(({ annotation, dead }) => dead === undefined && isStance(annotation));
}
