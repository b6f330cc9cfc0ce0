/** The configurations that hold for the files of a folder. */
import path from 'node:path';
import type { Env, FileSystem } from '../io/env.ts';
import { PASSED_OVER } from '../io/passed-over.ts';
import type { ProjectConfigs } from './project-config.ts';
import { CONFIG_FILE } from './project-folder.ts';
import type { ProjectConfig } from './read-project-config.ts';

/**
 * The configuration that a folder is under, and those in the folders below it, each once.
 * @throws InputError if one cannot be opened.
 */
export async function configsIn(
  env: Env,
  folder: string,
  configs: ProjectConfigs,
): Promise<ReadonlySet<ProjectConfig>> {
  const found = new Set([await configs.for(path.join(folder, 'file'))]);
  for (const below of foldersWithConfig(env.files, folder))
    found.add(await configs.for(path.join(below, 'file')));
  return found;
}

function* foldersWithConfig(files: FileSystem, folder: string): Generator<string> {
  const names = files.list(folder);
  if (names.includes(CONFIG_FILE)) yield folder;
  for (const name of names)
    if (name.endsWith('/') && !PASSED_OVER.test(name))
      yield* foldersWithConfig(files, path.join(folder, name.slice(0, -1)));
}
