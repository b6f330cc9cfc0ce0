/** The drafts among the checked files, looked for only if a configuration names some. */
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { configsIn } from '../../project/configs-in.ts';
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
    const used = isFolder ? await configsIn(env, given, configs) : [await configs.for(given)];
    return [...used].some(({ config }) => config.quotes.length > 0);
  } catch (error) {
    // The reader of the files under this configuration reports that it cannot be opened.
    if (error instanceof InputError) return false;
    throw error;
  }
}
