/** The console blocks of the README are run: `$ command`, its output, and `? N` where the status is not 0. */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleBlocks } from './helpers/console-blocks.ts';
import { ROOT } from './helpers/run-cli.ts';
import { runLine } from './helpers/run-line.ts';

const blocks = consoleBlocks(readFileSync(path.join(ROOT, 'README.md'), 'utf8'));

test('the README shows commands', () => {
  expect(blocks.length).toBeGreaterThan(5);
});

test('every console block of the README prints what it says', async () => {
  // One folder for the whole tour: a later block may use what an earlier one made.
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-readme-'));
  cpSync(path.join(ROOT, 'data'), path.join(folder, 'data'), { recursive: true });
  for (const block of blocks) {
    let printed = '';
    for (const { command, line } of block.commands) {
      const { output, status } = await runLine(command, folder);
      printed += `$ ${command}\n${output}`;
      if (status !== 0) printed += `? ${status}\n`;
      expect(line).toBeGreaterThan(0);
    }
    expect(printed.trimEnd(), `README.md line ${block.line}`).toBe(block.text.trimEnd());
  }
});
