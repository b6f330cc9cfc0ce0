/** The drafts among what a check is asked about. */
import { pushAll } from '../../core/long-lists.ts';
import { getOrMake } from '../../core/maps.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { globFault, isGlob } from '../../core/text/glob.ts';
import type { Env } from '../../io/env.ts';
import { filesMatching, matcher } from '../../io/globs.ts';
import { configsIn } from '../configs-in.ts';
import { displayName, nameIn } from '../display-name.ts';
import type { ProjectConfigs } from '../project-config.ts';
import { isInside } from '../project-folder.ts';
import type { ProjectConfig } from '../read-project-config.ts';
import type { DraftsToCheck } from './check-drafts.ts';
import { filesOfEntry, isNamedBy } from './quoted-in-config.ts';

export interface SelectedDrafts {
  readonly drafts: readonly DraftsToCheck[];
  /** The paths that lead to other files than drafts. */
  readonly others: readonly string[];
  /** Absolute paths of the drafts that are named, or that globs match. */
  readonly named: ReadonlySet<string>;
  /** Paths of folders in which there are drafts. */
  readonly folders: ReadonlySet<string>;
  readonly troubles: readonly unknown[];
}

/** A configuration, and what is asked of it. */
interface Asked {
  readonly named: Set<string>;
  readonly folders: string[];
}

/**
 * Undefined where no configuration names drafts. Of a folder, the drafts in it that the configuration does not ignore; a
 * draft that is named, or that a glob matches, is one, too.
 */
export async function selectDrafts(
  env: Env,
  paths: readonly string[],
  configs: ProjectConfigs,
): Promise<SelectedDrafts | undefined> {
  const asked = new Map<ProjectConfig, Asked>();
  const askedOf = (config: ProjectConfig) =>
    getOrMake(asked, config, (): Asked => ({ named: new Set(), folders: [] }));
  const others: string[] = [];
  for (const given of paths) {
    if (given !== STDIN && env.files.kind(given) === 'folder') {
      for (const config of await configsIn(env, given, configs))
        if (config.config.quotes.length > 0) askedOf(config).folders.push(given);
      others.push(given);
      continue;
    }
    const files = filesNamed(env, given);
    let areDrafts = files.length > 0;
    for (const file of files) {
      const config = await configs.for(file);
      const isIgnored = file !== given && isIgnoredBy(env, config, file);
      if (!isIgnored && config.config.quotes.some(entry => isNamedBy(env, config, entry, file)))
        askedOf(config).named.add(displayName(env, env.files.absolute(file)));
      else areDrafts = false;
    }
    if (!areDrafts) others.push(given);
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
        const {
          drafts: files,
          in: transcripts,
          troubles: ofEntry,
        } = await filesOfEntry(env, configs, config, entry);
        let isAsked = false;
        for (const file of files) {
          const absolute = env.files.absolute(file);
          if (!named.has(file)) {
            const holders = within.filter(folder => isInside(env.files.absolute(folder), absolute));
            if (holders.length === 0 || isIgnoredBy(env, config, file)) continue;
            for (const folder of holders) folders.add(folder);
          }
          isAsked = true;
          const known = getOrMake(transcriptsOf, file, () => new Set());
          for (const transcript of transcripts) known.add(transcript);
        }
        if (isAsked) pushAll(troubles, ofEntry);
      } catch (error) {
        if (isWhole || [...named].some(file => isNamedBy(env, config, entry, file))) troubles.push(error);
      }
    }
    if (transcriptsOf.size > 0) drafts.push({ config, transcriptsOf, isWhole });
  }
  const named = [...asked.values()].flatMap(each => [...each.named]);
  return { drafts, others, named: new Set(named.map(file => env.files.absolute(file))), folders, troubles };
}

function isIgnoredBy(env: Env, { folder, config }: ProjectConfig, file: string): boolean {
  return folder !== undefined && matcher(config.ignore)(nameIn(folder, env.files.absolute(file)));
}

/** The files that a path names, or that a glob matches; none where it leads to nothing. */
function filesNamed(env: Env, given: string): readonly string[] {
  if (given === STDIN || given === '') return [];
  const kind = env.files.kind(given);
  if (kind === 'file') return [given];
  return kind === 'missing' && isGlob(given) && globFault(given) === undefined
    ? filesMatching(env.files, '.', [given])
    : [];
}
