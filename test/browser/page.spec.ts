/** The page of the sample as an editor meets it: seen, read by a screen reader, worked by keyboard, printed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printHtml } from '../../src/printers/view/html.ts';
import { richView } from '../fixtures/view.ts';
import { plain } from '../helpers/print-context.ts';
import { launch, open, Pages, printed, SAMPLE } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = new Pages();
let browser: Browser;
let sample = '';
/** Two readings, crossing passages, several scripts, acts without a party or a date, passages that were not found. */
let rich = '';

beforeAll(async () => {
  browser = await launch();
  sample = await pages.show(SAMPLE);
  const styleSheet = readFileSync('data/page.css', 'utf8');
  rich = pages.save(printHtml(richView, plain(), { styleSheet }));
});

afterAll(async () => {
  await browser?.close();
  pages.remove();
});

async function openFolds(page: Page): Promise<void> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
}

/** Of the browser; tests are checked without its types. */
declare const getComputedStyle: (element: unknown) => Readonly<Record<string, string>>;

function styleOf(element: Locator, property: string): Promise<string | undefined> {
  return element.evaluate((node, name) => getComputedStyle(node)[name], property);
}

/** Every rule of axe, best practices and the experimental size of targets included. */
async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    `axe.run({ rules: { 'target-size': { enabled: true } } })`,
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`);
}

test.for([
  ['light', 1280],
  ['light', 390],
  ['dark', 1280],
  ['dark', 390],
] as const)('axe-core finds nothing in %s mode at %i px', async ([colorScheme, width]) => {
  for (const file of [sample, rich]) {
    const { page } = await open(browser, file, { colorScheme, viewport: { width, height: 900 } });
    await openFolds(page);
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
  }
});

test('axe-core finds nothing in the page as it opens, and while a filter is on', async () => {
  const { page } = await open(browser, sample, { viewport: { width: 1280, height: 900 } });
  expect(await violationsIn(page)).toEqual([]);
  await page.locator('#_standing-disputed').check();
  expect(await violationsIn(page)).toEqual([]);
  await page.close();
});

test('nothing scrolls sideways from 320 to 1600 px, whatever the length of a word', async () => {
  const long = 'Донаудампфшифффартсгезельшафт'.repeat(6);
  const wide = await pages.of({
    'talk.yaml': `onrecord: 1
title: ${long}
sources: {s: {title: ${long}, url: 'https://example.org/${'x'.repeat(200)}'}}
parties: {p: {name: ${long}, role: ${long}}}
utterances:
  - {id: u1, speaker: p, text: ${long}, source: s, at: ${long}}
annotations:
  - {id: a1, target: u1, comment: ${long}, note: ${long}}
  - {id: a2, target: u1, tag: disputed, aspect: content, by: p, when: unknown, wording: ${long}}
claims:
  - {id: c1, text: ${long}, target: u1}
`,
  });
  for (const [name, file] of Object.entries({ sample, rich, wide })) {
    const { page } = await open(browser, file);
    await openFolds(page);
    for (const width of [320, 390, 704, 820, 1100, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(widest, `${name} at ${width} px`).toBeLessThanOrEqual(width);
    }
    await page.close();
  }
});

test('no request leaves the page, nothing runs, and every link has its target', async () => {
  const { page, deeds } = await open(browser, sample);
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[href]')].map(link => link.getAttribute('href')).filter(href => !href.startsWith('#') || document.getElementById(href.slice(1)) === null)`,
  );
  expect(links).toEqual([]);
  expect(await page.locator('[href]').count()).toBeGreaterThan(400);
  expect(deeds).toEqual({ requests: [], dialogs: [], errors: [] });
  await page.close();
});

