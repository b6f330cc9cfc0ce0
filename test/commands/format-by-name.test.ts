/** `-o page.html`: of every command with `--format` and `-o`, the name of the output says the format. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { beforeEach, expect, test } from 'vitest';
import { declareOptions } from '../../src/commands/declare-options.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  html: 'page.html',
  markdown: 'a.MD',
  json: 'a.json',
  ndjson: 'a.ndjson',
  csv: 'a.csv',
  tsv: 'a.tsv',
  svg: 'a.svg',
  sarif: 'findings.sarif',
  junit: 'report.xml',
};
/** A line of each command that prints something. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  show: ['show', 'talk.yaml'],
  find: ['find', 'tonnes', 'talk.yaml'],
  diff: ['diff', 'talk.yaml', 'new.yaml'],
  quotes: ['quotes', 'draft.md', '--in', 'talk.yaml'],
  stats: ['stats', 'talk.yaml'],
  timeline: ['timeline', 'talk.yaml'],
  agree: ['agree', 'talk.yaml'],
  collate: ['collate', 'talk.yaml', 'new.yaml'],
};

const { folder, write } = folderOfEachTest();
beforeEach(() => {
  const talk = (words: string) =>
    `onrecord: 1\ndate: 2016\nparties: {hale: {name: May Hale}}\nutterances:\n  - {id: u1, speaker: hale, text: ${words}}\n`;
  const reader = (name: string, tag: string) =>
    `onrecord: 1\ntranscript: talk.yaml\ncreator: {name: ${name}}\nannotations: [{id: ${name}, target: u1, tag: ${tag}}]\n`;
  write('talk.yaml', talk('Eight tonnes of grain.'));
  write('new.yaml', talk('Nine tonnes of grain.'));
  write('talk.ada.layer.yaml', reader('ada', 'sic'));
  write('talk.per.layer.yaml', reader('per', 'unclear'));
  write('draft.md', 'She said: "Eight tonnes of grain."\n');
});

const declared = await Promise.all(
  COMMANDS.map(async entry => {
    const command = new Command(entry.name);
    declareOptions(command, entry, (await entry.load()).command);
    return { entry, command };
  }),
);
const both = declared.filter(
  ({ entry, command }) =>
    entry.printsResult === true && command.options.some(({ long }) => long === '--format'),
);
const formatsOf = (command: Command) =>
  command.options.find(({ long }) => long === '--format')!.argChoices ?? [];

test('every command with a format and an output is tried', () => {
  expect(both.map(({ entry }) => entry.name).sort()).toEqual(Object.keys(LINES).sort());
});

const rows = both.flatMap(({ command }) =>
  formatsOf(command)
    .filter(format => format in ENDINGS)
    .map(format => [command.name(), format] as const),
);

test.each(rows)('%s -o for %s', async (name, format) => {
  const line = LINES[name]!;
  const file = ENDINGS[format]!;
  const asked = await runCli([...line, '--format', format], { cwd: folder });
  const named = await runCli([...line, '-o', file], { cwd: folder });
  expect(asked.stdout).not.toBe('');
  expect([named.status, named.stdout]).toEqual([asked.status, '']);
  expect(readFileSync(path.join(folder, file), 'utf8')).toBe(asked.stdout);
});

test.each(both.map(({ command }) => [command.name(), command] as const))(
  '%s: --format wins, and another ending says nothing',
  async (name, command) => {
    const line = LINES[name]!;
    const format = formatsOf(command).find(each => each === 'json' || each === 'ndjson')!;
    const asText = await runCli(line, { cwd: folder });
    const asJson = await runCli([...line, '--format', format], { cwd: folder });
    for (const [file, options, expected] of [
      ['a.csv', ['--format', format], asJson.stdout],
      ['a.json', ['--format', 'text'], asText.stdout],
      ['b.txt', [], asText.stdout],
      ['c.docx', [], asText.stdout],
      ['d', [], asText.stdout],
    ] as const) {
      await runCli([...line, ...options, '-o', file], { cwd: folder });
      expect([file, readFileSync(path.join(folder, file), 'utf8')]).toEqual([file, expected]);
    }
  },
);

test.each(both.map(({ entry }) => entry.name))('the help of %s tells it', async name => {
  const { stdout } = await runCli([name, '--help']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('(default: by the name after -o, else text)');
});
