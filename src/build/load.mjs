import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

/** The project's folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** Imports a TypeScript module by its path in the project: Node 20 runs JavaScript only. */
export async function load(source) {
  const bundle = join(
    project,
    'node_modules/.cache/onrecord',
    source.replaceAll('/', '-').replace('.ts', '.mjs'),
  );
  await build({
    input: join(project, source),
    platform: 'node',
    external: /^[@a-z]/,
    output: { file: bundle, format: 'esm', codeSplitting: false },
    logLevel: 'warn',
  });
  return import(pathToFileURL(bundle).href);
}