describe('without a script', () => {
  const context = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false };

  test('a letter leads to its note, which opens, and back', async () => {
    const { page } = await open(browser, sample, context);
    const note = page.locator('[id="_u2.a"]');
    expect(await note.isVisible()).toBe(false);
    await page.locator('[id="_u2.a.words"]').click();
    expect(page.url()).toMatch(/#_u2\.a$/);
    expect(await note.isVisible()).toBe(true);
    expect(await styleOf(note, 'backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
    await note.locator('.back').click();
    expect(page.url()).toMatch(/#_u2\.a\.words$/);
    await page.close();
  });

  test('an address of a folded note opens it and lights it', async () => {
    const { page } = await open(browser, sample, context, '#a-u2-give-up');
    expect(await page.locator('#a-u2-give-up').isVisible()).toBe(true);
    await page.close();
  });

  test('stances and what readers differ on are open, the rest is folded', async () => {
    const { page } = await open(browser, sample, context);
    expect(await page.locator('#a-giving-up').isVisible()).toBe(true);
    expect(await page.locator('#a-u10-voice, .differ >> nth=0').first().isVisible()).toBe(true);
    expect(await page.locator('#a-by-lukashenko').isVisible()).toBe(false);
    await page.close();
  });

  test('the filter works by keyboard, says what it hides, and goes by keyboard', async () => {
    const { page } = await open(browser, sample, context);
    const shown = (selector: string) => page.locator(`${selector}:visible`).count();
    expect(await shown('.claim')).toBe(18);
    await page.locator('#_standing-all').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#_standing-disputed').isChecked()).toBe(true);
    expect(await shown('.claim')).toBe(4);
    expect(await shown('#_conversation .speech')).toBe(5);
    expect(await page.locator('.notice').isVisible()).toBe(true);
    await page.locator('.more summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#_speaker-all').focus();
    await page.keyboard.press('ArrowDown');
    expect(await shown('#_conversation .speech')).toBe(3);
    await page.locator('.notice button').focus();
    await page.keyboard.press('Enter');
    expect(await shown('.claim')).toBe(18);
    expect(await shown('#_conversation .speech')).toBe(16);
    expect(await page.locator('.notice').isVisible()).toBe(false);
    await page.close();
  });

  test('kinds of notes and readings are filtered, and a mark that has another kind stays', async () => {
    const { page } = await open(browser, sample, context);
    await page.locator('.more summary').click();
    await page.locator('#_open-all').check();
    const visible = (id: string) => page.locator(`[id="${id}"]`).isVisible();
    expect(await visible('a-u2-give-up')).toBe(true);
    await page.locator('#_kind-reference').uncheck();
    expect(await visible('a-u2-give-up')).toBe(false);
    expect(await visible('a-giving-up')).toBe(true);
    const lineOf = (letter: string) =>
      styleOf(page.locator(`#u1 mark.on-${letter}`).first(), 'textDecorationLine');
    expect([await lineOf('a'), await lineOf('b')]).toEqual(['underline', 'none']);
    await page.locator('#_kind-reference').check();
    await page.locator('#_reading-2').check();
    expect(await visible('a-giving-up')).toBe(false);
    expect(await visible('b-retort')).toBe(true);
    await page.close();
  });

  test('folds open by keyboard', async () => {
    const { page } = await open(browser, sample, context);
    const fold = page.locator('.claim .why').first();
    await fold.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await fold.locator('.stances').first().isVisible()).toBe(true);
    await page.close();
  });

  test('notes stand in the margin above 1100 px and under their words below', async () => {
    for (const [width, isBeside] of [
      [1280, true],
      [1100, true],
      [1099, false],
      [390, false],
    ] as const) {
      const { page } = await open(browser, sample, { ...context, viewport: { width, height: 900 } });
      const words = (await page.locator('#u1 .said').boundingBox())!;
      const notes = (await page.locator('#u1 .side').boundingBox())!;
      expect(notes.x >= words.x + words.width).toBe(isBeside);
      await page.close();
    }
  });
});

test('each group of marks has a line of its own, without colour', async () => {
  const { page } = await open(browser, sample);
  const lines = await page.evaluate<string[]>(
    `['contested', 'affirmed', 'in-part', 'unsettled', 'request', 'voice', 'edit', 'reference'].map(group => {
      const mark = document.createElement('mark');
      mark.className = group;
      document.body.append(mark);
      const { textDecorationStyle, textDecorationThickness } = getComputedStyle(mark);
      return textDecorationStyle + ' ' + textDecorationThickness;
    })`,
  );
  expect(new Set(lines).size).toBe(lines.length);
  await page.close();
});

test('the timeline leads to its notes, lies on its axis, and goes with its readings', async () => {
  const { page } = await open(browser, sample, { viewport: { width: 1280, height: 900 } });
  const rows = page.locator('.timeline li');
  expect(await rows.count()).toBe(10);
  await page.locator('.sections a[href="#_timeline"]').focus();
  await page.keyboard.press('Enter');
  await rows.first().locator('a').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#a-date-season').isVisible()).toBe(true);
  const axis = await page.locator('.axis').boundingBox();
  for (const bar of await page.locator('.timeline .bar').all()) {
    const box = await bar.boundingBox();
    expect([box?.x, box?.width].map(Number).map(Math.round)).toEqual(
      [axis?.x, axis?.width].map(Number).map(Math.round),
    );
  }
  await page.locator('.more > summary').click();
  await page.locator('#_reading-2').check();
  // Of the second reader, and what the head says as well.
  expect(await rows.filter({ visible: true }).count()).toBe(2);
  await page.close();
});

test('the picture of a timeline loads nothing, and is read in light and dark at any width', async () => {
  const picture = await pages.picture(SAMPLE);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, deeds } = await open(browser, picture, {
      colorScheme,
      viewport: { width: 390, height: 900 },
    });
    expect(await violationsIn(page)).toEqual([]);
    const { width, title } = await page.evaluate<{ width: number; title: string }>(
      `({ width: document.documentElement.scrollWidth, title: document.querySelector('svg title').textContent })`,
    );
    expect(width).toBeLessThanOrEqual(390);
    expect(title).toContain('Timeline: Talk of the presidents');
    const paper = await styleOf(page.locator('.paper'), 'fill');
    expect(paper).toBe(colorScheme === 'light' ? 'rgb(253, 252, 248)' : 'rgb(21, 23, 26)');
    expect(deeds).toEqual({ requests: [], dialogs: [], errors: [] });
    await page.close();
  }
});

