/** A configuration that does not say clearly which files belong together: no view lacks annotations in silence. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderOfEachTest, gitIn } from '../helpers/test-folder.ts';

const { folder, run, writeFiles } = folderOfEachTest();

const TALK = `onrecord: 1
parties: {ann: {name: Ann}, bob: {name: Bob}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
`;
const LAYER = `onrecord: 1
transcript: ../talk.yaml
annotations:
  - {id: a1, target: u1, pin: sha256-de458f6c, tag: disputed, aspect: content, by: bob, when: 2020-01-01, wording: No}
`;
const DRAFT = 'She said: "We signed on Monday."\n';

beforeEach(() => {
  mkdirSync(path.join(folder, '.git'));
  writeFiles({ 'talk.yaml': TALK, 'readings/bob.yaml': LAYER, 'draft.md': DRAFT });
});

/** The place and a part of the message of what `check` finds, and what others refuse. */
const FAULTS: readonly (readonly [config: string, place: string, message: string])[] = [
  ['layers: ["+(a|b)", readings/*.yaml]', '1:10', 'are not supported'],
  ['layers: ["a\\0b", readings/*.yaml]', '1:10', 'control characters'],
  ['layers:\n  - readings/*.yaml\n  - ""\n', '3:5', 'empty'],
  ['layers: ["{0..99}{0..99}.yaml"]', '1:10', 'alternatives'],
  ['layers: [readings/*.yaml, ../more/*.yaml]', '1:27', 'leads out of the folder'],
  ['layers: [readings/]', '1:10', 'names a folder'],
  ['layers: [readings]', '1:10', '`readings` is a folder'],
  ['layers: [readings/*.yaml, readings/ann.yaml]', '1:27', 'no file `readings/ann.yaml`'],
  ['layers: ["readings/[bob.yaml"]', '1:10', 'no file `readings/[bob.yaml`'],
  ['layers: ["readings/{bob.yaml"]', '1:10', 'no file `readings/{bob.yaml`'],
  ['layers: readings/*.yaml', '1:9', 'expected a list'],
  ['layers: [{file: readings/bob.yaml}]', '1:10', 'expected text'],
  ['rules: {no-speaker: off}\nlayers: [readings/*.yaml', '2:25', 'bracket'],
  ['layers: [readings/*.yaml]\nlayers: []\n', '2:1', 'layers'],
];

const NEEDS_LAYERS: readonly (readonly string[])[] = [
  ['show', 'talk.yaml'],
  ['diff', 'talk.yaml', 'talk.yaml'],
  ['find', 'signed', '.'],
  ['stats', 'talk.yaml'],
  ['timeline', 'talk.yaml'],
  ['agree', 'talk.yaml'],
  ['quotes', 'draft.md', '--in', 'talk.yaml'],
  ['convert', 'talk.yaml', '--to', 'web-annotation'],
  ['reanchor', 'talk.yaml', 'talk.yaml', '--dry-run'],
  ['edit', 'talk.yaml', 'u1', '--text', 'We signed on Tuesday.', '--dry-run'],
  ['annotate', 'talk.yaml', '--target', 'u1', '--tag', 'joking', '--dry-run'],
];

describe.each(FAULTS)('layers of a configuration: %j', (config, place, message) => {
  test.each(['talk.yaml', '.'])('check %s tells it once, with its place', async given => {
    writeFiles({ '.onrecord.yaml': config });
    const { stdout, stderr, status } = await run('check', given, '--format', 'line');
    const told = stdout.split('\n').filter(line => line.startsWith('.onrecord.yaml'));
    expect(told).toStrictEqual([expect.stringMatching(new RegExp(`^\\.onrecord\\.yaml:${place}: error: `))]);
    expect(told[0]).toContain(message);
    expect({ status, stderr }).toStrictEqual({ status: 1, stderr: '' });
  });

  test('show refuses', async () => {
    writeFiles({ '.onrecord.yaml': config });
    const { stdout, stderr, status } = await run('show', 'talk.yaml');
    expect(stderr).toContain(`.onrecord.yaml:${place}: `);
    expect(stderr).toContain(message);
    expect({ stdout, status }).toStrictEqual({ stdout: '', status: 2 });
  });
});

test.each(NEEDS_LAYERS)('every command that needs the layers refuses: %s', async (...command) => {
  writeFiles({ '.onrecord.yaml': 'layers: [readings/*.yaml, "+(a|b)"]\n' });
  const { stderr, status } = await run(...command);
  expect(stderr).toContain('onrecord: .onrecord.yaml:1:27: patterns such as `+(a|b)` are not supported');
  expect(status).toBe(2);
});

test.each(NEEDS_LAYERS.slice(0, 5))('none refuses a sound one: %s', async (...command) => {
  writeFiles({ '.onrecord.yaml': 'layers: [readings/*.yaml]\n' });
  expect(await run(...command)).toMatchObject({ stderr: '', status: 0 });
});

test.each(['readings/bob.yaml', './readings/bob.yaml', 'readings/bo\\\\*b.yaml', '.more/bob.yaml'])(
  'a name leads to its file: %s',
  async name => {
    writeFiles({
      '.onrecord.yaml': `layers: ["${name}"]\n`,
      'readings/bo*b.yaml': LAYER,
      '.more/bob.yaml': LAYER,
    });
    const { stdout, stderr, status } = await run('show', 'talk.yaml');
    expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('disputed');
    expect((await run('check', 'talk.yaml', '--format', 'line')).stdout).not.toContain('.onrecord.yaml');
  },
);

