/** `check` as a whole: configuration, exceptions, baseline, fixes and exit status, in a folder of its own. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { hurryTheClock } from '../helpers/hurried-clock.ts';
import { type CliOptions, runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, read, writeFiles } = folderOfEachTest();
beforeEach(() => {
  mkdirSync(path.join(folder, '.git'));
});

const check = (args: string, options: CliOptions = {}) =>
  runCli(['check', '--format', 'line', ...args.split(' ').filter(Boolean)], { cwd: folder, ...options });

/** One warning (`loaded-verb`) and one error (`bare-stance`). */
const TALK = `onrecord: 1
utterances:
  - {id: u1, speaker: unknown, text: We signed.}
claims:
  - {id: c1, text: She revealed it., aspect: content, target: u1, pin: sha256-72d295a5}
annotations:
  - {id: a1, target: c1, tag: confirmed}
`;
const WARNING =
  'talk.yaml:5:24: warning: `revealed` takes a side, expected a neutral word such as `said` [loaded-verb]\n';
const ERROR =
  'talk.yaml:7:31: error: bare `confirmed`: expected by whom, when, in what words and on what source [bare-stance]\n';
const WITHOUT_ERROR = TALK.replace('annotations:\n  - {id: a1, target: c1, tag: confirmed}\n', '');

test.for([
  ['', 1, WARNING + ERROR],
  ['--quiet', 1, ERROR],
  ['--rule loaded-verb', 0, WARNING],
  ['--rule loaded-verb --strict', 1, WARNING],
  ['--rule loaded-verb --max-warnings 0', 1, WARNING],
  ['--rule loaded-verb --max-warnings 1', 0, WARNING],
  ['--rule bad-date,duplicate-id --rule pin-missing', 0, ''],
] as const)('check %s: status %i', async ([args, status, stdout]) => {
  writeFiles({ 'talk.yaml': TALK });
  expect(await check(`talk.yaml ${args}`)).toEqual({ stdout, stderr: '', status });
});

test.for([
  ['--rule bare-stanse', 'there is no rule bare-stanse'],
  ['--shard 5/4', 'expected a part'],
  ['--max-warnings few', 'expected a whole number'],
  ['--fix -', '--fix cannot write to standard input'],
] as const)('check %s is wrong usage', async ([args, message]) => {
  const { stderr, stdout, status } = await check(args, { stdin: TALK });
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toContain(message);
});

test('the configuration sets levels and options, adds tags, phrases and requirements', async () => {
  writeFiles({
    'talk.yaml': TALK.replace('tag: confirmed', 'tag: endorsed, by: unknown'),
    '.onrecord.yaml': `rules: {loaded-verb: error, stance-without-date: off, unknown-party: off}
options: {contested-name: {names: [Eastport = Westhaven]}}
tags: {endorsed: {group: affirming, meaning: stands behind it}}
words: {loaded-verbs: {remove: [revealed], add: [signed, she]}}
require: [{tag: endorsed, fields: [note], why: house style}]
`,
  });
  const { stdout } = await check('talk.yaml');
  expect(stdout).toBe(
    'talk.yaml:5:20: error: `She` takes a side, expected a neutral word such as `said` [loaded-verb]\n' +
      'talk.yaml:7:31: error: the project asks for `note` on a `endorsed`: house style [required-field]\n' +
      'talk.yaml:7:31: error: `endorsed` rests on no source, expected `sources` with the place in it [stance-without-evidence]\n',
  );
});

test('strict makes warnings errors, and the project has the last word', async () => {
  writeFiles({ 'talk.yaml': WITHOUT_ERROR, '.onrecord.yaml': 'extends: strict\n' });
  expect((await check('talk.yaml')).stdout).toBe(WARNING.replace('warning', 'error'));
  writeFiles({ '.onrecord.yaml': 'extends: strict\nrules: {loaded-verb: info}\n' });
  expect((await check('talk.yaml')).stdout).toBe(WARNING.replace('warning', 'info'));
});

test('the nearest configuration upwards holds, and none beyond the repository', async () => {
  writeFiles({
    '.onrecord.yaml': 'rules: {loaded-verb: off}\n',
    'a/b/talk.yaml': WITHOUT_ERROR,
    'own/talk.yaml': WITHOUT_ERROR,
    'own/.onrecord.yaml': 'rules: {loaded-verb: error}\n',
    'other/talk.yaml': WITHOUT_ERROR,
  });
  mkdirSync(path.join(folder, 'other', '.git'));
  const { stdout } = await check('a own other');
  expect(stdout.split('\n').map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'other/talk.yaml:5:24: warning:',
    'own/talk.yaml:5:24: error:',
    '',
  ]);
  expect((await check('a --no-config')).stdout).toContain('warning');
  expect((await check('a --config own/.onrecord.yaml')).stdout).toContain('error');
  expect((await check('a --config missing.yaml')).status).toBe(2);
});

