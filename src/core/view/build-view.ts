/** A project resolved at one date: everything in its place, and what the stances add up to. */
import { isStance, type Utterance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import { isUndated } from '../standing/ends.ts';
import { firstOfEach, resolveEntries, type ViewOptions } from './resolve-entries.ts';
import { bearingOn } from './speeches.ts';

/**
 * Resolves all of a project. Where an id is declared twice, the first declaration counts. The dates of the project and
 * `asOf` must have gone through `prepareDates`.
 *
 * @throws RangeError when `asOf` is no date.
 */
export function buildView(project: Project, options: ViewOptions = {}): View {
  const { resolved, annotations } = resolveEntries(project, options);
  return {
    ...resolved,
    undated: undatedActs(annotations, options.skipUndated === true),
    ...placedOnSpeeches(project, annotations, resolved.claims),
    duration: durationOf(project.transcript.value.utterances),
  };
}

/** Live stances without a known date; those that are skipped, where they are. */
function undatedActs(annotations: readonly PlacedAnnotation[], isSkipping: boolean): View['undated'] {
  let acts = 0;
  for (const { annotation, dead } of annotations) {
    if (isSkipping ? dead === 'undated' : dead === undefined && isStance(annotation) && isUndated(annotation))
      acts++;
  }
  return { acts, counted: !isSkipping };
}

/** What is on an utterance or statement is shown there, everything else in general: nothing is left out. */
function placedOnSpeeches(
  project: Project,
  annotations: readonly PlacedAnnotation[],
  claims: readonly ClaimView[],
): Pick<View, 'utterances' | 'statements' | 'general'> {
  const { utterances } = project.transcript.value;
  const statements = firstOfEach(documentsOf(project), 'statements');
  const bearing = bearingOn(() => [...utterances, ...statements.map(({ value }) => value)]);
  const general = annotations.filter(placed => !bearing.addAnnotation(placed));
  for (const [index, claim] of claims.entries()) bearing.addClaim(claim, index);
  return {
    utterances: utterances.map((utterance): SpeechView => bearing.view(utterance, 'utterance')),
    statements: statements.map(({ value }) => bearing.view(value, 'statement')),
    general,
  };
}

/** Up to the end of what ends last; undefined where no time is known. */
function durationOf(utterances: readonly Utterance[]): number | undefined {
  let duration: number | undefined;
  for (const { start, end } of utterances) {
    const last = end ?? start;
    if (last !== undefined && last > (duration ?? -1)) duration = last;
  }
  return duration;
}
