// `npm run picture:page`: the picture of the page for the README, data/guide/page.png, taken from the page of the sample.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const picture = `${root}data/guide/page.png`;
const LARGEST = 150_000;

const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-picture-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = path.join(folder, 'talk.html');
  const sample = 'data/yerevan-2016/transcript.yaml';
  const made = spawnSync(process.execPath, ['bin/onrecord.cjs', 'show', sample, '-o', page], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const tab = await browser.newPage({ viewport: { width: 1280, height: 640 }, colorScheme: 'light' });
  await tab.goto(`file://${page}`);
  await tab.screenshot({ path: picture });
  const { size } = statSync(picture);
  if (size > LARGEST) throw new Error(`${picture} takes ${size} bytes, more than ${LARGEST}`);
  console.log(`data/guide/page.png: ${size} bytes`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
