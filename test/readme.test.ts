/**
 * The console blocks of the README are run: `$ command`, what it prints, and `? N` where the status is not 0.
 * `ONRECORD_UPDATE_CASES=1` writes what was printed into the README, to be read before it is committed.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleBlocks } from './helpers/console-blocks.ts';
import { ROOT } from './helpers/run-cli.ts';
import { runLine } from './helpers/run-line.ts';

const README = path.join(ROOT, 'README.md');
const readme = readFileSync(README, 'utf8');
const blocks = consoleBlocks(readme);

test('the README shows commands', () => {
  expect(blocks.length).toBeGreaterThan(5);
});

test('every console block of the README prints what it says', async () => {
  // One folder for the whole tour: a later block may use what an earlier one made.
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-readme-'));
  cpSync(path.join(ROOT, 'data'), path.join(folder, 'data'), { recursive: true });
  const printed: string[] = [];
  for (const block of blocks) {
    let text = '';
    for (const command of block.commands) {
      const { output, status } = await runLine(command, folder);
      text += `$ ${command}\n${output}${status === 0 ? '' : `? ${status}\n`}`;
    }
    printed.push(text);
  }
  if (process.env['ONRECORD_UPDATE_CASES'] === '1') {
    writeFileSync(
      README,
      blocks.reduce((text, block, i) => text.replace(block.text, () => printed[i]!), readme),
    );
  }
  for (const [i, block] of blocks.entries())
    expect(printed[i], `README.md, line ${block.line}`).toBe(block.text);
});
