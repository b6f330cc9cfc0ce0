/** An empty variable of a script: every argument and option of every command refuses '', and prints no result. */
import { Command } from 'commander';
import { beforeEach, expect, test } from 'vitest';
import { declareOptions } from '../../src/commands/declare-options.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();
beforeEach(() => {
  write('talk.yaml', 'onrecord: 1\nutterances: [{id: u1, text: We meet at nine.}]\n');
  write(
    'talk.layer.yaml',
    'onrecord: 1\ntranscript: talk.yaml\nannotations: [{id: a1, target: u1, tag: sic}]\n',
  );
});

const LINES: Readonly<Record<string, readonly string[]>> = {
  find: ['nine', 'talk.yaml'],
  diff: ['talk.yaml', 'talk.yaml'],
  collate: ['talk.yaml', 'talk.yaml'],
  reanchor: ['talk.yaml', 'talk.yaml', 'talk.layer.yaml'],
  merge: ['talk.yaml', 'talk.yaml', 'talk.yaml'],
  edit: ['talk.yaml', 'u1'],
  add: ['party', 'talk.yaml', 'Ada'],
  speakers: ['talk.yaml', 'u1=Ada'],
  quotes: ['talk.yaml', '--in', 'talk.yaml'],
  git: ['install'],
  completion: ['bash'],
  schema: ['transcript'],
  help: ['find'],
  explain: ['sic'],
  init: ['new'],
};

const commands = await Promise.all(
  COMMANDS.filter(({ hidden }) => hidden !== true).map(async entry => {
    const command = new Command(entry.name);
    declareOptions(command, entry, (await entry.load()).command);
    return [entry.name, command] as const;
  }),
);

test.each(commands)('%s', async (name, command) => {
  const line = LINES[name] ?? ['talk.yaml'];
  const arguments_ = [
    ...line.flatMap((word, at) => (word.startsWith('-') ? [] : [line.with(at, '')])),
    [...line, ''],
  ];
  const flags = command.options.filter(
    ({ required, optional, long }) => (required || optional) && long !== '--before' && long !== '--after',
  );
  const options = flags.flatMap(({ long, short }) => [
    [...line, long!, ''],
    [...line, `${long}=`],
    ...(short === undefined ? [] : [[short, '', ...line]]),
  ]);
  for (const words of [...arguments_, ...options]) {
    const { stdout, stderr, status } = await runCli([name, ...words], { cwd: folder });
    expect([words, status, stdout]).toEqual([words, 2, '']);
    expect(stderr).toMatch(
      /^onrecord: (?:"": no such file or folder|(?:-\w|--[\w-]+|<\w+>) is empty\n {2}.+)\n$/,
    );
  }
});

test.each([
  [['annotate', 'talk.yaml', '--target', 'u1', '--quote', 'We', '--before', '', '--tag', 'sic', '-n'], 0],
  [['find', '--', ''], 2],
  [['show', '', '--help'], 0],
])('%j', async (line, status) => {
  expect((await runCli(line, { cwd: folder })).status).toBe(status);
});

test('a layer that cannot be opened is told of alone', async () => {
  const line = ['reanchor', 'talk.yaml', 'talk.yaml', 'gone.layer.yaml'];
  expect(await runCli(line, { cwd: folder })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'onrecord: gone.layer.yaml: no such file or folder\n',
  });
});
