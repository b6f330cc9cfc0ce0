/** The drafts among what a check is asked about. */
import path from 'node:path';
import { getOrMake } from '../../core/maps.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { draftFormatOf } from '../../formats/drafts/index.ts';
import type { Env } from '../../io/env.ts';
import { displayName } from '../display-name.ts';
import type { ProjectConfigs } from '../project-config.ts';
import { isInside } from '../project-folder.ts';
import type { ProjectConfig } from '../read-project-config.ts';
import type { DraftsToCheck } from './check-drafts.ts';
import { filesOfEntry, isNamedBy } from './quoted-in-config.ts';

export interface SelectedDrafts {
  readonly drafts: readonly DraftsToCheck[];
  /** The paths that are no drafts themselves. */
  readonly others: readonly string[];
  /** Paths of folders in which there are drafts. */
  readonly folders: ReadonlySet<string>;
  readonly troubles: readonly unknown[];
}

/** A configuration, and what is asked of it. */
interface Asked {
  readonly named: Set<string>;
  readonly folders: string[];
}

/** Undefined where no configuration names drafts. Of a folder, the drafts in it; a draft that is named is one, too. */
export async function selectDrafts(
  env: Env,
  paths: readonly string[],
  configs: ProjectConfigs,
): Promise<SelectedDrafts | undefined> {
  const asked = new Map<ProjectConfig, Asked>();
  const others: string[] = [];
  for (const given of paths) {
    const kind = given === STDIN ? 'other' : env.files.kind(given);
    const config =
      kind === 'file' || kind === 'folder'
        ? await configs.for(kind === 'folder' ? path.join(given, 'file') : given)
        : undefined;
    const isDraft = kind === 'file' && config !== undefined && isDraftOf(env, config, given);
    if (!isDraft) others.push(given);
    if (config === undefined || config.config.quotes.length === 0) continue;
    if (!isDraft && kind !== 'folder') continue;
    const known = getOrMake(asked, config, (): Asked => ({ named: new Set(), folders: [] }));
    if (isDraft) known.named.add(displayName(env, env.files.absolute(given)));
    else known.folders.push(given);
  }
  if (asked.size === 0) return undefined;
  const drafts: DraftsToCheck[] = [];
  const folders = new Set<string>();
  const troubles: unknown[] = [];
  for (const [config, { named, folders: within }] of asked) {
    const transcriptsOf = new Map<string, Set<string>>();
    const isWhole = within.some(folder => isInside(env.files.absolute(folder), config.folder!));
    for (const entry of config.config.quotes) {
      try {
        const { drafts: files, in: transcripts } = filesOfEntry(env, config, entry);
        for (const file of files) {
          const holders = within.filter(folder =>
            isInside(env.files.absolute(folder), env.files.absolute(file)),
          );
          for (const folder of holders) folders.add(folder);
          if (holders.length === 0 && !named.has(file)) continue;
          const known = getOrMake(transcriptsOf, file, () => new Set());
          for (const transcript of transcripts) known.add(transcript);
        }
      } catch (error) {
        if (isWhole || [...named].some(file => isNamedBy(env, config, entry, file))) troubles.push(error);
      }
    }
    if (transcriptsOf.size > 0) drafts.push({ config, transcriptsOf, isWhole });
  }
  return { drafts, others, folders, troubles };
}

function isDraftOf(env: Env, config: ProjectConfig, file: string): boolean {
  if (config.config.quotes.length === 0 || draftFormatOf(file) === undefined) return false;
  return config.config.quotes.some(entry => isNamedBy(env, config, entry, file));
}
