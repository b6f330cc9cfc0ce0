/** Which files a check is about: files as named, and those of ours in folders and among what a glob matches. */
import path from 'node:path';
import { compareText } from '../core/finding.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { filesMatching, isGlob, matcher } from '../io/globs.ts';
import { STDIN } from './load.ts';
import type { ProjectConfigs } from './project-config.ts';

const YAML_FILE = /\.ya?ml$/;
/** Folders that hold other people's files. */
const PASSED_OVER = /^(\..*|node_modules)\/$/;
/** A file is ours when a line begins with the format's first key; other YAML files of a repository are not our business. */
const OURS = /^(?:\ufeff)?["']?onrecord["']?\s*:/m;

export interface FilesToCheck {
  readonly names: readonly string[];
  /** Errors of opening a file or folder. */
  readonly troubles: unknown[];
}

/** Files that are named are always checked; those found in folders and by globs unless the configuration ignores them. */
export function filesToCheck(env: Env, paths: readonly string[], configs: ProjectConfigs): FilesToCheck {
  const names = new Set<string>();
  const troubles: unknown[] = [];
  const isIgnored = (name: string) => {
    const { folder, config } = configs.for(name);
    if (folder === undefined || config.ignore.length === 0) return false;
    const relative = path.relative(folder, env.files.absolute(name));
    return matcher(config.ignore)(relative.split(path.sep).join('/'));
  };
  for (const given of paths) {
    const kind = given === STDIN ? 'file' : env.files.kind(given);
    if (kind === 'folder') {
      for (const name of oursBelow(env, given, troubles)) if (!isIgnored(name)) names.add(name);
    } else if (kind === 'missing' && isGlob(given)) {
      const found = filesMatching(env.files, '.', [given]);
      if (found.length === 0) troubles.push(new InputError(given, 'no file matches'));
      for (const name of found) if (isOurs(env, name) && !isIgnored(name)) names.add(name);
    } else names.add(given);
  }
  return { names: [...names], troubles };
}

/** The part of the files that one of several runs takes: every n-th, so that the parts are about equal. */
export function shardOf<T>(files: readonly T[], shard: { readonly part: number; readonly of: number }): T[] {
  return files.filter((_, index) => index % shard.of === shard.part - 1);
}

function oursBelow(env: Env, folder: string, troubles: unknown[]): string[] {
  const found: string[] = [];
  try {
    for (const name of env.files.list(folder)) {
      const file = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
      if (name.endsWith('/')) {
        if (!PASSED_OVER.test(name)) found.push(...oursBelow(env, file.slice(0, -1), troubles));
      } else if (YAML_FILE.test(name) && isOurs(env, file)) found.push(file);
    }
  } catch (error) {
    troubles.push(error);
  }
  return found.sort(compareText);
}

function isOurs(env: Env, file: string): boolean {
  return OURS.test(new TextDecoder('latin1').decode(env.files.read(file)));
}
