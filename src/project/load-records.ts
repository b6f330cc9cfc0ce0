/** The transcripts that a command line names beside other files, with all their layers. */
import { pushAll } from '../core/long-lists.ts';
import type { Env } from '../io/env.ts';
import { type CheckedProject, projectsOf } from './checked-projects.ts';
import { filesToCheck } from './files-to-check.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import type { Purpose } from './nothing-to-check.ts';
import type { ProjectConfigs } from './project-config.ts';

export interface LoadedRecords {
  /** Those whose layers could all be opened. */
  readonly projects: readonly CheckedProject[];
  /** Whether a project is left out because a layer could not be opened. */
  readonly lacksProject: boolean;
  /** Files that cannot be understood, with their faults. */
  readonly unusable: readonly LoadedFile[];
  readonly refusals: LoadedFile['findings'];
  readonly troubles: readonly unknown[];
}

/** The transcripts that paths name, with their layers; of a layer, its transcript. */
export async function loadRecords(
  env: Env,
  paths: readonly string[],
  loader: Loader,
  configs: ProjectConfigs,
  purpose: Purpose,
): Promise<LoadedRecords> {
  const named = await filesToCheck(env, paths, configs, { takesCaptions: true, purpose });
  const troubles = [...named.troubles, ...named.empty];
  const files = await loader.loadAll(named.files, troubles);
  const { projects: all, refusals, troubles: ofLayers } = await projectsOf(files, loader, configs);
  pushAll(troubles, ofLayers);
  const projects = all.filter(({ lacksLayer }) => !lacksLayer);
  const used = new Set([...files, ...projects.flatMap(project => project.files)]);
  const unusable = [...used].filter(({ usable }) => !usable);
  return { projects, lacksProject: projects.length < all.length, unusable, refusals, troubles };
}