test('what is wrong in the configuration is found in it', async () => {
  writeFiles({
    'talk.yaml': WITHOUT_ERROR,
    '.onrecord.yaml': `rules: {loaded-verbs: off, bare-stance: loud}
options: {stale-check: {days: many}, contested-name: {names: Eastport}, bad-date: 3}
tags: {confirmed: {group: affirming, meaning: mine}}
words: {loaded: [x]}
extend: strict
`,
  });
  const { stdout, status } = await check('talk.yaml');
  expect(status).toBe(1);
  expect(stdout.replace(WARNING, '').split('\n')).toEqual([
    '.onrecord.yaml:1:9: error: there is no rule `loaded-verbs` [bad-config]',
    '.onrecord.yaml:1:41: error: unexpected `loud`, expected one of off, info, warning, error [schema]',
    '.onrecord.yaml:2:31: error: expected a number [bad-config]',
    '.onrecord.yaml:2:62: error: expected a list of text [bad-config]',
    '.onrecord.yaml:2:83: error: expected a mapping of options [bad-config]',
    '.onrecord.yaml:3:8: error: `confirmed` is a tag of the format already [bad-config]',
    '.onrecord.yaml:4:9: error: there is no list of phrases `loaded` [bad-config]',
    '.onrecord.yaml:5:1: warning: unknown key `extend` [unknown-key]',
    '',
  ]);
});

test('--print-config tells what holds for a file', async () => {
  writeFiles({
    'talk.yaml': TALK,
    '.onrecord.yaml': 'extends: strict\nrules: {pin-missing: off}\noptions: {stale-check: {days: 30}}\n',
  });
  const { stdout, status } = await runCli(['check', '--print-config', 'talk.yaml'], { cwd: folder });
  const config = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(config).toMatchObject({ schema: 'onrecord/config@1', file: '.onrecord.yaml' });
  expect(config.rules).toMatchObject({
    'pin-missing': { level: 'off' },
    'loaded-verb': { level: 'error' },
    'stale-check': { level: 'error', options: { days: 30, 'as-of': '' } },
  });
});

test('ignored files are passed over in folders and globs, but not where they are named', async () => {
  writeFiles({ 'talk.yaml': TALK, 'drafts/talk.yaml': TALK, '.onrecord.yaml': 'ignore: [drafts/**]\n' });
  const filesIn = async (args: string) => [
    ...new Set((await check(args)).stdout.split('\n').flatMap(line => line.split(':')[0] || [])),
  ];
  expect(await filesIn('.')).toEqual(['talk.yaml']);
  expect(await filesIn('**/*.yaml')).toEqual(['talk.yaml']);
  expect(await filesIn('drafts/talk.yaml')).toEqual(['drafts/talk.yaml']);
  expect((await check('nothing/*.yaml')).status).toBe(2);
});

test('layers that the configuration names are read as context', async () => {
  writeFiles({
    'talk.yaml': WITHOUT_ERROR.replace('speaker: unknown, ', ''),
    'readings/a.yaml':
      'onrecord: 1\ntranscript: ../talk.yaml\nannotations:\n  - {id: a1, target: u1, speaker: unknown}\n',
  });
  expect((await check('talk.yaml')).stdout).toContain('[no-speaker]');
  writeFiles({ '.onrecord.yaml': 'layers: [readings/*.yaml]\n' });
  expect((await check('talk.yaml')).stdout).not.toContain('[no-speaker]');
});

test('a comment with a reason allows one rule on one line', async () => {
  writeFiles({
    'talk.yaml': TALK.replace(
      '  - {id: c1',
      '  # onrecord-disable-next-line loaded-verb -- her own word\n  - {id: c1',
    ).replace('tag: confirmed}', 'tag: confirmed} # onrecord-disable-line bare-stance -- comes tomorrow'),
  });
  expect(await check('talk.yaml')).toEqual({ stdout: '', stderr: '', status: 0 });
});

test('the baseline hides what it knows, wherever that moved, and nothing else', async () => {
  writeFiles({ 'talk.yaml': TALK });
  expect((await check('talk.yaml --baseline known.json --update-baseline')).status).toBe(0);
  expect(JSON.parse(read('known.json'))).toMatchObject({
    schema: 'onrecord/baseline@1',
    findings: [{ rule: 'bare-stance', count: 1 }, { rule: 'loaded-verb' }],
  });
  writeFiles({ 'talk.yaml': `# moved\n${TALK}` });
  expect(await check('talk.yaml --baseline known.json')).toEqual({
    stdout: '',
    stderr: 'onrecord: 2 known findings hidden\n',
    status: 0,
  });
  writeFiles({
    'talk.yaml': `${WITHOUT_ERROR}  - {id: c2, text: She lied., aspect: content, target: u1, pin: sha256-72d295a5}\n`,
  });
  const { stdout, stderr } = await check('talk.yaml --baseline known.json');
  expect(stdout).toMatch(/^talk\.yaml:6:24: warning: `lied`[^\n]*\n$/);
  expect(stderr).toContain('1 no longer occurs');
  writeFiles({ 'known.json': '{}' });
  expect((await check('talk.yaml --baseline known.json')).status).toBe(2);
});

