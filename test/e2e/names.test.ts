/** What is opened or written by name: links, pipes, names that no file can have. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const base = folderOfEachTest();
const folder = path.join(base.folder, 'project');
const outside = path.join(base.folder, 'outside.yaml');

/** A project made by `init`, in a folder beside which a stranger's file lies. */
beforeEach(async () => {
  await base.run('init', 'project');
  base.write('outside.yaml', 'onrecord: 1\nCANARY: secret\n');
});

const run = (...argv: string[]) => runCli(argv, { cwd: folder });
const link = (name: string, target = outside) => fs.symlinkSync(target, path.join(folder, name));
const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

describe('a link that leads out of the project', () => {
  test.each([
    ['beside the transcript', 'x.layer.yaml', ['show', 'transcript.yaml']],
    ['beside the transcript', 'x.layer.yaml', ['check', 'transcript.yaml']],
    ['beside the transcript', 'x.layer.yaml', ['diff', 'transcript.yaml', 'transcript.yaml']],
    ['in a folder', 'x.layer.yaml', ['check', '.']],
    ['in a folder', 'x.yaml', ['show', '.']],
  ])('%s is told and not read: %s, %j', async (_where, name, argv) => {
    link(name);
    const { status, stdout, stderr } = await run(...argv);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toContain('CANARY');
    expect(stderr).toContain('leads out of the project folder');
  });

  test('as configuration is told and not read', async () => {
    fs.rmSync(path.join(folder, '.onrecord.yaml'));
    fs.mkdirSync(path.join(folder, '.git'));
    link('.onrecord.yaml');
    const { status, stdout, stderr } = await run('check', 'transcript.yaml');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('leads out');
    expect(stderr).not.toContain('CANARY');
  });

  test('as a folder of layers is told and not read', async () => {
    const layers = path.join(path.dirname(outside), 'layers');
    fs.mkdirSync(layers);
    fs.writeFileSync(path.join(layers, 'x.yaml'), 'onrecord: 1\ntranscript: CANARY.yaml\n');
    link('linked', layers);
    for (const glob of ['linked/*.yaml', '../layers/*.yaml', `${layers}/*.yaml`, '~/*.yaml']) {
      write('.onrecord.yaml', `layers: ["${glob}"]\n`);
      const { status, stdout, stderr } = await run('show', 'transcript.yaml');
      expect(stdout + stderr).not.toContain('CANARY');
      expect(status).toBe(2);
    }
  });

  test.each([
    ['merge', ['merge', 'notes.layer.yaml', 'notes.layer.yaml', 'theirs.yaml', '-o', 'out.yaml']],
    ['convert --force', ['convert', 'transcript.yaml', '--to', 'vtt', '-o', 'out.yaml', '--force']],
    ['a baseline', ['check', '.', '--baseline', 'out.yaml', '--update-baseline']],
  ])('is not written through by %s', async (_what, argv) => {
    write('theirs.yaml', read('notes.layer.yaml').replace('certainty: high', 'certainty: low'));
    link('out.yaml');
    const { status } = await run(...argv);
    expect(status).toBe(2);
    expect(fs.readFileSync(outside, 'utf8')).toBe('onrecord: 1\nCANARY: secret\n');
  });

  test('as a folder is not written into', async () => {
    const other = path.join(path.dirname(outside), 'other');
    fs.mkdirSync(other);
    link('linked', other);
    const { status, stderr } = await run('convert', 'transcript.yaml', '-o', 'linked/talk.vtt');
    expect([status, fs.readdirSync(other)]).toEqual([2, []]);
    expect(stderr).toContain('leads out');
  });
});

describe('a layer that cannot be opened keeps nobody from the other talks', () => {
  const TALK = 'onrecord: 1\nutterances:\n  - {id: u1, speaker: unknown, text: The bridge carries tonnes.}\n';
  const LAYER = (reader: string) =>
    `onrecord: 1\ntranscript: t.yaml\ncreator: {name: ${reader}}\nannotations:\n  - {id: a${reader}, target: u1, tag: unclear}\n`;

  beforeEach(() => {
    for (const talk of ['good', 'bad']) {
      fs.mkdirSync(path.join(folder, talk));
      write(`${talk}/t.yaml`, TALK);
      write(`${talk}/a.layer.yaml`, LAYER('Ada'));
      write(`${talk}/b.layer.yaml`, LAYER('Per'));
    }
    fs.rmSync(path.join(folder, 'transcript.yaml'));
    fs.rmSync(path.join(folder, 'notes.layer.yaml'));
    link('bad/x.layer.yaml');
  });

  test.each([
    [['check', '.', '--format', 'line'], 'good/a.layer.yaml:5:'],
    [['check', '.', '--format', 'line', '--jobs', '2'], 'good/a.layer.yaml:5:'],
    [['check', 'bad/t.yaml', 'good/t.yaml'], 'no findings in 2 files'],
    [['find', 'tonnes', '.'], 'good/t.yaml:3: unknown: The bridge'],
    [['find', 'tonnes', '.', '--jobs', '2'], 'good/t.yaml:3: unknown: The bridge'],
    [['stats', '.', '--format', 'csv', '--by', 'file'], 'good/t.yaml,'],
    [['timeline', '.', '--role', 'all'], '1 transcript'],
    [['agree', '.'], '2 readings of 1 transcript'],
  ])('%j', async (argv, expected) => {
    const { status, stdout, stderr } = await run(...argv);
    expect(`${stdout}\n${stderr}`).toContain(expected);
    expect(stderr.match(/x\.layer\.yaml: is a link that leads out/g)).toHaveLength(1);
    expect(stdout + stderr).not.toContain('CANARY');
    expect(status).toBe(2);
  });

  test('no quotation is judged by a record of which a layer is missing', async () => {
    write('draft.md', '“The bridge carries tonnes.”\n');
    const { status, stdout, stderr } = await run('quotes', 'draft.md', '--in', '.');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('leads out');
  });
});

