/** The drafts that configurations name, with the transcripts that they quote. */
import path from 'node:path';
import type { QuotedDrafts } from '../../core/model/config.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { filesMatching, matcher } from '../../io/globs.ts';
import { displayName, nameIn } from '../display-name.ts';
import { openInside } from '../project-folder.ts';
import type { ProjectConfig } from '../read-project-config.ts';

/** One entry of `quotes`, its globs followed. */
interface QuotedEntry {
  readonly drafts: readonly string[];
  readonly in: readonly string[];
}

/**
 * The files of an entry of a configuration.
 * @throws InputError if a glob matches nothing, for nobody would look at what it stands for; or leads out of the project.
 */
export function filesOfEntry(env: Env, config: ProjectConfig, entry: QuotedDrafts): QuotedEntry {
  const filesOf = (key: 'drafts' | 'in') => {
    const folder = config.folder!;
    const found = filesMatching(env.files, folder, entry[key]).map(file => {
      openInside(env.files, path.join(folder, file), folder);
      return displayName(env, path.join(folder, file));
    });
    if (found.length === 0)
      throw new InputError(config.file!, `quotes: ${key}: no file matches ${entry[key].join(', ')}`);
    return found;
  };
  return { drafts: filesOf('drafts'), in: filesOf('in') };
}

/** The transcripts that a configuration names for a draft. */
export function transcriptsFor(env: Env, config: ProjectConfig, draft: string): string[] {
  return config.config.quotes
    .filter(entry => isNamedBy(env, config, entry, draft))
    .flatMap(entry => [...filesOfEntry(env, config, entry).in]);
}

/** Whether an entry of a configuration names a draft. */
export function isNamedBy(
  env: Env,
  { folder }: ProjectConfig,
  { drafts }: QuotedDrafts,
  draft: string,
): boolean {
  return folder !== undefined && matcher(drafts)(nameIn(folder, env.files.absolute(draft)));
}
