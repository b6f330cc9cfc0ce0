/** Which files a check is about: files as named, and in folders those that are ours. */
import { compareText } from '../core/finding.ts';
import type { Env } from '../io/env.ts';
import { STDIN } from './load.ts';

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

export function filesToCheck(env: Env, paths: readonly string[]): FilesToCheck {
  const names = new Set<string>();
  const troubles: unknown[] = [];
  for (const path of paths) {
    if (path === STDIN || env.files.kind(path) !== 'folder') names.add(path);
    else for (const name of oursBelow(env, path, troubles)) names.add(name);
  }
  return { names: [...names], troubles };
}

function oursBelow(env: Env, folder: string, troubles: unknown[]): string[] {
  const found: string[] = [];
  try {
    for (const name of env.files.list(folder)) {
      const path = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
      if (name.endsWith('/')) {
        if (!PASSED_OVER.test(name)) found.push(...oursBelow(env, path.slice(0, -1), troubles));
      } else if (YAML_FILE.test(name) && isOurs(env, path)) found.push(path);
    }
  } catch (error) {
    troubles.push(error);
  }
  return found.sort(compareText);
}

function isOurs(env: Env, path: string): boolean {
  return OURS.test(new TextDecoder('latin1').decode(env.files.read(path)));
}
