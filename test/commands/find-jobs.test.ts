/** `find --jobs`: whatever the number of jobs, what comes out is the same. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SearchOrder, searchInThread } from '../../src/commands/find/thread.ts';
import type { Env, Threads } from '../../src/io/env.ts';
import { runCli } from '../helpers/run-cli.ts';

let folder: string;
let started: number;

/** Threads that run in this one, with everything copied as real ones copy it. */
const threads = (env: Env): Threads => ({
  processors: 3,
  worth: 10_000,
  run: async input => {
    started++;
    return structuredClone(await searchInThread(structuredClone(input) as SearchOrder, env));
  },
});

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

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'onrecord-find-jobs-'));
  mkdirSync(path.join(folder, '.git'));
  started = 0;
  for (const name of ['ann', 'bob', 'cat', 'dan']) write(`${name}.yaml`, talk(name));
  write('ann.layer.yaml', layer('ann.yaml'));
  write('talks/eve.yaml', talk('eve'));
  write('talks/fay.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe end.\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const find = (jobs: string, args: readonly string[]) =>
  runCli(['find', '--jobs', jobs, ...args], { cwd: folder, threads });

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
  expect(started).toBe(0);
  for (const jobs of ['2', '4', 'auto']) {
    started = 0;
    expect(await find(jobs, args)).toEqual(alone);
    expect(started).toBeGreaterThan(0);
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
  const alone = await runCli(args('1'), { cwd: folder, stdin: talk('sam'), threads });
  expect(alone.stdout).toContain('says sam');
  expect(await runCli(args('3'), { cwd: folder, stdin: talk('sam'), threads })).toEqual(alone);
  expect(started).toBe(0);
});

test('what goes wrong in a thread is told', async () => {
  const failing = () => ({
    processors: 2,
    worth: 1000,
    run: async () => Promise.reject(new Error('no memory left')),
  });
  const { stderr, status } = await runCli(['find', 'end', '--jobs', '2', '.'], {
    cwd: folder,
    threads: failing,
  });
  expect(stderr).toContain('internal error: no memory left');
  expect(status).toBe(2);
});

test.for(['0', 'many'])('--jobs %s is refused', async jobs => {
  const { stderr, status } = await find(jobs, ['end']);
  expect(stderr).toContain('--jobs');
  expect(status).toBe(2);
});
