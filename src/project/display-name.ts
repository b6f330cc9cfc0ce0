/** How messages name a file that a reference or a glob led to. */
import path from 'node:path';
import type { Env } from '../io/env.ts';

/** Returns the path relative to the working directory, with `/` between folders. */
export function displayName(env: Env, absolute: string): string {
  return nameIn(env.cwd, absolute) || absolute.split(path.sep).join('/');
}

/** The path of a file relative to a folder, with `/` between folders; both are absolute. Empty for the folder itself. */
export function nameIn(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
