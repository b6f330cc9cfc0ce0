/** Paths with every link followed. */

import fs from 'node:fs';
import path from 'node:path';
import { getOrMake } from '../core/maps.ts';

/**
 * Follows the links of a folder once for all the files in it, and asks nothing about the files that are known to be no
 * links: a folder may hold thousands of them.
 */
export function realPaths(listed: ReadonlyMap<string, ReadonlySet<string>>): (file: string) => string {
  const folders = new Map<string, string>();
  const known = new Map<string, string>();
  return file => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const folder = path.dirname(file);
    const name = path.basename(file);
    const isNoLink = listed.get(folder)?.has(name) === true;
    if (folder === file || (!isNoLink && fs.lstatSync(file).isSymbolicLink()))
      return fs.realpathSync.native(file);
    const real = getOrMake(folders, folder, () => fs.realpathSync.native(folder));
    const found = path.join(real, name);
    if (isNoLink) known.set(file, found);
    return found;
  };
}
