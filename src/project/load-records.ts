/** The transcripts that a command line names beside other files, with all their layers. */
import type { Env } from '../io/env.ts';
import { type CheckedProject, projectsOf } from './checked-projects.ts';
import { CAPTIONS } from './files-to-check.ts';
import { LAYER_FILE, type LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import { namedFiles } from './named-files.ts';
import type { ProjectConfigs } from './project-config.ts';
import { looksLikeOurs } from './recognise.ts';

export interface LoadedRecords {
  readonly projects: readonly CheckedProject[];
  /** Files that cannot be understood, with what is wrong in them. */
  readonly unusable: readonly LoadedFile[];
  readonly refusals: LoadedFile['findings'];
  readonly troubles: readonly unknown[];
}

const YAML = /\.ya?ml$/i;

/** The transcripts that paths name, with their layers; of a layer, its transcript. */
export async function loadRecords(
  env: Env,
  paths: readonly string[],
  loader: Loader,
  configs: ProjectConfigs,
): Promise<LoadedRecords> {
  const named = await namedFiles(env, paths, {
    noun: 'transcript',
    isWanted: file =>
      LAYER_FILE.test(file) ||
      CAPTIONS.test(file) ||
      (YAML.test(file) && looksLikeOurs(env.files.read(file))),
  });
  const troubles = [...named.troubles];
  const files = await loader.loadAll(
    named.files.map(name => ({ name })),
    troubles,
  );
  const { projects, refusals } = await projectsOf(files, loader, configs);
  const used = new Set([...files, ...projects.flatMap(project => project.files)]);
  const unusable = [...used].filter(({ usable }) => !usable);
  return { projects, unusable, refusals, troubles };
}
