/** Every annotation of a project with its reading, its place, and whether it counts at the date of the view. */
import type { Annotation } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { PlacedAnnotation } from '../model/view.ts';
import type { End } from '../standing/act.ts';
import { endsOf, type Moment } from '../standing/ends.ts';
import { anchorsOfAnnotation } from './anchors.ts';
import type { Readings } from './readings.ts';

/** `dead` is settled last: whether a later act of the party counts instead is known only claim by claim. */
export type PlacedDraft = Omit<PlacedAnnotation, 'dead'> & { dead: PlacedAnnotation['dead'] };

export interface PlacedAnnotations {
  /** In the order of the documents. */
  readonly all: readonly PlacedDraft[];
  readonly ends: ReadonlyMap<Annotation, End>;
}

export function placeAnnotations(
  project: Project,
  resolver: TargetResolver,
  readings: Readings,
  moment: Moment,
): PlacedAnnotations {
  const documents = documentsOf(project);
  const ends = endsOf(
    documents.flatMap(document => document.value.annotations),
    id => annotationNamed(id, resolver),
    moment,
  );
  const all = documents.flatMap(document =>
    document.value.annotations.map((annotation, index): PlacedDraft => {
      const path = ['annotations', index];
      return {
        entry: { id: annotation.id, kind: 'annotation', value: annotation, document, path },
        annotation,
        reading: readings.of(document, annotation),
        anchors: anchorsOfAnnotation(annotation, resolver),
        dead: ends.get(annotation)?.dead,
      };
    }),
  );
  return { all, ends };
}

function annotationNamed(id: string, resolver: TargetResolver): Annotation | undefined {
  const resolution = resolver.resolve(id);
  if (resolution.found !== 'entries') return undefined;
  const [entry] = resolution.entries;
  return entry?.kind === 'annotation' ? (entry.value as Annotation) : undefined;
}
