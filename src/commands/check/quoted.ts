/** The drafts among the checked files, looked for only if a configuration names some. */
import path from 'node:path';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { SelectedDrafts } from '../../project/quotes/select-drafts.ts';

export async function quotedDrafts(
  paths: readonly string[],
  configs: ProjectConfigs,
  env: Env,
): Promise<SelectedDrafts | undefined> {
  for (const given of paths)
    if (await namesDrafts(given, configs, env)) {
      const { selectDrafts } = await import('../../project/quotes/select-drafts.ts');
      return selectDrafts(env, paths, configs);
    }
  return undefined;
}

async function namesDrafts(given: string, configs: ProjectConfigs, env: Env): Promise<boolean> {
  try {
    const isFolder = env.files.kind(given) === 'folder';
    const { config } = await configs.for(isFolder ? path.join(given, 'file') : given);
    return config.quotes.length > 0;
  } catch (error) {
    // The reader of the files under this configuration reports that it cannot be opened.
    if (error instanceof InputError) return false;
    throw error;
  }
}