/** A talk of so many passages, some of them long; the last alone has a note. */
function longTalk(count: number): string {
  const words = 'The council has seen what the repair of the bridge costs. ';
  const utterances = Array.from(
    { length: count },
    (_, i) => `  - {id: u${i + 1}, speaker: a, text: "${words.repeat(1 + ((i * 7) % 9))}"}`,
  );
  return `onrecord: 1
title: A long talk
parties: {a: {name: Ada}}
utterances:
${utterances.join('\n')}
claims: [{id: c, text: The repair costs a lot, aspect: content, target: u${count - 30}}]
annotations: [{id: n, target: u${count}, comment: The end.}]
`;
}

test('in a long talk a link lands on its passage, also where others are laid out on the way', async () => {
  const file = await pages.of({ 'long.yaml': longTalk(420) });
  const top = (page: Page, id: string) =>
    page.evaluate<number>(`document.getElementById('${id}').getBoundingClientRect().top`);
  const { page } = await open(browser, file, { reducedMotion: 'no-preference' }, '#u350');
  const near = async (id: string) => {
    await expect.poll(() => top(page, id), { timeout: 20_000 }).toBeLessThan(100);
    await page.waitForTimeout(500);
    expect(await top(page, id)).toBeGreaterThanOrEqual(0);
    expect(await top(page, id)).toBeLessThan(100);
  };
  await near('u350');
  await page.locator('.claim .where a', { hasText: 'u390' }).click();
  await near('u390');
  await page.close();
});

describe('on paper', () => {
  let sheets: string[] = [];
  beforeAll(async () => {
    sheets = await printed(browser, sample);
  });

  test('the sample takes at most 12 sheets of A4', () => {
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.length).toBeLessThanOrEqual(12);
  });

  test('what is folded on the screen is printed', () => {
    const words = sheets.join(' ').replace(/\s+/g, ' ');
    expect(words).toContain('ceding the districts');
    expect(words).toContain('An event of 2020 cannot be');
    expect(words).toContain('Only contested, by Alexander Lukashenko');
    expect(words).not.toContain('More filters');
  });

  test('every sheet has its number, the file and its hash at the foot', () => {
    for (const [index, sheet] of sheets.entries()) {
      const foot = sheet.trimEnd().split('\n').at(-1)!;
      expect(foot).toMatch(/transcript\.yaml · [0-9a-f]{12}/);
      expect(foot).toContain(`${index + 1} / ${sheets.length}`);
    }
  });

  test('passages without notes fill the sheets', async () => {
    const long = await printed(browser, await pages.of({ 'long.yaml': longTalk(60) }));
    const lines = long.slice(1, -2).map(sheet => sheet.split('\n').filter(line => line.trim() !== '').length);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.min(...lines)).toBeGreaterThan(Math.max(...lines) * 0.75);
  });

  test('no heading is alone at the foot of a sheet', () => {
    for (const sheet of sheets) {
      const last = sheet
        .trimEnd()
        .split('\n')
        .filter(line => line.trim() !== '')
        .at(-2)!
        .trim();
      expect(last).not.toMatch(
        /^(?:Standings|Conversation|Statements about the talk|Timeline|People|Sources|Key|Said later)/,
      );
      expect(last).not.toMatch(/^(?:Alexander Lukashenko|Serzh Sargsyan|The outlet)\b.*\b[a-z]\d+$/);
    }
  });
});
