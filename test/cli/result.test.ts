/** Where results go: pipe, pager, file. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';

interface Terminal {
  readonly rows?: number;
  readonly vars?: Record<string, string>;
  readonly isTTY?: boolean;
  readonly hasPager?: boolean;
}

/** Runs on a terminal; what the pager was given, and what was written without it. */
async function onTerminal(
  argv: readonly string[],
  { rows = 24, vars = {}, isTTY = true, hasPager = true }: Terminal = {},
) {
  const paged: { text: string; command: string }[] = [];
  const pager = async (text: string, command: string) => {
    if (hasPager) paged.push({ text, command });
    return hasPager;
  };
  const terminal = isTTY ? { columns: 80, rows } : {};
  const options = { ...terminal, vars: { TERM: 'xterm', ...vars }, change: () => ({ pager }) };
  return { ...(await runCli(argv, options)), paged };
}

test('a long view goes through less, laid out for the terminal', async () => {
  const { status, paged, stdout } = await onTerminal(['show', SAMPLE]);
  expect(status).toBe(0);
  expect(stdout).toBe('');
  expect(paged.map(({ command }) => command)).toEqual(['less -FRX']);
  expect(paged[0]!.text).toBe(
    (await runCli(['show', SAMPLE], { columns: 80, vars: { TERM: 'xterm' } })).stdout,
  );
});

test.each([
  ['ONRECORD_PAGER before PAGER', { ONRECORD_PAGER: 'bat', PAGER: 'more' }, 'bat'],
  ['PAGER before less', { PAGER: 'more' }, 'more'],
])('%s', async (_, vars, command) => {
  expect((await onTerminal(['show', SAMPLE], { vars })).paged[0]?.command).toBe(command);
});

test.each<[string, readonly string[], Terminal]>([
  ['what fits on the terminal', ['show', SAMPLE], { rows: 5000 }],
  ['--no-pager', ['show', SAMPLE, '--no-pager'], {}],
  ['--no-pager before the command', ['--no-pager', 'show', SAMPLE], {}],
  ['an empty PAGER', ['show', SAMPLE], { vars: { PAGER: '' } }],
  ['a PAGER of cat', ['show', SAMPLE], { vars: { PAGER: 'cat' } }],
  ['a terminal that is none', ['show', SAMPLE], { vars: { TERM: 'dumb' } }],
  ['a pipe', ['show', SAMPLE], { isTTY: false }],
  ['a pager that is not there', ['show', SAMPLE], { hasPager: false }],
  ['findings', ['check', '--format', 'line', '--allow-empty', 'data'], {}],
])('%s needs no pager', async (_, argv, terminal) => {
  const { paged, stdout, status } = await onTerminal(argv, terminal);
  expect(paged).toEqual([]);
  expect(stdout).not.toBe('');
  expect(status).toBe(0);
});

test('long help is read as results are', async () => {
  expect((await onTerminal(['annotate', '--help'])).paged).toHaveLength(1);
  expect((await onTerminal(['help', 'standing'])).paged).toHaveLength(1);
});

const { folder } = folderOfEachTest();

test('-o writes a new file, the bytes that a pipe gets', async () => {
  const file = path.join(folder, 'talk.html');
  const piped = await runCli(['show', SAMPLE, '-f', 'html']);
  const { status, stdout } = await runCli(['show', SAMPLE, '-f', 'html', '-o', file], { columns: 80 });
  expect([status, stdout]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toBe(piped.stdout);
});

test('-o keeps a file that is there, unless --force is given', async () => {
  const file = path.join(folder, 'talk.json');
  writeFileSync(file, 'mine');
  const refused = await runCli(['show', SAMPLE, '-f', 'json', '-o', file]);
  expect([refused.status, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
  expect(refused.stderr).toContain('already exists; nothing was written');
  expect((await runCli(['show', SAMPLE, '-f', 'json', '-o', file, '--force'])).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^\{/);
});

test('--force writes over a file that is larger than any that is read', async () => {
  const file = path.join(folder, 'large.json');
  writeFileSync(file, '');
  truncateSync(file, 257 * 1024 * 1024);
  const { status, stderr } = await runCli(['show', SAMPLE, '-o', file, '--force']);
  expect([status, stderr]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toMatch(/^\{/);
});

test('-o never writes over a folder', async () => {
  for (const force of [[], ['--force']]) {
    const { status, stderr } = await runCli(['show', SAMPLE, '-o', folder, ...force]);
    expect([status, stderr]).toEqual([
      2,
      `onrecord: ${folder}: is a folder, expected a file\n  name a file in it\n`,
    ]);
  }
});

test('-o never writes over an input, even with --force', async () => {
  const file = path.join(folder, 'talk.yaml');
  const text = 'onrecord: 1\nutterances:\n  - {id: u1, text: The bridge will carry eight tonnes.}\n';
  writeFileSync(file, text);
  const { status, stderr } = await runCli(['show', file, '-o', file, '--force']);
  expect([status, readFileSync(file, 'utf8')]).toEqual([2, text]);
  expect(stderr).toContain('is an input of this command');
});

const TALK = 'onrecord: 1\nutterances:\n  - {id: u1, text: The bridge will carry eight tonnes.}\n';

test.each([
  ['that an option names', ['quotes', 'draft.md', '--in', 'talk.yaml', '-o', 'talk.yaml']],
  ['in a folder', ['stats', '.', '-o', './talk.yaml']],
  ['among what a glob matches', ['find', 'bridge', '*.yaml', '-o', 'talk.yaml']],
  ['that another file leads to', ['show', 'notes.layer.yaml', '-o', 'talk.yaml']],
  ['that is the configuration', ['show', 'talk.yaml', '-o', '.onrecord.yaml']],
])('-o never writes over an input %s', async (_, line) => {
  const files = {
    'talk.yaml': TALK,
    'draft.md': '“The bridge will carry eight tonnes.”\n',
    'notes.layer.yaml':
      'onrecord: 1\ntranscript: talk.yaml\nannotator: {name: Ann}\nannotations:\n  - {id: a1, target: u1, tag: comment, note: So it is.}\n',
    '.onrecord.yaml': 'ignore: [old/*]\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const { status, stderr } = await runCli([...line, '--force'], { cwd: folder });
  expect(stderr).toContain('is an input of this command; nothing was written');
  expect(status).toBe(2);
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
});
