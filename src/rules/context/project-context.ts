/** What all rules see of a project. Each part computes what it is asked for, and once. */
import { lazily } from '../../core/lazily.ts';
import type { Project } from '../../core/model/project.ts';
import type { View } from '../../core/model/view.ts';
import { buildView } from '../../core/view/build-view.ts';
import { AnnotationsOn } from './annotations-on.ts';
import { Entries } from './entries.ts';
import type { Environment } from './environment.ts';
import { Stances } from './stances.ts';
import { Suppressions } from './suppressions.ts';

export interface ProjectContext {
  readonly project: Project;
  readonly entries: Entries;
  readonly stances: Stances;
  readonly annotationsOn: AnnotationsOn;
  /** Comments that allow findings. */
  readonly suppressions: Suppressions;
  readonly environment: Environment;
  /** Builds the view: anchors and standings. It takes longer than all other parts together, so ask for it last. */
  readonly view: () => View;
}

export function projectContext(project: Project, environment: Environment): ProjectContext {
  const entries = new Entries(project);
  return {
    project,
    entries,
    stances: new Stances(entries, environment.tags),
    annotationsOn: new AnnotationsOn(entries),
    suppressions: new Suppressions(project),
    environment,
    view: lazily(() => buildView(project)),
  };
}
