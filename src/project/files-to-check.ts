/** Which files a check is about: files as named, and those of ours in folders and among what a glob matches. */
import path from 'node:path';
import { compareText } from '../core/model/finding.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { filesMatching, isGlob, matcher } from '../io/globs.ts';
import { STDIN } from './loaded-file.ts';
import type { ProjectConfigs } from './project-config.ts';

const YAML_FILE = /\.ya?ml$/;
/** Folders that hold other people's files. */
const PASSED_OVER = /^(\..*|node_modules)\/$/;
/** A file is ours when a line begins with the format's first key; other YAML files of a repository are not our business. */
const OURS = /^["']?onrecord["']?\s*:/m;
/** Nearly every file of ours says so at its beginning. */
const BEGINNING = 512;

export interface FileToCheck {
  readonly name: string;
  /** What it holds, where it was read to see whether it is ours. */
  readonly bytes?: Uint8Array;
}

export interface FilesToCheck {
  readonly files: readonly FileToCheck[];
  /** Errors of opening a file or folder. */
  readonly troubles: unknown[];
}

/** Files that are named are always checked; those found in folders and by globs unless the configuration ignores them. */
export function filesToCheck(env: Env, paths: readonly string[], configs: ProjectConfigs): FilesToCheck {
  const files = new Map<string, FileToCheck>();
  const troubles: unknown[] = [];
  const add = (file: FileToCheck) => {
    if (!files.has(file.name)) files.set(file.name, file);
  };
  const isIgnored = (name: string) => {
    const { folder, config } = configs.for(name);
    if (folder === undefined || config.ignore.length === 0) return false;
    const relative = path.relative(folder, env.files.absolute(name));
    return matcher(config.ignore)(relative.split(path.sep).join('/'));
  };
  const addFound = (name: string) =>
    attempt(() => {
      const bytes = isIgnored(name) ? undefined : oursIn(env, name);
      if (bytes !== undefined) add({ name, bytes });
    }, troubles);
  for (const given of paths) {
    const kind = given === STDIN ? 'file' : env.files.kind(given);
    if (kind === 'folder') {
      for (const name of yamlBelow(env, given, troubles)) addFound(name);
    } else if (kind === 'missing' && isGlob(given)) {
      const found = filesMatching(env.files, '.', [given]);
      if (found.length === 0) troubles.push(new InputError(given, 'no file matches'));
      for (const name of found) addFound(name);
    } else add({ name: given });
  }
  return { files: [...files.values()], troubles };
}

/** The part of the files that one of several runs takes: every n-th, so that the parts are about equal. */
export function shardOf<T>(files: readonly T[], shard: { readonly part: number; readonly of: number }): T[] {
  return files.filter((_, index) => index % shard.of === shard.part - 1);
}

function yamlBelow(env: Env, folder: string, troubles: unknown[]): string[] {
  const found: string[] = [];
  attempt(() => {
    for (const name of env.files.list(folder)) {
      const file = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
      if (name.endsWith('/')) {
        if (!PASSED_OVER.test(name)) found.push(...yamlBelow(env, file.slice(0, -1), troubles));
      } else if (YAML_FILE.test(name)) found.push(file);
    }
  }, troubles);
  return found.sort(compareText);
}

function attempt(action: () => void, troubles: unknown[]): void {
  try {
    action();
  } catch (error) {
    troubles.push(error);
  }
}

/** One for all files: to make one takes longer than to decode a beginning. */
const decoder = new TextDecoder();

/** The bytes of a file that is ours. */
function oursIn(env: Env, file: string): Uint8Array | undefined {
  const bytes = env.files.read(file);
  const says = (part: Uint8Array) => OURS.test(decoder.decode(part));
  return says(bytes.subarray(0, BEGINNING)) || (bytes.length > BEGINNING && says(bytes)) ? bytes : undefined;
}
