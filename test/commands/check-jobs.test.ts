/** `check --jobs`: whatever the number of jobs, what comes out is the same. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { checkInThread } from '../../src/commands/check/thread.ts';
import { failing, PretendedThreads } from '../helpers/pretended-threads.ts';
import { runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, writeFiles } = folderOfEachTest();
const threads = new PretendedThreads(100_000, checkInThread);
beforeEach(() => {
  mkdirSync(path.join(folder, '.git'));
  threads.started = 0;
});

const SPEECH = 'They said that the bridge is closed. '.repeat(30).trim();

/** A transcript of more than 100 KB with one error. */
const talk = (name: string) => `onrecord: 1
parties: {${name}: {name: Person ${name}}}
utterances:
${Array.from({ length: 110 }, (_, i) => `  - {id: u${i}, speaker: ${name}, text: "${SPEECH}"}`).join('\n')}
  - {id: last, speaker: nobody, text: The end.}
`;
const layer = (transcript: string, target = 'u3', before = '') => `onrecord: 1
${before}transcript: ${transcript}
annotations:
  - {id: n1, target: ${target}, tag: confirmed, note: She revealed it.}
  - {id: n2, target: u2, tag: unclear}
`;

const PROJECTS = {
  'a.yaml': talk('ann'),
  'a.layer.yaml': layer('a.yaml'),
  'b.yaml': talk('bob'),
  'broken.yaml': 'onrecord: 1\nutterances: [',
  'c/c.yaml': talk('cid'),
  'notes/b.yaml': layer('../b.yaml', 'u999'),
  'notes/gone.yaml': layer('../gone.yaml'),
  '.onrecord.yaml': 'layers: [notes/*.yaml]\nrules: {loaded-verb: error, no-such-rule: error}\n',
};

const check = (jobs: string, args: readonly string[]) =>
  runCli(['check', '--jobs', jobs, ...args], { cwd: folder, change: threads.change });

test.for([
  [['--format', 'json', '.']],
  [['--format', 'text', '.']],
  [['--format', 'sarif', '--strict', '.']],
  [['--rule', 'bare-stance', 'notes/b.yaml', 'a.layer.yaml', 'c/c.yaml', 'b.yaml', 'a.yaml']],
  [['--format', 'line', 'a.yaml', 'missing.yaml', 'b.yaml', './a.yaml', 'c', 'also-missing.yaml']],
  [['--fix', '--dry-run', '.']],
] as const)('check %j is the same in one, two, four and any number of jobs', async ([args]) => {
  writeFiles(PROJECTS);
  const alone = await check('1', args);
  expect(alone.stdout).not.toBe('');
  expect(threads.started).toBe(0);
  for (const jobs of partOf(['2', '4', 'auto'], 2, args.length)) {
    threads.started = 0;
    expect(await check(jobs, args)).toEqual(alone);
    expect(threads.started).toBeGreaterThan(0);
  }
});

test('a layer that is not seen to be one brings the files back into one job', async () => {
  // Whether the transcript has a finding hangs on the layer.
  const mute = talk('ann').replace('utterances:', 'utterances:\n  - {id: u999, text: Who is it?}');
  const keys = Array.from({ length: 300 }, (_, i) => `x-key-${i}: some words of a project's own\n`).join('');
  const speaker = `${layer('a.yaml', 'u1', keys)}  - {id: n3, target: u999, speaker: ann}\n`;
  writeFiles({ 'a.yaml': mute, 'b.yaml': talk('bob'), 'c.yaml': speaker });
  const alone = await check('1', ['--format', 'json', '.']);
  expect(alone.stdout).not.toContain('nothing says who speaks');
  expect(await check('2', ['--format', 'json', '.'])).toEqual(alone);
  expect(threads.started).toBe(1);
});

test('--fix writes the same files', async () => {
  writeFiles(PROJECTS);
  const bytes = () => Object.keys(PROJECTS).map(file => readFileSync(path.join(folder, file), 'utf8'));
  const fixedAlone = await check('1', ['--fix', '.']);
  const alone = bytes();
  expect(alone).not.toEqual(Object.values(PROJECTS));
  writeFiles(PROJECTS);
  expect(await check('3', ['--fix', '.'])).toEqual(fixedAlone);
  expect(bytes()).toEqual(alone);
});

test('little input is checked in one job', async () => {
  writeFiles({ ...PROJECTS, 'a.yaml': layer('b.yaml'), 'c/c.yaml': layer('../b.yaml') });
  await check('4', ['.']);
  expect(threads.started).toBe(0);
});

test('standard input is checked as a file is', async () => {
  writeFiles(PROJECTS);
  const args = (jobs: string) => ['check', '--format', 'line', '--jobs', jobs, '-', 'b.yaml', 'a.yaml'];
  const stdin = talk('dan').replaceAll('dan', 'nobody-known');
  const alone = await runCli(args('1'), { cwd: folder, stdin, change: threads.change });
  expect(alone.stdout).toContain('<stdin>:');
  expect(await runCli(args('3'), { cwd: folder, stdin, change: threads.change })).toEqual(alone);
  expect(threads.started).toBeGreaterThan(0);
});

test('--since is the same, and so is what goes wrong with it', async () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  rmSync(path.join(folder, '.git'), { recursive: true });
  const stance = (tag: string) =>
    `onrecord: 1\ntranscript: a.yaml\nannotations:\n  - {id: s1, target: u1, tag: ${tag}, by: ann, when: 2016, aspect: content}\n`;
  writeFiles({ ...PROJECTS, 'a.layer.yaml': stance('disputed') });
  git('init');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-m', 'Before');
  writeFiles({ 'a.layer.yaml': stance('asserted') });
  for (const revision of ['HEAD', 'no-such-revision']) {
    const alone = await check('1', ['--format', 'line', '--since', revision, '.']);
    expect(alone.stdout + alone.stderr).toMatch(/forbidden-transition|no-such-revision/);
    expect(await check('2', ['--format', 'line', '--since', revision, '.'])).toEqual(alone);
  }
});

test('what goes wrong in a thread is told', async () => {
  writeFiles(PROJECTS);
  const { stderr, status } = await runCli(['check', '--jobs', '2', '.'], { cwd: folder, change: failing });
  expect(stderr).toContain('internal error: no memory left');
  expect(status).toBe(2);
});

test.for(['0', 'many', '-1', '1.5'])('--jobs %s is refused', async jobs => {
  const { stderr, status } = await check(jobs, ['.']);
  expect(stderr).toContain('--jobs');
  expect(status).toBe(2);
});
