/** How messages name a file that a reference or a glob led to. */
import path from 'node:path';
import type { Env } from '../io/env.ts';

/** Returns the path relative to the working directory, with `/` between folders. */
export function displayName(env: Env, absolute: string): string {
  const relative = path.relative(env.cwd, absolute);
  return (relative === '' ? absolute : relative).split(path.sep).join('/');
}
