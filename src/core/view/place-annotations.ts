/** Every annotation of a project with its reading, its place, and whether it counts at the date of the view. */
import { type OlderText, type PresentText, readAnchor } from '../anchor/anchor-state.ts';
import { documentsOf, type Project } from '../model/project.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { PlacedAnnotation } from '../model/view.ts';
import { type Ends, endsAmong, type Moment } from '../standing/ends.ts';
import { annotationNamed } from '../standing/present-text.ts';
import type { Part } from './part.ts';
import type { Readings } from './readings.ts';

/** `dead` is settled last: whether a later act of the party counts instead is known only claim by claim. */
export type PlacedDraft = Omit<PlacedAnnotation, 'dead'> & { dead: PlacedAnnotation['dead'] };

export interface PlacedAnnotations {
  /** In the order of the documents. */
  readonly all: readonly PlacedDraft[];
  readonly ends: Ends;
  /** The text that they were placed in. */
  readonly text: PresentText;
}

/** @param part those that are placed; all if left out */
export function placeAnnotations(
  project: Project,
  resolver: TargetResolver,
  readings: Readings,
  moment: Moment,
  old: OlderText | undefined,
  part: Part | undefined,
): PlacedAnnotations {
  const documents = documentsOf(project);
  const ends = endsAmong(
    part?.superseding ?? documents.flatMap(document => document.value.annotations),
    id => annotationNamed(id, resolver),
    moment,
  );
  const text: PresentText = { targets: resolver, isEnded: annotation => ends.isGivenUp(annotation) };
  const all: PlacedDraft[] = [];
  for (const document of documents) {
    const { annotations } = document.value;
    readings.addAll(document);
    for (const index of part === undefined ? annotations.keys() : (part.annotations.get(document) ?? [])) {
      const annotation = annotations[index]!;
      const path = ['annotations', index];
      all.push({
        entry: { id: annotation.id, kind: 'annotation', value: annotation, document, path },
        annotation,
        reading: readings.of(document, annotation),
        ...readAnchor(annotation, text, old),
        dead: ends.of(annotation)?.dead,
      });
    }
  }
  return { all, ends, text };
}
