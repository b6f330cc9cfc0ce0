/** `find --jobs`: whatever the number of jobs, what comes out is the same. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type SearchOrder, searchInThread } from '../../src/commands/find/thread.ts';
import { failing, PretendedThreads } from '../helpers/pretended-threads.ts';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();
const threads = new PretendedThreads(10_000, (input, env) => searchInThread(input as SearchOrder, env));

const SPEECH = 'They said that the bridge is closed. '.repeat(30).trim();

/** A transcript of more than 10 KB. */
const talk = (name: string) => `onrecord: 1
parties: {${name}: {name: Person ${name}}}
utterances:
${Array.from({ length: 12 }, (_, i) => `  - {id: u${i}, speaker: ${name}, text: "${SPEECH}"}`).join('\n')}
  - {id: last, speaker: ${name}, text: "The end, says ${name}."}
`;
const layer = (transcript: string, before = '') => `onrecord: 1
${before}transcript: ${transcript}
annotations:
  - {id: n1, target: last, comment: The end of it., private: true}
`;

beforeEach(() => {
  mkdirSync(path.join(folder, '.git'));
  threads.started = 0;
  for (const name of ['ann', 'bob', 'cat', 'dan']) write(`${name}.yaml`, talk(name));
  write('ann.layer.yaml', layer('ann.yaml'));
  write('talks/eve.yaml', talk('eve'));
  write('talks/fay.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe end.\n');
});

const find = (jobs: string, args: readonly string[]) =>
  runCli(['find', '--jobs', jobs, ...args], { cwd: folder, change: threads.change });

test.for([
  [['end']],
  [['"the end"', '--format', 'ndjson', '--context', '1']],
  [['end', '--format', 'csv']],
  [['end', '--count']],
  [['end', '--width', '80']],
  [['nowhere']],
  [['speaker:ann,eve end']],
  [['speaker:nobody-known']],
  [['end', 'ann.yaml', 'missing.yaml', 'cat.yaml', 'dan.yaml', 'also-missing.yaml']],
] as const)('find %j is the same in one, two, four and any number of jobs', async ([args]) => {
  const alone = await find('1', args);
  expect(alone.stdout + alone.stderr).not.toBe('');
  expect(threads.started).toBe(0);
  for (const jobs of ['2', '4', 'auto']) {
    threads.started = 0;
    expect(await find(jobs, args)).toEqual(alone);
    expect(threads.started).toBeGreaterThan(0);
  }
});

test('a broken layer, which may belong to every talk beside it, is told once', async () => {
  write('broken.layer.yaml', 'onrecord: 1\ntranscript: [\n');
  const alone = await find('1', ['end']);
  expect(alone.status).toBe(2);
  expect(alone.stderr.match(/broken\.layer\.yaml/g)).toHaveLength(1);
  expect(await find('3', ['end'])).toEqual(alone);
});

test('a layer that is not seen to be one does not bring its transcript twice', async () => {
  const keys = Array.from({ length: 300 }, (_, i) => `x-key-${i}: some words of a project's own\n`).join('');
  write('talks/zoe.layer.yaml', layer('eve.yaml', keys));
  const alone = await find('1', ['end', '--count']);
  expect(alone.stdout).toContain('talks/zoe.layer.yaml:1');
  expect(alone.stdout.match(/eve\.yaml/g)).toHaveLength(1);
  expect(await find('4', ['end', '--count'])).toEqual(alone);
});

test('standard input is searched in one job', async () => {
  const args = (jobs: string) => ['find', 'end', '--jobs', jobs, '-', 'bob.yaml', 'ann.yaml'];
  const alone = await runCli(args('1'), { cwd: folder, stdin: talk('sam'), change: threads.change });
  expect(alone.stdout).toContain('says sam');
  expect(await runCli(args('3'), { cwd: folder, stdin: talk('sam'), change: threads.change })).toEqual(alone);
  expect(threads.started).toBe(0);
});

test('what goes wrong in a thread is told', async () => {
  const { stderr, status } = await runCli(['find', 'end', '--jobs', '2', '.'], {
    cwd: folder,
    change: failing,
  });
  expect(stderr).toContain('internal error: no memory left');
  expect(status).toBe(2);
});

test.for(['0', 'many'])('--jobs %s is refused', async jobs => {
  const { stderr, status } = await find(jobs, ['end']);
  expect(stderr).toContain('--jobs');
  expect(status).toBe(2);
});
