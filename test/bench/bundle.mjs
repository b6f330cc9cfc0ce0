// Bundles modules of a checkout, so that each can be measured alone: Node 20 does not run TypeScript.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

/** The files in `folder` that the modules became, each with the exports of its module. */
export async function bundle(root, folder, modules) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const input = Object.fromEntries(
    Object.entries(modules).map(([name, file]) => [name, path.join(root, file)]),
  );
  const built = await rolldown({ input, cwd: root, platform: 'node', logLevel: 'silent' });
  await built.write({ dir: folder, entryFileNames: '[name].js', format: 'esm' });
  await built.close();
  return Object.fromEntries(Object.keys(modules).map(name => [name, path.join(folder, `${name}.js`)]));
}
