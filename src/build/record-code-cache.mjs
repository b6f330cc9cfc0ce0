// Runs the built program on the sample and keeps, beside each chunk, the code that V8 has compiled on the way.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { chunkLoader, CODE_CACHE_ENDING, optimiseLate } = createRequire(import.meta.url)(
  `${root}/dist/cli/main.cjs`,
);

const sample = `${root}/data/yerevan-2016`;
const transcript = `${sample}/transcript.yaml`;
const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-build-'));
const edited = path.join(folder, 'transcript.yaml');
writeFileSync(edited, readFileSync(transcript, 'utf8').replaceAll(' the ', ' that '));

const COMMAND_LINES = {
  show: [
    ['show', transcript],
    ['show', transcript, '--color', 'always'],
    ['diff', transcript, edited],
  ],
  check: [['check', sample]],
};

for (const [build, commandLines] of Object.entries(COMMAND_LINES)) {
  const scripts = new Map();
  optimiseLate();
  const load = chunkLoader(`${root}/dist/cli/${build}`, {
    loaded: (file, script) => scripts.set(file, script),
  });
  const { start } = load('./start.cjs');
  for (const argv of commandLines) await start(argv);
  // So much was read that optimised code would have paid; what is recorded holds for the flags at this time.
  optimiseLate();
  for (const [file, script] of scripts) writeFileSync(file + CODE_CACHE_ENDING, script.createCachedData());
}
process.exitCode = 0;
rmSync(folder, { recursive: true });
