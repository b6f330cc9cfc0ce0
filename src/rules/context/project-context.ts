/** The view of a project that all rules share. Each part is computed on first use. */
import { lazily } from '../../core/lazily.ts';
import type { Project } from '../../core/model/project.ts';
import type { View } from '../../core/model/view.ts';
import { type Origins, originsIn } from '../../core/standing/origins.ts';
import { type Sides, sidesBy } from '../../core/standing/sides.ts';
import { Anchors } from './anchors.ts';
import { AnnotationsOn } from './annotations-on.ts';
import { Entries } from './entries.ts';
import type { Environment } from './environment.ts';
import { Stances } from './stances.ts';
import { Suppressions } from './suppressions.ts';

export interface ProjectContext {
  readonly project: Project;
  readonly entries: Entries;
  readonly stances: Stances;
  /** Who acts on whose behalf. */
  readonly sides: Sides;
  /** The origins of sources. */
  readonly origins: Origins;
  readonly annotationsOn: AnnotationsOn;
  readonly anchors: Anchors;
  /** Comments that allow findings. */
  readonly suppressions: Suppressions;
  readonly environment: Environment;
  /** Builds the view: anchors and standings. It takes longer than all other parts together, so ask for it last. */
  readonly view: () => Promise<View>;
}

export function projectContext(project: Project, environment: Environment): ProjectContext {
  const entries = new Entries(project);
  return {
    project,
    entries,
    stances: new Stances(entries, environment.tags),
    sides: sidesBy(id => entries.parties.get(id)?.value['on-behalf-of']),
    origins: originsIn({
      source: id => entries.index.of('source', id)?.value,
      speech: id => (entries.index.of('statement', id) ?? entries.index.of('utterance', id))?.value,
    }),
    annotationsOn: new AnnotationsOn(entries),
    anchors: new Anchors(entries),
    suppressions: new Suppressions(project),
    environment,
    view: lazily(async () => (await import('../../core/view/build-view.ts')).buildView(project)),
  };
}
