/** The gate in a real git repository: what the action and the hooks run, and what changed since a revision. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, runCli } from '../helpers/run-cli.ts';

let folder: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });

const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'a change');
}

const TALK = `onrecord: 1
parties: {ann: {name: Ann}, bob: {name: Bob}}
sources: {gazette: {title: Gazette}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
claims:
  - {id: signed, text: The contract was signed., aspect: content, target: u1}
`;
const contest = (more = '') =>
  `  - {id: a1, target: signed, tag: denied, by: bob, when: 2021-05-03, wording: Nobody signed., sources: [{source: gazette, at: page 2}]${more}}\n`;
const layer = (annotations: string) => `onrecord: 1\ntranscript: talk.yaml\nannotations:\n${annotations}`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'onrecord-gate-'));
  git('init', '-q', '-b', 'main');
  write('talk.yaml', TALK);
  write('notes.layer.yaml', layer(contest()));
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const since = () =>
  runCli(['check', '--format', 'line', '--rule', 'bad-date', '--since', 'HEAD', '.'], { cwd: folder });

test('nothing changed since the last commit', async () => {
  expect(await since()).toEqual({ stdout: '', stderr: '', status: 0 });
});

test('a stance that is deleted, with the dispute that it was, is an error', async () => {
  write('notes.layer.yaml', layer('  - {id: a2, target: u1, comment: By phone.}\n'));
  const { stdout, status } = await since();
  expect(status).toBe(1);
  expect(stdout.split('\n')).toEqual([
    'notes.layer.yaml:3:1: error: `a1` was deleted since HEAD [forbidden-transition]',
    'talk.yaml:7:10: error: `signed` became `unreviewed` again since HEAD [forbidden-transition]',
    'talk.yaml:7:10: error: `signed` is not contested any more, though no contest was withdrawn or superseded since HEAD [forbidden-transition]',
    '',
  ]);
});

test('a stance that is withdrawn is none', async () => {
  write('notes.layer.yaml', layer(contest(', withdrawn: 2021-06-01')));
  expect((await since()).stdout).toBe('');
});

test('a layer that is deleted takes its stances with it, and that is told', async () => {
  rmSync(path.join(folder, 'notes.layer.yaml'));
  expect((await since()).stdout).toBe(
    'notes.layer.yaml: error: notes.layer.yaml with 1 stance was deleted since HEAD [forbidden-transition]\n',
  );
});

test('a new transcript has no past, and an unknown revision is trouble', async () => {
  write('other.yaml', TALK.replaceAll('u1', 'v1').replaceAll('signed,', 'other,'));
  expect((await since()).status).toBe(0);
  const unknown = await runCli(['check', '--since', 'nowhere', '.'], { cwd: folder });
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('git knows no such revision');
});

test.for([
  ['names the driver', '*.layer.yaml merge=onrecord diff=onrecord\n', true],
  ['names it among others', '* text=auto\n*.layer.yaml merge=onrecord\n', true],
  ['names another one', '*.yaml merge=union\n', false],
  ['names it in a comment', '# *.layer.yaml merge=onrecord\n', false],
] as const)('a clone without a merge driver whose .gitattributes %s', async ([, attributes, isTold]) => {
  write('.gitattributes', attributes);
  const before = await runCli(['check', '.'], { cwd: folder });
  expect(before.status).toBe(0);
  expect(before.stderr.includes('onrecord git install')).toBe(isTold);
  git('config', 'merge.onrecord.driver', 'onrecord merge-driver -- %O %A %B %L %P');
  expect((await runCli(['check', '.'], { cwd: folder })).stderr).toBe('');
});

test('the entry of the hook fails on an overclaim and passes without it', async () => {
  const [hook] = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  const argv = [...hook.entry.split(' ').slice(1), ...hook.args];
  expect((await runCli(argv, { cwd: folder })).status).toBe(0);
  write('notes.layer.yaml', layer('  - {id: a1, target: signed, tag: confirmed}\n'));
  const { status, stdout } = await runCli(argv, { cwd: folder });
  expect(status).toBe(1);
  expect(stdout).toContain('error[bare-stance]');
});

test('the step of the action is valid, takes its inputs as words, and says what it found to GitHub', () => {
  const { runs, inputs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
  const [step] = runs.steps;
  expect(
    Object.keys(inputs)
      .map(name => `INPUT_${name.toUpperCase()}`)
      .sort(),
  ).toEqual(Object.keys(step.env).sort());
  expect(step.run).not.toContain('${{');
  const bin = path.join(folder, 'bin');
  execFileSync('mkdir', [bin]);
  writeFileSync(path.join(bin, 'npx'), '#!/bin/sh\nfor word; do echo "<$word>"; done\n', { mode: 0o755 });
  const output = execFileSync('bash', ['-eo', 'pipefail', '-c', step.run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${bin}:${process.env['PATH']}`,
      INPUT_PATHS: 'talk.yaml *.layer.yaml',
      INPUT_ARGS: '--strict $(touch pwned)',
      INPUT_SINCE: 'origin/main; touch pwned',
      INPUT_VERSION: '1.0.0',
    },
  });
  expect(output.trim().split('\n')).toEqual(
    ['--yes', 'onrecord@1.0.0', 'check', '--format', 'github', '--since', 'origin/main; touch pwned']
      .concat('--strict', '$(touch', 'pwned)', '--', 'talk.yaml', '*.layer.yaml')
      .map(word => `<${word}>`),
  );
  expect(git('status', '--short')).not.toContain('pwned');
});
