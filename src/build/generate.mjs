/**
 * Writes what is generated from src/core/schema/schema.ts, the word lists, the rules, the formats and the vocabulary, and
 * the scripts for shells; tests find stale files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load, project } from './load.mjs';
import makeValidators from './validators.mjs';

function readProjectFile(path) {
  const file = join(project, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function write(path, text) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(path);
}

const { generatedFiles } = await load('src/build/schema/outputs.ts');
for (const [path, text] of generatedFiles()) await write(path, text);
await makeValidators();
const { languageFiles } = await load('src/build/words/outputs.ts');
for (const [path, text] of languageFiles(readProjectFile)) await write(path, text);
// The rules read values of the generated modules, so they come second.
const { presetFiles } = await load('src/build/rules/outputs.ts');
for (const [path, text] of presetFiles()) await write(path, text);
const { PAGES_WITH_TABLES, withTables } = await load('src/build/guide/outputs.ts');
for (const page of PAGES_WITH_TABLES) await write(page, withTables(readProjectFile(page)));
const { completionScripts } = await load('src/build/completion/outputs.ts');
for (const [path, text] of await completionScripts()) await write(path, text);
