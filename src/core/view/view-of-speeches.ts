/** What a view says of some utterances and statements. It costs what bears on them costs, not what the record does. */
import type { Statement, Utterance } from '../model/model.ts';
import type { Project } from '../model/project.ts';
import type { SpeechView } from '../model/view.ts';
import { type Part, partOn } from './part.ts';
import { type Resolved, resolveEntries, type ViewOptions } from './resolve-entries.ts';
import { bearingOn } from './speeches.ts';

type Speech = Utterance | Statement;

/** As a view, of some speeches. Its claims are those that appear there, and some more. */
export interface ViewOfSpeeches extends Resolved {
  readonly speeches: ReadonlyMap<Speech, SpeechView>;
}

/**
 * The same as `buildView` says of these speeches.
 *
 * @param part what is resolved; if left out, all that is on the speeches
 */
export function viewOfSpeeches(
  project: Project,
  speeches: ReadonlyMap<Speech, SpeechView['kind']>,
  options: ViewOptions,
  part: Part = partOn(project, speeches.keys()),
): ViewOfSpeeches {
  const { resolved, annotations } = resolveEntries(project, options, part);
  const bearing = bearingOn(() => speeches.keys());
  for (const placed of annotations) bearing.addAnnotation(placed);
  for (const [index, claim] of resolved.claims.entries()) bearing.addClaim(claim, index);
  const views = [...speeches].map(([speech, kind]) => [speech, bearing.view(speech, kind)] as const);
  return { ...resolved, speeches: new Map(views) };
}
