/** The annotated passages of an utterance or statement, each with a letter that its annotations refer to. */
import { getOrMake } from '../../core/maps.ts';
import type { Anchor, PlacedAnnotation, SpeechView, TextRange } from '../../core/model/view.ts';
import { anchorsIn } from '../../core/view/anchors-in.ts';
import { markLabel } from '../layout/marks.ts';
import { isKnown } from './names.ts';

/** A passage with its annotations; a passage is marked once, however many it has. */
export interface AnnotatedPassage {
  readonly label: string;
  readonly range: TextRange;
  readonly annotations: readonly PlacedAnnotation[];
}

export function passagesOf(speech: SpeechView): AnnotatedPassage[] {
  const found = new Map<string, { range: TextRange; annotations: PlacedAnnotation[] }>();
  for (const placed of speech.annotations) {
    if (!isKnown(placed)) continue;
    for (const { range } of anchorsIn(speech, placed.anchors)) {
      if (range === undefined) continue;
      const key = `${range.start}-${range.end}`;
      getOrMake(found, key, () => ({ range, annotations: [] })).annotations.push(placed);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    .map(({ range, annotations }, index) => ({ label: markLabel(index), range, annotations }));
}

/** The labels of the passages among anchors. */
export function labelsOf(
  speech: SpeechView,
  passages: readonly AnnotatedPassage[],
  anchors: readonly Anchor[],
): string[] {
  const labels: string[] = [];
  if (passages.length === 0) return labels;
  for (const { range } of anchorsIn(speech, anchors)) {
    if (range === undefined) continue;
    for (const { range: passage, label } of passages)
      if (passage.start === range.start && passage.end === range.end) labels.push(label);
  }
  return labels;
}

/**
 * Returns where to cut a text so that no piece crosses the start or end of a stretch; in order, including both ends of the
 * text.
 */
export function cutsOf(text: string, stretches: readonly TextRange[]): number[] {
  const ends = stretches.flatMap(({ start, end }) => [start, end]);
  return [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
}

/** Annotations on passages in the order of their labels, then those on the whole. */
export function inOrder(speech: SpeechView, passages: readonly AnnotatedPassage[]): PlacedAnnotation[] {
  const onPassages = new Set(passages.flatMap(passage => passage.annotations));
  return [...onPassages, ...speech.annotations.filter(placed => !onPassages.has(placed))];
}
