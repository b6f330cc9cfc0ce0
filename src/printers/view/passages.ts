/** The annotated passages of an utterance or statement, each with a letter that its annotations refer to. */
import type { PlacedAnnotation, SpeechView, TextRange } from '../../core/view.ts';
import { markLabel } from '../layout/marks.ts';
import { anchorsIn, isKnown } from './names.ts';

/** A passage with what is said about it; the same passage is marked once however many annotations it has. */
export interface AnnotatedPassage {
  readonly label: string;
  readonly range: TextRange;
  readonly annotations: readonly PlacedAnnotation[];
}

export function passagesOf(speech: SpeechView): AnnotatedPassage[] {
  const found = new Map<string, { range: TextRange; annotations: PlacedAnnotation[] }>();
  for (const placed of speech.annotations.filter(isKnown)) {
    for (const { range } of anchorsIn(speech, placed.anchors)) {
      if (range === undefined) continue;
      const key = `${range.start}-${range.end}`;
      const passage = found.get(key);
      if (passage === undefined) found.set(key, { range, annotations: [placed] });
      else passage.annotations.push(placed);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    .map((passage, index) => ({ ...passage, label: markLabel(index) }));
}

export function labelOf(passages: readonly AnnotatedPassage[], range: TextRange | undefined): string[] {
  return passages
    .filter(passage => passage.range.start === range?.start && passage.range.end === range.end)
    .map(passage => passage.label);
}

export function labelsOf(
  speech: SpeechView,
  passages: readonly AnnotatedPassage[],
  placed: PlacedAnnotation,
): string[] {
  return anchorsIn(speech, placed.anchors).flatMap(anchor => labelOf(passages, anchor.range));
}

/** Annotations on passages in the order of their labels, then those on the whole. */
export function inOrder(speech: SpeechView, passages: readonly AnnotatedPassage[]): PlacedAnnotation[] {
  const onPassages = new Set(passages.flatMap(passage => passage.annotations));
  return [...onPassages, ...speech.annotations.filter(placed => !onPassages.has(placed))];
}
