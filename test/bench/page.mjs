// `npm run bench:page`: a page of 10,000 utterances and 2,000 annotations in Debian's Chromium. Prints its size, how long the
// program takes to make it, how long a browser takes to open it, and how long a filter takes. Aims: 2 s and 200 ms. Then the
// page of the sample: its size, its links, and the sheets that it takes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { env, median, table } from './measure.mjs';

const ROUNDS = 5;
const UTTERANCES = 10_000;
const ANNOTATIONS = 2_000;
const root = fileURLToPath(new URL('../../', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-page-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const file = path.join(folder, 'talk.yaml');
  writeFileSync(file, transcript());
  const long = made(file);
  const { opened, filters } = await inBrowser(long.page);
  const seconds = ms => `${(ms / 1000).toFixed(2)} s`;
  const sample = made(`${root}data/yerevan-2016/transcript.yaml`);
  const { links, dead, sheets } = await printed(sample.page);
  console.log(
    table([
      [`${UTTERANCES} utterances, ${ANNOTATIONS} annotations`, `median of ${ROUNDS}`],
      ['size', `${(statSync(long.page).size / 1e6).toFixed(1)} MB`],
      ['onrecord show -o', seconds(long.wall)],
      ['open in Chromium', seconds(median(opened))],
      ...Object.entries(filters).map(([name, times]) => [name, `${Math.round(median(times))} ms`]),
      ['the sample', ''],
      ['size', `${Math.round(statSync(sample.page).size / 1e3)} KB`],
      ['links, of them dead', `${links}, ${dead}`],
      ['sheets of A4', sheets],
    ]),
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A page of a transcript, and how long the program took. */
function made(file) {
  const page = path.join(folder, `${path.basename(file)}-${path.basename(path.dirname(file))}.html`);
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, [`${root}bin/onrecord.cjs`, 'show', file, '-o', page], {
    env,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return { page, wall: Number(process.hrtime.bigint() - start) / 1e6 };
}

async function printed(page) {
  const tab = await browser.newPage();
  await tab.goto(`file://${page}`);
  const [links, dead] = await tab.evaluate(() => {
    const all = [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'));
    return [all.length, all.filter(href => document.getElementById(href.slice(1)) === null).length];
  });
  const pdf = `${page}.pdf`;
  await tab.pdf({ path: pdf, preferCSSPageSize: true });
  const text = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
  return { links, dead, sheets: text.split('\f').length - 1 };
}

async function inBrowser(page) {
  const opened = [];
  const filters = { 'filter by standing': [], 'filter by speaker': [], 'show everything': [] };
  for (let round = 0; round < ROUNDS; round++) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const start = performance.now();
    await tab.goto(`file://${page}`);
    await tab.evaluate(painted);
    opened.push(performance.now() - start);
    filters['filter by standing'].push(await tab.evaluate(clicked, '#_standing-disputed'));
    filters['show everything'].push(await tab.evaluate(clicked, '.notice button'));
    filters['filter by speaker'].push(await tab.evaluate(clicked, '#_speaker-2'));
    await tab.close();
  }
  return { opened, filters };
}

/** Resolves when what changed is on the screen. Runs in the browser. */
function painted() {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Milliseconds from a click until its effect is on the screen. Runs in the browser. */
function clicked(selector) {
  const start = performance.now();
  document.querySelector(selector).click();
  return new Promise(resolve =>
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))),
  );
}

/** Two speakers in turn; every fifth utterance has a note, and a third of the notes are stances. */
function transcript() {
  const lines = [
    'onrecord: 1',
    'title: A long hearing',
    'date: 2026-01-10',
    'parties:',
    '  lind: {name: Anna Lind}',
    '  okafor: {name: Bo Okafor}',
    'utterances:',
  ];
  for (let i = 1; i <= UTTERANCES; i++)
    lines.push(
      `  - {id: u${i}, speaker: ${i % 2 === 0 ? 'lind' : 'okafor'}, text: 'The bridge of the year ${1000 + i} carries eight tonnes, and nobody asked the harbour about it before the spring flood came down.'}`,
    );
  lines.push('annotations:');
  for (let i = 1; i <= ANNOTATIONS; i++) {
    const target = `target: u${i * (UTTERANCES / ANNOTATIONS)}`;
    const body =
      i % 3 === 0
        ? `quote: eight tonnes, tag: ${i % 2 === 0 ? 'disputed' : 'confirmed'}, by: okafor, aspect: content, when: 2026-01-1${i % 10}, wording: Six at most`
        : i % 3 === 1
          ? 'quote: the harbour, refers-to: the harbour of the town'
          : 'comment: A figure of the old survey.';
    lines.push(`  - {id: a${i}, ${target}, ${body}}`);
  }
  return `${lines.join('\n')}\n`;
}
