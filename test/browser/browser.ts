/** Pages of ours in Debian's Chromium. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { runCli } from '../helpers/run-cli.ts';

/** Milliseconds: where much else is going on, a page is slow to come. */
const PATIENCE = 120_000;

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const SAMPLE = 'data/yerevan-2016/transcript.yaml';

export async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `${CHROMIUM} is missing: apt-get install chromium poppler-utils, or name a browser in CHROMIUM`,
    );
  // Root has no sandbox.
  return chromium.launch({
    executablePath: CHROMIUM,
    timeout: PATIENCE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A folder of pages, made by the program itself. */
export class Pages {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'onrecord-pages-'));
  #count = 0;

  /** Writes files, shows the first as a page, and returns the page's path. */
  async of(
    files: Readonly<Record<string, string | Uint8Array>>,
    ...options: readonly string[]
  ): Promise<string> {
    const folder = mkdtempSync(path.join(this.folder, 'files-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    return this.show(Object.keys(files)[0]!, options, folder);
  }

  async show(file: string, options: readonly string[] = [], cwd?: string): Promise<string> {
    const page = path.join(this.folder, `${++this.#count}.html`);
    const command = /\.ya?ml$/.test(file) ? ['show', file] : ['convert', file, '--to', 'html'];
    const result = await runCli([...command, ...options, '-o', page], cwd === undefined ? {} : { cwd });
    if (result.status !== 0) throw new Error(`${file}: ${result.stderr}`);
    return page;
  }

  /** A page with the timeline of a transcript as its picture. */
  async picture(file: string): Promise<string> {
    const result = await runCli(['timeline', file, '--format', 'svg']);
    if (result.status !== 0) throw new Error(`${file}: ${result.stderr}`);
    return this.save(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Timeline</title><body><main><h1>Timeline</h1>${result.stdout}</main></body></html>`,
    );
  }

  /** A page from text. */
  save(html: string): string {
    const page = path.join(this.folder, `${++this.#count}.html`);
    writeFileSync(page, html);
    return page;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a page did beside being shown. */
interface Deeds {
  readonly requests: string[];
  readonly dialogs: string[];
  readonly errors: string[];
}

export interface Opened {
  readonly page: Page;
  readonly deeds: Deeds;
}

export async function open(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
  address = '',
): Promise<Opened> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  page.setDefaultTimeout(PATIENCE);
  const deeds: Deeds = { requests: [], dialogs: [], errors: [] };
  page.on('request', request => {
    const url = request.url();
    if (url.split('#')[0] !== `file://${file}`) deeds.requests.push(url);
  });
  page.on('dialog', dialog => {
    deeds.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', error => deeds.errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') deeds.errors.push(message.text());
  });
  await page.goto(`file://${file}${address}`);
  return { page, deeds };
}

/** The words of each sheet of a printed page. */
export async function printed(browser: Browser, file: string): Promise<string[]> {
  const { page } = await open(browser, file);
  const pdf = `${file}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await page.close();
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}
