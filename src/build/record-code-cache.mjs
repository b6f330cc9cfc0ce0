// Runs the built program on the sample and keeps, beside each chunk, the code that V8 has compiled on the way.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { chunkLoader, CODE_CACHE_ENDING, optimiseLate } = createRequire(import.meta.url)(
  `${root}/dist/cli/main.cjs`,
);

const sample = `${root}/data/yerevan-2016`;
const COMMAND_LINES = [
  ['show', `${sample}/transcript.yaml`],
  ['check', sample],
];

const scripts = new Map();
optimiseLate();
const { start } = chunkLoader(`${root}/dist/cli`, (file, script) => scripts.set(file, script))('./start.cjs');
for (const argv of COMMAND_LINES) await start(argv);
process.exitCode = 0;
for (const [file, script] of scripts) writeFileSync(file + CODE_CACHE_ENDING, script.createCachedData());
