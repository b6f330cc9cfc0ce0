/**
 * What the README says of the program is what the program says: its tables, its pictures, its links.
 * `ONRECORD_UPDATE_CASES=1` (`npm run pictures`) writes the tables and the picture anew.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withMarkedPart } from '../src/build/marked-part.ts';
import { GROUPS } from '../src/commands/command.ts';
import { COMMANDS } from '../src/commands/index.ts';
import { ROOT, runCli } from './helpers/run-cli.ts';
import { terminalPicture } from './helpers/terminal-picture.ts';

const README = path.join(ROOT, 'README.md');
const GUIDE = path.join(ROOT, 'data/guide');
const PICTURE = path.join(GUIDE, 'terminal.svg');
const isUpdate = process.env['ONRECORD_UPDATE_CASES'] === '1';
const readme = () => readFileSync(README, 'utf8');

function expectPart(name: string, content: string): void {
  const text = withMarkedPart(readme(), name, content);
  if (isUpdate) writeFileSync(README, text);
  expect(text).toContain(content);
  expect(readme() === text, `${name} is stale: run npm run pictures`).toBe(true);
}

test('it can be read in one go', () => {
  expect(statSync(README).size).toBeLessThanOrEqual(12 * 1024);
});

test('the page for those who carry on stays a page', () => {
  expect(readFileSync(path.join(ROOT, 'src/README.md'), 'utf8').split('\n').length - 1).toBeLessThanOrEqual(
    120,
  );
});

test('the table of commands is that of the help', () => {
  const shown = GROUPS.flatMap(group =>
    COMMANDS.filter(command => command.group === group && command.hidden !== true),
  );
  const rows = shown.map(({ name, summary }) => `| \`${name}\` | ${summary} |\n`);
  expectPart('commands', `| command | |\n|---|---|\n${rows.join('')}`);
});

test('the table of topics has every page of the guide', () => {
  const pages = readdirSync(GUIDE).filter(name => name.endsWith('.md'));
  const rows = pages.sort().map(name => {
    const [, title] = /^# (.+)/.exec(readFileSync(path.join(GUIDE, name), 'utf8'))!;
    return `| [${name.replace('.md', '')}](data/guide/${name}) | ${title} |\n`;
  });
  expectPart('topics', `| topic | |\n|---|---|\n${rows.join('')}`);
});

test('set-up is two commands', () => {
  const [, section] = /^## Set-up\n([\s\S]*?)^## /m.exec(readme())!;
  const blocks = [...section!.matchAll(/```sh\n([\s\S]*?)```/g)].map(match => match[1]!.trim().split('\n'));
  expect(blocks).toEqual([['npm ci', 'npm start']]);
});

test('every link leads to a file, and pictures are small', () => {
  const targets = [...readme().matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(match => match[1]!);
  expect(targets).toContain('data/guide/terminal.svg');
  for (const target of targets) expect(existsSync(path.join(ROOT, target)), target).toBe(true);
  for (const target of targets.filter(name => /\.(?:svg|png|jpg|webp)$/.test(name)))
    expect(statSync(path.join(ROOT, target)).size, target).toBeLessThan(150_000);
});

test('the picture of the terminal is what the terminal shows', async () => {
  const { stdout } = await runCli(
    ['show', 'data/yerevan-2016', '--brief', '--width', '100', '--color', 'always'],
    { vars: { TERM: 'xterm' } },
  );
  const lines = stdout.split('\n');
  // Up to the first utterance that somebody contests as a whole.
  const end = lines.findIndex(line => line.includes('u5')) + 1;
  expect(end).toBeGreaterThan(30);
  const title = '$ onrecord show data/yerevan-2016 --brief';
  const picture = terminalPicture([title, '', ...lines.slice(0, end), '…'].join('\n'), title);
  if (isUpdate) writeFileSync(PICTURE, picture);
  expect(readFileSync(PICTURE, 'utf8') === picture, 'stale: run npm run pictures').toBe(true);
});
