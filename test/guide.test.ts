/**
 * The console blocks of the README and of the guide are run: `$ command`, what it prints, and `? N` where the status is
 * not 0. `ONRECORD_UPDATE_CASES=1` writes what was printed into the page, to be read before it is committed.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleBlocks } from './helpers/console-blocks.ts';
import { ROOT, runCli } from './helpers/run-cli.ts';
import { runLine } from './helpers/run-line.ts';

const GUIDE = 'data/guide';
const topics = readdirSync(path.join(ROOT, GUIDE)).filter(name => name.endsWith('.md'));

test.each(['README.md', ...topics.map(name => `${GUIDE}/${name}`)])(
  'every console block of %s prints what it says',
  async name => {
    const file = path.join(ROOT, name);
    const page = readFileSync(file, 'utf8');
    // One folder for the whole page: a later block may use what an earlier one made.
    const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-guide-'));
    cpSync(path.join(ROOT, 'data'), path.join(folder, 'data'), { recursive: true });
    const blocks = consoleBlocks(page);
    const printed: string[] = [];
    for (const block of blocks) {
      let text = '';
      for (const command of block.commands) {
        const { output, status } = await runLine(command, folder);
        text += `$ ${command}\n${output}${status === 0 ? '' : `? ${status}\n`}`;
      }
      printed.push(text);
    }
    rmSync(folder, { recursive: true });
    if (process.env['ONRECORD_UPDATE_CASES'] === '1')
      writeFileSync(
        file,
        blocks.reduce((text, block, i) => text.replace(block.text, () => printed[i]!), page),
      );
    for (const [i, block] of blocks.entries())
      expect(printed[i], `${name}, line ${block.line}`).toBe(block.text);
  },
);

test.each(topics.map(name => name.replace('.md', '')))(
  'help %s prints the page at any width',
  async topic => {
    for (const width of ['20', '60', '100']) {
      const { stdout, status } = await runCli(['help', topic, '--width', width]);
      expect(status).toBe(0);
      expect(stdout.split('\n').length).toBeGreaterThan(5);
    }
  },
);

test('help lists every topic with what it is about', async () => {
  const { stdout } = await runCli(['help']);
  for (const name of topics) {
    const [heading] = readFileSync(path.join(ROOT, GUIDE, name), 'utf8').split('\n');
    expect(stdout).toMatch(new RegExp(`^ *${name.replace('.md', '')} +\\S`, 'm'));
    expect(heading).toMatch(/^# .{10,90}$/);
  }
});
