/** Bundles modules of the tests for a script: Node 20 does not run TypeScript. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import makeValidators from '../../src/build/validators.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param input sources in the project, by name. @returns the path of the first one's bundle; the others lie beside it. */
export async function bundleForNode(folder, input) {
  await makeValidators();
  const built = await rolldown({
    input: Object.fromEntries(Object.entries(input).map(([name, source]) => [name, `${root}${source}`])),
    cwd: root,
    platform: 'node',
    logLevel: 'silent',
    transform: { define: { __VERSION__: '"0.0.0"', __HOMEPAGE__: 'null' } },
  });
  const dir = `${root}node_modules/.cache/onrecord/${folder}`;
  fs.rmSync(dir, { recursive: true, force: true });
  await built.write({
    dir,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    format: 'esm',
  });
  await built.close();
  return `${dir}/${Object.keys(input)[0]}.mjs`;
}