describe('a layer that is named before it is made', () => {
  const unclear = ['--target', 'u1', '--tag', 'unclear', '--note', 'Tape hiss.'] as const;
  test.each([
    ['readings/me.layer.yaml', ['--layer', 'readings/me.layer.yaml']],
    ['talk.notes.layer.yaml', []],
  ])('is made by annotate: %s', async (name, options) => {
    writeFiles({ '.onrecord.yaml': `layers: [${name}]\n` });
    expect((await run('show', 'talk.yaml')).status).toBe(2);
    const made = await run('annotate', 'talk.yaml', ...unclear, '--creator', 'Eve Reader', ...options);
    expect(made).toMatchObject({ stderr: '', status: 0 });
    const { stdout, status } = await run('show', 'talk.yaml');
    expect(stdout).toContain('Tape hiss.');
    expect(status).toBe(0);
  });
});

test('faults of other parts leave views alone', async () => {
  writeFiles({
    '.onrecord.yaml': 'layers: [readings/*.yaml]\nignore: ["+(a|b)"]\nrules: {no-such: off}\nlayer: 1\n',
  });
  expect(await run('show', 'talk.yaml')).toMatchObject({ stderr: '', status: 0 });
});

describe('a pattern that no file matches', () => {
  test.each(['more/**', '**/*.yml', '!readings/bob.yaml'])('is a warning of check: %s', async glob => {
    writeFiles({ '.onrecord.yaml': `layers: [readings/*.yaml, "${glob}"]\n` });
    expect(await run('show', 'talk.yaml')).toMatchObject({ stderr: '', status: 0 });
    const { stdout, status } = await run('check', 'talk.yaml', '--format', 'line');
    expect(stdout).toContain('.onrecord.yaml:1:27: warning: ');
    expect(stdout).toContain(`\`${glob}\``);
    expect(status).toBe(0);
    expect((await run('check', 'talk.yaml', '--strict')).status).toBe(1);
  });

  test('is none once a layer is there', async () => {
    writeFiles({ '.onrecord.yaml': 'layers: [more/**]\n', 'more/bob.yaml': LAYER });
    expect((await run('check', 'talk.yaml', '--format', 'line')).stdout).toBe('');
  });
});

describe('how transcripts in other formats are read', () => {
  const CAPTIONS = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We signed on Monday.\n';
  test.each([
    ['transcripts: [{files: ["+(a|b)"], language: en}]', '1:24'],
    ['transcripts: [{files: [talk.vtt], from: no-such}]', '1:41'],
    ['transcripts: [{files: talk.vtt}]', '1:23'],
  ])('show refuses to guess, check goes on: %s', async (config, place) => {
    writeFiles({ '.onrecord.yaml': config, 'talk.vtt': CAPTIONS });
    const { stderr, status } = await run('show', 'talk.vtt');
    expect(stderr).toContain(`onrecord: .onrecord.yaml:${place}: `);
    expect(status).toBe(2);
    const checked = await run('check', 'talk.vtt', '--format', 'line');
    expect(checked.stdout).toContain(`.onrecord.yaml:${place}: error: `);
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect((await run('show', 'talk.yaml')).status).toBe(0);
  });
});

test.each([
  ['quotes: [{drafts: [draft.md], in: [talk.yaml, "+(a|b)"]}]', '1:47'],
  ['quotes: [{drafts: ["{a,b", "a\\0b"], in: [talk.yaml]}]', '1:28'],
])('quotes does not compare with some of the transcripts only: %s', async (config, place) => {
  writeFiles({ '.onrecord.yaml': config });
  const { stdout, stderr, status } = await run('quotes', 'draft.md');
  expect(stderr).toContain(`onrecord: .onrecord.yaml:${place}: `);
  expect({ stdout, status }).toStrictEqual({ stdout: '', status: 2 });
  expect((await run('quotes', 'draft.md', '--in', 'talk.yaml')).stdout).toContain('verbatim');
});

test('git install does not set up some of the transcripts only', async () => {
  rmSync(path.join(folder, '.git'), { recursive: true });
  gitIn(folder, 'init', '--quiet');
  writeFiles({ '.onrecord.yaml': 'transcripts: [{files: [talks/*.vtt, "+(a|b)"]}]\n' });
  const { stderr, status } = await run('git', 'install');
  expect(stderr).toContain('.onrecord.yaml:1:37: patterns such as `+(a|b)` are not supported');
  expect(status).toBe(2);
});

test('a layer that was missing in an earlier version keeps nobody from comparing with it', async () => {
  rmSync(path.join(folder, '.git'), { recursive: true });
  gitIn(folder, 'init', '--quiet');
  writeFiles({ '.onrecord.yaml': 'layers: [readings/*.yaml, readings/ann.yaml]\n' });
  gitIn(folder, 'add', '.');
  gitIn(folder, 'commit', '--quiet', '-m', 'One layer is missing');
  writeFiles({ '.onrecord.yaml': 'layers: [readings/*.yaml]\n' });
  const only = ['--rule', 'unknown-reference'];
  expect(await run('check', '.', '--since', 'HEAD', ...only)).toMatchObject({ stderr: '', status: 0 });
  expect(await run('diff', '--rev', 'HEAD', 'talk.yaml')).toMatchObject({ stderr: '', status: 0 });
  expect((await run('show', 'HEAD:talk.yaml')).stdout).toContain('disputed by Bob');
});
