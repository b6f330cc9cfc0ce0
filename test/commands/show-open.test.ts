/** `show --open`: what is opened, and what is written for it. */
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Browser } from '../../src/io/env.ts';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();
beforeEach(() => {
  write('talk.yaml', 'onrecord: 1\nutterances:\n  - {id: u1, text: Eight tonnes.}\n');
});

async function open(...options: readonly string[]) {
  const opened: string[] = [];
  const browser: Browser = {
    temporaryFolder: () => mkdtempSync(path.join(folder, 'tmp-')),
    open: async file => void opened.push(file),
  };
  const result = await runCli(['show', 'talk.yaml', '--open', ...options], {
    cwd: folder,
    change: () => ({ browser: async () => browser }),
  });
  return { ...result, opened };
}

test('opens a page of its own, and prints nothing', async () => {
  const { opened, status, stdout, stderr } = await open();
  expect([status, stdout, opened.length]).toEqual([0, '', 1]);
  expect(path.basename(opened[0]!)).toBe('talk.html');
  expect(readFileSync(opened[0]!, 'utf8')).toContain('Eight tonnes.');
  expect(stderr).toContain(opened[0]!);
});

test('opens the page that -o writes', async () => {
  const { opened, status } = await open('-o', 'page.html');
  expect([status, opened]).toEqual([0, [path.join(folder, 'page.html')]]);
  expect(readFileSync(opened[0]!, 'utf8')).toContain('Eight tonnes.');
});
