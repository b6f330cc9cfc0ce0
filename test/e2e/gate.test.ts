/** The gate in a real git repository: what the action and the hooks run, and what changed since a revision. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, git, read, write, run, commitAll } = folderOfEachTest();

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
  git('init', '-q', '-b', 'main');
  write('talk.yaml', TALK);
  write('notes.layer.yaml', layer(contest()));
  commitAll();
});

const since = () => run('check', '--format', 'line', '--rule', 'bad-date', '--since', 'HEAD', '.');

test('a stance that is deleted, with the dispute that it was, is an error', async () => {
  write('notes.layer.yaml', layer('  - {id: a2, target: u1, comment: By phone.}\n'));
  const { stdout, status } = await since();
  expect(status).toBe(1);
  expect(stdout.split('\n')).toEqual([
    'notes.layer.yaml:3:1: error: `a1` was deleted since HEAD [forbidden-transition]',
    'talk.yaml:7:10: error: `signed` became `unreviewed` again since HEAD [forbidden-transition]',
    'talk.yaml:7:10: error: `signed` is no longer contested, though no contest was withdrawn or superseded since HEAD [forbidden-transition]',
    '',
  ]);
});

test('a stance that is withdrawn is none', async () => {
  write('notes.layer.yaml', layer(contest(', withdrawn: 2021-06-01')));
  expect((await since()).stdout).toBe('');
});

test('a new transcript has no past', async () => {
  write('other.yaml', TALK.replaceAll('u1', 'v1').replaceAll('signed,', 'other,'));
  expect((await since()).status).toBe(0);
});

test.for([
  ['names the driver', '*.layer.yaml merge=onrecord diff=onrecord\n', true],
  ['names it among others', '* text=auto\n*.layer.yaml merge=onrecord\n', true],
  ['names another one', '*.yaml merge=union\n', false],
  ['names it in a comment', '# *.layer.yaml merge=onrecord\n', false],
] as const)('a clone without a merge driver whose .gitattributes %s', async ([, attributes, isTold]) => {
  write('.gitattributes', attributes);
  const before = await run('check', '.');
  expect(before.status).toBe(0);
  expect(before.stderr.includes('onrecord git install')).toBe(isTold);
  git('config', 'merge.onrecord.driver', 'onrecord merge-driver -- %O %A %B %L %P');
  expect((await run('check', '.')).stderr).toBe('');
});

test('the entry of the hook fails on an overclaim and passes without it', async () => {
  const [hook] = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  const argv = [...hook.entry.split(' ').slice(1), ...hook.args];
  expect((await run(...argv)).status).toBe(0);
  write('notes.layer.yaml', layer('  - {id: a1, target: signed, tag: confirmed}\n'));
  const { status, stdout } = await run(...argv);
  expect(status).toBe(1);
  expect(stdout).toContain('error[bare-stance]');
});

test('the hook passes in a repository that has no transcript yet', async () => {
  rmSync(path.join(folder, 'talk.yaml'));
  rmSync(path.join(folder, 'notes.layer.yaml'));
  write('compose.yaml', 'services: {}\n');
  for (const { entry, args } of parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))) {
    const argv = [...entry.split(' ').slice(1), ...args];
    expect(await run(...argv)).toMatchObject({ status: 0 });
  }
});

describe('the step of the action', () => {
  const { runs, inputs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
  const [step] = runs.steps;

  /** Runs the step with stand-ins for npm and node that print their words. */
  function runStep(): { readonly output: string; readonly action: string } {
    const bin = path.join(folder, 'bin');
    const action = path.join(folder, 'the action');
    mkdirSync(bin, { recursive: true });
    mkdirSync(action, { recursive: true });
    for (const name of ['npm', 'node']) {
      const script = `#!/bin/sh\necho "${name} in $PWD"\nfor word; do echo "<$word>"; done\n`;
      writeFileSync(path.join(bin, name), script, { mode: 0o755 });
    }
    const output = execFileSync('bash', ['--norc', '-eo', 'pipefail', '-c', `{ ${step.run}\n} 2>&1`], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${bin}:${process.env['PATH']}`,
        GITHUB_ACTION_PATH: action,
        INPUT_PATHS: 'talk.yaml *.layer.yaml',
        INPUT_ARGS: '--strict $(touch pwned)',
        INPUT_SINCE: 'origin/main; touch pwned',
      },
    });
    return { output, action };
  }

  test('is valid, and takes its inputs as words', () => {
    const variables = Object.keys(inputs).map(name => `INPUT_${name.toUpperCase()}`);
    expect(variables.sort()).toEqual(Object.keys(step.env).sort());
    expect(step.run).not.toContain('${{');
    const { output, action } = runStep();
    const words = output
      .slice(output.indexOf(`node in ${folder}\n`))
      .trim()
      .split('\n')
      .slice(1);
    expect(words).toEqual(
      [`${action}/bin/onrecord.cjs`, 'check', '--format', 'github', '--since', 'origin/main; touch pwned']
        .concat('--strict', '$(touch', 'pwned)', '--', 'talk.yaml', '*.layer.yaml')
        .map(word => `<${word}>`),
    );
    expect(git('status', '--short')).not.toContain('pwned');
  });

  test('builds the program in its own folder, once, and takes nothing from npm by name', () => {
    const { output, action } = runStep();
    expect(output).toContain(`npm in ${action}\n<ci>\n<--ignore-scripts>\n`);
    expect(output).toContain(`npm in ${action}\n<run>\n<build>\n`);
    expect(step.run).not.toMatch(/npx|onrecord@/);
    mkdirSync(path.join(action, 'dist', 'cli'), { recursive: true });
    writeFileSync(path.join(action, 'dist', 'cli', 'main.cjs'), '');
    expect(runStep().output).not.toContain('npm in');
  });
});

describe('on GitHub', () => {
  const onGitHub = (args: readonly string[], summary?: string) =>
    runCli(['check', ...args], {
      cwd: folder,
      vars: { GITHUB_ACTIONS: 'true', ...(summary !== undefined && { GITHUB_STEP_SUMMARY: summary }) },
    });
  const bare = (count: number) =>
    layer(
      Array.from({ length: count }, (_, i) => `  - {id: b${i}, target: signed, tag: confirmed}\n`).join(''),
    );

  test('errors come first, and the last line says that not all are shown', async () => {
    write(
      'a.yaml',
      TALK.replaceAll('speaker: ann, ', '').replaceAll('u1', 'v1').replaceAll('signed', 'sealed'),
    );
    write('notes.layer.yaml', bare(11));
    const { stdout, status } = await onGitHub(['.']);
    const lines = stdout.trimEnd().split('\n');
    const levels = lines.slice(0, -1).map(line => /^::(\w+)/.exec(line)?.[1]);
    expect(levels).toContain('warning');
    expect(levels).toEqual([...levels].sort((a, b) => 'ewn'.indexOf(a![0]!) - 'ewn'.indexOf(b![0]!)));
    expect(lines.at(-1)).toMatch(
      /^1\d errors, .* in 3 files; GitHub shows 10 of each level, this log has all$/,
    );
    expect(status).toBe(1);
  });

  test('ten of a level are all shown', async () => {
    write('notes.layer.yaml', layer('  - {id: b1, target: signed, tag: confirmed}\n'));
    expect((await onGitHub(['.'])).stdout).not.toContain('GitHub shows');
  });

  test('the whole list goes behind what is in the summary of the step', async () => {
    const summary = path.join(folder, 'summary.md');
    writeFileSync(summary, 'Before\n');
    write('notes.layer.yaml', bare(12));
    const { stdout } = await onGitHub(['.'], summary);
    expect(stdout).toContain('the summary of the step lists all');
    const text = read('summary.md');
    expect(text).toMatch(/^Before\n### onrecord check: 1\d errors/);
    expect(text.match(/^\| error \| notes/gm)!.length).toBeGreaterThanOrEqual(12);
  });

  test('a summary larger than GitHub takes is cut behind a line', async () => {
    const summary = path.join(folder, 'summary.md');
    write('notes.layer.yaml', bare(5000));
    await onGitHub(['.'], summary);
    const text = read('summary.md');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1000);
    expect(text).toMatch(/ \|\n\n\d+ more are in the log of the step\n$/);
  });

  test('other formats write no summary, and one that cannot be written is told', async () => {
    const summary = path.join(folder, 'summary.md');
    await onGitHub(['--format', 'json', '.'], summary);
    expect(existsSync(summary)).toBe(false);
    const { stderr, status } = await onGitHub(['.'], folder);
    expect(stderr).toContain('the summary of the step cannot be written');
    expect(status).toBe(0);
  });
});
