/** What people type: options in any place, words of other programs, slips. */
import { expect, test } from 'vitest';
import { orderedLine } from '../../src/cli/command-line.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { GROUPS } from '../../src/commands/command.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { ROOT, runCli } from '../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';

test.each([
  ['--no-color show F', 'show --no-color F'],
  ['--color never --ascii show F -f json', 'show --color never --ascii F -f json'],
  ['-f json show F', 'show -f json F'],
  ['--format=json show F', 'show --format=json F'],
  ['-w tag:disputed show F', 'show -w tag:disputed F'],
  // The value of an option is never taken for the command.
  ['-o check show F', 'show -o check F'],
  ['help show', 'show --help'],
  ['--width 60 help show', 'show --help --width 60'],
  ['help standing', 'help standing'],
  ['version', '--version'],
  ['-v', '--version'],
  ['check -v .', 'check -v .'],
  ['shwo F', 'shwo F'],
  ['--nonsense', '--nonsense'],
  ['', ''],
])('%s', (typed, ordered) => {
  expect(orderedLine(typed.split(' ').filter(Boolean)).join(' ')).toBe(ordered);
});

test('a line makes the command that it names, and only help makes all of them', async () => {
  const commandsOf = async (...argv: string[]) => {
    const program = await buildProgram(argv, nodeEnv(ROOT), { stdout: '', stderr: '' }, () => {});
    return program.commands.map(command => command.name());
  };
  expect(await commandsOf('show', SAMPLE)).toEqual(['show']);
  for (const line of [['show', '--help'], ['-h'], []])
    expect(await commandsOf(...line)).toEqual(COMMANDS.map(({ name }) => name));
});

test('common options do the same before and after the command', async () => {
  const before = await runCli(['--ascii', '--width', '60', '-f', 'text', 'show', SAMPLE]);
  const after = await runCli(['show', SAMPLE, '--format', 'text', '--width', '60', '--ascii']);
  expect(before.status).toBe(0);
  expect(before).toEqual(after);
});

test.each([
  [['lint', '.'], 'unknown command lint\n  did you mean check?'],
  [['export', 'talk.yaml'], 'unknown command export\n  did you mean convert?'],
  [['view', 'talk.yaml'], 'unknown command view\n  did you mean show?'],
  [['annotat', 'talk.yaml'], 'unknown command annotat\n  did you mean annotate?'],
  [['frobnicate'], 'unknown command frobnicate\n  `onrecord --help` lists the commands'],
  [['show', SAMPLE, '--json'], 'unknown option --json\n  did you mean --format json?'],
  [['check', '--sarif'], 'unknown option --sarif\n  did you mean --format sarif?'],
  [['show', SAMPLE, '--foramt', 'json'], 'unknown option --foramt\n  did you mean --format?'],
  [['show', SAMPLE, '--zebra'], 'unknown option --zebra\n  `onrecord show -h` lists the options'],
  [
    ['find', '-tag:disputed', '.'],
    'unknown option -tag:disputed\n  put a query that begins with - after --: onrecord find -- <query> <paths>',
  ],
  [['show', SAMPLE, '--format'], '--format needs <format>'],
  [['show', SAMPLE, '-f', 'pdf'], 'for PDF, print the page: --format html -o talk.html'],
  [['show', SAMPLE, '--width', 'wide'], '--width wide: expected a whole number from 20 to 10000'],
  [['schema', 'layr'], 'did you mean layer?'],
  [['git', 'instal'], 'did you mean install?'],
  [['show'], 'name a transcript or a layer\n  for example: onrecord show talk.yaml'],
])('%j says what is meant', async (argv, words) => {
  const { stdout, stderr, status } = await runCli(argv);
  expect(stderr).toContain(words);
  expect(stderr).toMatch(/^onrecord: /);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('every command is in the help under its heading, in a line', async () => {
  const { stdout } = await runCli([]);
  const [, ...parts] = stdout.split(new RegExp(`^(?:${GROUPS.join('|')}|Common options.*)$`, 'm'));
  const shown = GROUPS.filter(group => COMMANDS.some(entry => entry.group === group));
  for (const [i, group] of shown.entries())
    expect(parts[i]!.match(/^ {2}\S+/gm)?.map(name => name.trim())).toEqual(
      COMMANDS.filter(entry => entry.group === group && entry.hidden !== true).map(({ name }) => name),
    );
  expect(stdout.split('\n').every(line => line.length <= 100)).toBe(true);
  expect((await runCli(['--help'])).stdout).toBe(stdout);
  expect((await runCli(['-h'])).stdout).toBe(stdout);
});

const shownCommands = COMMANDS.filter(({ hidden }) => hidden !== true).map(({ name }) => name);

test.each(shownCommands)('%s --help keeps to the terminal, and -h to a screen', async name => {
  for (const columns of [60, 80, 100]) {
    const full = await runCli([name, '--help'], { columns });
    const short = await runCli([name, '-h'], { columns });
    expect(full.status).toBe(0);
    // Examples are never broken: somebody copies them.
    const tooLong = (text: string) =>
      text.split('\n').filter(line => line.length > columns && !/^ {2}\$ |^ {6}--/.test(line));
    expect(tooLong(full.stdout)).toEqual([]);
    expect(tooLong(short.stdout)).toEqual([]);
    expect(full.stdout).toMatch(/^Usage: onrecord .*\n\n[\s\S]*\$ onrecord /);
    expect(short.stdout.split('\n').length).toBeLessThanOrEqual(columns < 80 ? 60 : 42);
  }
});
