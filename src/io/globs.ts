/** Files by pattern, with `/` between folders on every system: `layers/*.yaml`, `!drafts/**`. */
import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import { baseOf, globMatcher, isNegated } from '../core/text/glob.ts';
import type { FileSystem } from './env.ts';
import { PASSED_OVER } from './passed-over.ts';

/** Whether a path matches one of the globs. Both are relative to one folder. Made once for each list. */
export const matcher = lazilyFor((globs: readonly string[]) => globMatcher(globs, { dot: true }));

/** Whether {@link filesMatching} could find a path, which is relative to the folder of the globs. */
export const matcherOfFound = lazilyFor((globs: readonly string[]) =>
  globMatcher(globs.filter(glob => !isNegated(glob))),
);

/**
 * The files that globs match, as paths in the form of the globs, sorted by code unit. Folders that begin with a dot and
 * `node_modules`, and files that begin with a dot, are skipped.
 */
export function filesMatching(files: FileSystem, folder: string, globs: readonly string[]): string[] {
  const found = new Set<string>();
  for (const glob of globs) {
    const base = baseOf(glob);
    const isMatch = globMatcher([glob]);
    // `/talks/*.yaml` is relative to no folder.
    const root = path.isAbsolute(base) ? '' : folder;
    if (isNegated(glob) || files.kind(path.join(root, base)) !== 'folder') continue;
    for (const file of filesBelow(files, root, base === '' ? '.' : base)) if (isMatch(file)) found.add(file);
  }
  return [...found].sort();
}

function* filesBelow(files: FileSystem, root: string, folder: string): Generator<string> {
  for (const name of files.list(path.join(root, folder))) {
    const file = folder === '.' ? name : `${folder}/${name}`;
    if (!name.endsWith('/')) yield file;
    else if (!PASSED_OVER.test(name)) yield* filesBelow(files, root, file.slice(0, -1));
  }
}