test('a draft is one under two names', async () => {
  write('draft.md', '“The bridge will carry eight tonnes”\n');
  link('copy.md', 'draft.md');
  const { stdout } = await run(
    'quotes',
    'draft.md',
    './draft.md',
    'copy.md',
    '--in',
    '.',
    '--color',
    'never',
  );
  expect(stdout).toContain('1 quotation in 1 draft');
});

test('a link out of the project that no draft or transcript is keeps nobody from the folder', async () => {
  link('film.mp4');
  write('draft.md', '“The bridge will carry eight tonnes”\n');
  const { stderr } = await run('quotes', '.', '--in', '.');
  expect(stderr).not.toContain('film.mp4');
});

describe('a link inside the project', () => {
  test('is a layer like any other: its own folder says what it refers to', async () => {
    fs.mkdirSync(path.join(folder, 'shared'));
    fs.renameSync(path.join(folder, 'notes.layer.yaml'), path.join(folder, 'shared/notes.yaml'));
    link('notes.layer.yaml', 'shared/notes.yaml');
    expect((await run('show', 'transcript.yaml')).stdout).toContain('2 annotations');
    expect(await run('check', 'transcript.yaml', 'notes.layer.yaml')).toMatchObject({ status: 0 });
  });

  test('is written through, and stays a link', async () => {
    fs.mkdirSync(path.join(folder, 'shared'));
    fs.renameSync(path.join(folder, 'notes.layer.yaml'), path.join(folder, 'shared/notes.yaml'));
    link('notes.layer.yaml', 'shared/notes.yaml');
    const { status } = await run('annotate', 'transcript.yaml', '--target', 'u1', '--comment', 'Louder.');
    expect(status).toBe(0);
    expect(read('shared/notes.yaml')).toContain('Louder.');
    expect(fs.lstatSync(path.join(folder, 'notes.layer.yaml')).isSymbolicLink()).toBe(true);
  });
});

test.each([
  [['check', '.'], '2 are not regular files'],
  [['find', 'tonnes', '.'], 'onrecord: skipped: pipe.layer.yaml and 1 more are not regular files'],
  [['stats', '.'], 'onrecord: skipped: pipe.layer.yaml and 1 more are not regular files'],
  [['timeline', '.'], 'onrecord: skipped: pipe.layer.yaml and 1 more are not regular files'],
])('pipes in a folder are passed over with a word: %j', async (argv, word) => {
  execFileSync('mkfifo', [path.join(folder, 'pipe.yaml'), path.join(folder, 'pipe.layer.yaml')]);
  const { status, stdout, stderr } = await run(...argv);
  expect(status).toBe(0);
  expect(stdout + stderr).toContain(word);
});

test('nothing is written over a pipe', async () => {
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  const { status, stderr } = await run('stats', '.', '-o', 'pipe', '--force');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'onrecord: pipe: is not a regular file; nothing was written\n  to write to a pipe, use `-o -`\n',
  );
});

test('the ending of a name may be in capitals', async () => {
  fs.renameSync(path.join(folder, 'transcript.yaml'), path.join(folder, 'TALK.YAML'));
  write('NOTES.LAYER.YAML', read('notes.layer.yaml').replace('transcript.yaml', 'TALK.YAML'));
  fs.rmSync(path.join(folder, 'notes.layer.yaml'));
  expect((await run('check', '.')).stdout).toContain('no findings in 2 files');
  expect((await run('show', 'TALK.YAML')).stdout).toContain('2 annotations');
});

test.each(['', '# rules: {no-speaker: off}\n', '\n  # none\r\n'])(
  'a configuration may be empty: %j',
  async config => {
    write('.onrecord.yaml', config);
    expect(await run('check', '.')).toMatchObject({ status: 0 });
  },
);

describe('a name that no file can have is a finding at its place', () => {
  test.each([
    ['layers: ["a\\0b"]\n', '.onrecord.yaml:1:10'],
    ['ignore: ["+(+(a))b"]\n', '.onrecord.yaml:1:10'],
    ['quotes: [{drafts: ["a\\0b"], in: [transcript.yaml]}]\n', '.onrecord.yaml:1:20'],
    ['quotes: [{drafts: [draft.md], in: ["a\\0b"]}]\n', '.onrecord.yaml:1:36'],
  ])('in the configuration: %j', async (config, place) => {
    write('.onrecord.yaml', config);
    const { status, stdout } = await run('check', '.', '--format', 'line');
    expect(status).toBe(1);
    expect(stdout).toContain(place);
  });

  test('in the transcript of a layer', async () => {
    write('z.layer.yaml', 'onrecord: 1\ntranscript: "t\\0.yaml"\nannotations: []\n');
    for (const argv of [
      ['check', '.'],
      ['reanchor', 'transcript.yaml', 'transcript.yaml', 'z.layer.yaml', '--dry-run'],
    ]) {
      const { status, stdout, stderr } = await run(...argv);
      expect(status).toBeGreaterThan(0);
      expect(stdout + stderr).not.toContain('internal error');
    }
  });
});

test('a pattern of many stars ends', async () => {
  write(`${'a'.repeat(60)}.yaml`, '');
  write('.onrecord.yaml', `ignore: ["${'*a'.repeat(14)}b"]\n`);
  expect((await run('check', '.')).status).toBe(0);
});
