import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, project } from './load.mjs';

/**
 * Makes src/core/schema/validators.js and fits.js, which are not committed: nobody would read their 5,000 lines. Every
 * build and test run begins with it; vitest calls it as its global set-up.
 */
export default async function makeValidators() {
  const { validators } = await load('src/build/schema/outputs.ts');
  for (const [path, text] of validators()) {
    const file = join(project, path);
    const present = await readFile(file, 'utf8').catch(() => undefined);
    if (present !== text) await writeFile(file, text);
  }
}
