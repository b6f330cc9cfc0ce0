/** Marks findings that point into what a project keeps from readers, so that public reports can leave its words out. */
import type { Finding, Location } from '../core/model/finding.ts';
import { documentsOf } from '../core/model/project.ts';
import type { Span } from '../core/model/span.ts';
import type { CheckedProject } from './checked-projects.ts';

interface PrivatePlace {
  readonly id: string;
  readonly span: Span;
}

export function markPrivate(
  findings: readonly Finding[],
  projects: readonly CheckedProject[],
): readonly Finding[] {
  const places = privatePlaces(projects);
  if (places.size === 0) return findings;
  const idAt = ({ file, span }: Location) =>
    span && places.get(file)?.find(place => span.start < place.span.end && place.span.start < span.end)?.id;
  return findings.map(finding => {
    const id = idAt(finding);
    if (id !== undefined) return { ...finding, private: id };
    const labels = finding.labels?.map(label =>
      idAt(label) === undefined ? label : { ...label, private: true as const },
    );
    return labels === undefined ? finding : { ...finding, labels };
  });
}

/** By file. */
function privatePlaces(projects: readonly CheckedProject[]): ReadonlyMap<string, readonly PrivatePlace[]> {
  const places = new Map<string, readonly PrivatePlace[]>();
  for (const document of projects.flatMap(({ project }) => documentsOf(project))) {
    const { annotations, sources } = document.value;
    const found: PrivatePlace[] = [];
    for (const [index, annotation] of annotations.entries())
      if (annotation.private === true)
        found.push({ id: annotation.id, span: document.locate(['annotations', index]) });
    for (const [id, source] of sources)
      if (source.private === true) found.push({ id, span: document.locate(['sources', id]) });
    if (found.length > 0) places.set(document.file, found);
  }
  return places;
}
