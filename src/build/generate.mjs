/** Writes the files that are generated from src/core/schema/schema.ts; test/generated.test.ts finds stale ones. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const project = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(project, 'node_modules/.cache/onrecord/outputs.mjs');

await build({
  input: join(project, 'src/build/schema/outputs.ts'),
  platform: 'node',
  external: /^[a-z]/,
  output: { file: bundle, format: 'esm' },
  logLevel: 'warn',
});
const { generatedFiles } = await import(pathToFileURL(bundle).href);
for (const [path, text] of generatedFiles()) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(path);
}
