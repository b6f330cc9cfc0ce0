/** Earlier versions of a file in git: the newest first, through renames, up to a limit. */
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { pinOfSpeeches } from '../../src/core/anchor/pin.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import type { Env, Git } from '../../src/io/env.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { earlierVersions } from '../../src/project/earlier-versions.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, commitAll, git, run, write } = folderOfEachTest();
beforeEach(() => {
  git('init', '--quiet');
});

const talk = (text: string) => `onrecord: 1\nutterances:\n  - {id: u1, text: ${text}}\n`;

function commit(name: string, text: string): void {
  write(name, text);
  commitAll();
}

/** What is found of the words of `u1`, and the names of the git commands that it took. */
function look(name: string, words: string, cwd = folder) {
  const env = nodeEnv(ROOT, cwd);
  const calls: string[] = [];
  const counted: Git = (args, ...rest) => {
    calls.push(args[0]!);
    return env.git(args, ...rest);
  };
  const watched: Env = { ...env, git: counted };
  const versions = earlierVersions(watched, async (bytes, file) => readDocument(bytes, file));
  const search = async () =>
    (await versions.find(name, ({ speeches }) => speeches.get('u1')?.text === words))?.name;
  return { search, calls };
}

test('the newest version is HEAD, older ones have their commit', async () => {
  commit('talk.yaml', talk('One.'));
  commit('talk.yaml', talk('Two.'));
  write('talk.yaml', talk('Three.'));
  expect(await look('talk.yaml', 'Two.').search()).toBe('HEAD:talk.yaml');
  expect(await look('talk.yaml', 'One.').search()).toMatch(/^[0-9a-f]{10}:talk\.yaml$/);
  expect(await look('talk.yaml', 'Three.').search()).toBeUndefined();
});

test('renames are followed, and names are those of the working directory', async () => {
  commit('talks/old.yaml', `${talk('One.')}# ${'padding '.repeat(30)}\n`);
  renameSync(path.join(folder, 'talks/old.yaml'), path.join(folder, 'talks/new.yaml'));
  commit('talks/new.yaml', `${talk('Two.')}# ${'padding '.repeat(30)}\n`);
  expect(await look('talks/new.yaml', 'One.').search()).toMatch(/^[0-9a-f]{10}:talks\/old\.yaml$/);
  const inside = look('new.yaml', 'One.', path.join(folder, 'talks'));
  expect(await inside.search()).toMatch(/^[0-9a-f]{10}:old\.yaml$/);
});

test('a version is read once, and only as many as it takes', async () => {
  for (const words of ['One.', 'Two.', 'Three.', 'Four.']) commit('talk.yaml', talk(words));
  const { search, calls } = look('talk.yaml', 'Three.');
  expect(await search()).toBe(await search());
  expect(calls.filter(name => name === 'log')).toHaveLength(1);
  expect(calls.filter(name => name === 'cat-file')).toHaveLength(2);
});

test('no more than a hundred versions are looked at', async () => {
  const data = (text: string) => `data ${text.length}\n${text}\n`;
  const commits = Array.from({ length: 103 }, (_, i) => [
    `commit HEAD\ncommitter Ann <ann@example.org> ${i} +0000\n${data('x')}`,
    `M 644 inline talk.yaml\n${data(talk(`Number ${i}.`))}`,
  ]);
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.flat().join('') });
  const { search, calls } = look('talk.yaml', 'Number 1.');
  expect(await search()).toBeUndefined();
  expect(calls.filter(name => name === 'cat-file')).toHaveLength(100);
});

test.for([
  ['outside of git', () => rmSync(path.join(folder, '.git'), { recursive: true })],
  ['before the first commit', () => {}],
] as const)('nothing is known %s', async ([, prepare]) => {
  write('talk.yaml', talk('One.'));
  prepare();
  expect(await look('talk.yaml', 'One.').search()).toBeUndefined();
});

test('check asks git only where a pin is old', async () => {
  const pin = pinOfSpeeches([{ id: 'u1', text: 'One.' }]);
  const notes = `annotations:\n  - {id: a1, target: u1, pin: ${pin}, comment: So.}\n`;
  commit('talk.yaml', talk('One.') + notes);
  const check = () => run('check', '--format', 'line', '--rule', 'pin-out-of-date', '.');
  const path = process.env['PATH'];
  try {
    // Without git the check of a current pin is the same.
    process.env['PATH'] = '/nowhere';
    expect(await check()).toEqual({ stdout: '', stderr: '', status: 0 });
  } finally {
    process.env['PATH'] = path;
  }
  write('talk.yaml', talk('Two.') + notes);
  expect((await check()).stdout).toBe(
    'talk.yaml:3:20: error: the words of `u1` changed under `a1`: One → Two [pin-out-of-date]\n',
  );
});