test('no baseline is written where a file could not be opened: it would forget what that file has', async () => {
  writeFiles({ 'talk.yaml': TALK, 'gone.yaml': TALK });
  await check('talk.yaml gone.yaml --baseline known.json --update-baseline');
  rmSync(path.join(folder, 'gone.yaml'));
  const before = read('known.json');
  const { status, stderr } = await check('talk.yaml gone.yaml --baseline known.json --update-baseline');
  expect(status).toBe(2);
  expect(stderr).toContain('known.json is left as it is');
  expect(read('known.json')).toBe(before);
});

const UNFIXED = `# a comment\r
onrecord: 1\r
utterances:\r
  - text: We signed. # here\r
  - {id: u2,   speaker: unknown, text: "At noon."}\r
annotations:\r
  - {id: a1, target: u2, comment: x}   # and here\r
`;

test('--fix keeps comments, line ends and order, and is done after one run', async () => {
  writeFiles({ 'talk.yaml': `\ufeff${UNFIXED}` });
  const patch = await check('talk.yaml --fix --dry-run');
  expect(patch.stdout).toContain('+  - {id: a1, target: u2, pin: sha256-');
  expect(patch.stdout).toMatch(/^--- a\/talk\.yaml\n\+\+\+ b\/talk\.yaml\n@@/);
  expect(read('talk.yaml')).toBe(`\ufeff${UNFIXED}`);
  await check('talk.yaml --fix');
  const fixed = read('talk.yaml');
  expect(fixed).toMatch(/^\ufeff# a comment\r\n/);
  const without = fixed
    .replace(/id: u[0-9a-z]{8}\r\n {4}/, '')
    .replace(/pin: sha256-[0-9a-f]{8}(?:\.[0-9a-f]{8})?, /, '');
  expect(without).toBe(`\ufeff${UNFIXED}`);
  const again = await check('talk.yaml --fix');
  expect(read('talk.yaml')).toBe(fixed);
  expect(again.stdout).not.toContain('missing');
});

test('a file that changed meanwhile, or cannot be written, is left as it is', async () => {
  hurryTheClock();
  writeFiles({ 'talk.yaml': UNFIXED });
  writeFiles({ 'talk.yaml.lock': '' });
  const { status, stderr } = await check('talk.yaml --fix');
  expect(status).toBe(2);
  expect(stderr).toContain('nothing was written');
  expect(read('talk.yaml')).toBe(UNFIXED);
  expect(existsSync(path.join(folder, 'talk.yaml.lock'))).toBe(true);
});

test('shards share the files out, each to one', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `t${index}.yaml`);
  writeFiles(Object.fromEntries(names.map(name => [name, TALK])));
  const seen: string[] = [];
  for (const part of [1, 2, 3]) {
    const { stdout } = await check(`. --shard ${part}/3`);
    seen.push(...new Set(stdout.split('\n').flatMap(line => line.split(':')[0] || [])));
  }
  expect(seen.sort()).toEqual(names);
});

test('standard input goes by the name that it is given, under the configuration of that place', async () => {
  writeFiles({ 'sub/.onrecord.yaml': 'rules: {bare-stance: off}\n' });
  expect((await check('- --stdin-filename sub/talk.yaml', { stdin: TALK })).stdout).toBe(`sub/${WARNING}`);
  expect((await check('-', { stdin: TALK })).stdout).toBe(
    (WARNING + ERROR).replaceAll('talk.yaml', '<stdin>'),
  );
});

test('in GitHub Actions the findings are workflow commands, unless another form is asked for', async () => {
  writeFiles({ 'talk.yaml': TALK });
  const vars = { GITHUB_ACTIONS: 'true' };
  const auto = await runCli(['check', 'talk.yaml'], { cwd: folder, vars });
  expect(auto.stdout).toMatch(/^::error file=talk\.yaml,line=7,.*\n::warning file=talk\.yaml,line=5,/);
  expect((await check('talk.yaml', { vars })).stdout).toBe(WARNING + ERROR);
});

test('quotes are looked up in the local copy of a source, inside the project only', async () => {
  writeFiles({
    'talk.yaml': `onrecord: 1
sources:
  gazette: {title: Gazette, file: gazette.txt, sha256: ${'0'.repeat(64)}}
  outside: {title: Outside, file: ../secret.txt}
utterances:
  - {id: u1, speaker: unknown, source: gazette, text: We signed on Sunday.}
`,
    'gazette.txt': 'We signed on Monday.\n',
  });
  const { stdout } = await check('talk.yaml');
  expect(stdout.match(/\[[a-z-]+\]/g)).toEqual([
    '[source-hash-mismatch]',
    '[missing-source-file]',
    '[failed-verification]',
  ]);
  expect(stdout).toContain('it leads outside the project folder');
});
