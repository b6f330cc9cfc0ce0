/** The built package as a program imports it: the same answers as the command line gives. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ROOT, runCli } from '../helpers/run-cli.ts';

const { openProject, convert, merge, OnrecordError } = (await import(
  pathToFileURL(path.join(ROOT, 'dist/lib/index.js')).href
)) as typeof import('../../src/index.ts');

const SAMPLE = path.join(ROOT, 'data/yerevan-2016');
const TALK =
  'onrecord: 1\nutterances:\n  - {id: u1, speaker: ada, text: We pay six.}\nparties: {ada: {name: Ada}}\n';
const LAYER = [
  'onrecord: 1',
  'transcript: talk.yaml',
  'creator: A. Reader',
  'annotations:',
  '  - {id: a1, target: u1, quote: We pay, comment: Why?, created: "2016-10"}',
  '',
].join('\n');
const files = { 'talk.yaml': TALK, 'notes.layer.yaml': LAYER };
const newer = { 'talk.yaml': TALK.replace('six', 'seven') };

async function cli(...argv: string[]): Promise<unknown> {
  const { stdout } = await runCli([...argv, '--format', 'json'], { cwd: SAMPLE });
  return JSON.parse(stdout);
}

test('check, view and diff of the sample are those of the command line', async () => {
  const project = await openProject(SAMPLE);
  expect(await project.check()).toEqual(await cli('check', '.'));
  expect(await project.view()).toEqual(await cli('show', 'transcript.yaml'));
  const asOf = await project.view({ asOf: '2018', where: 'tag:disputed' });
  expect(asOf).toEqual(await cli('show', 'transcript.yaml', '--as-of', '2018', '--where', 'tag:disputed'));
  expect(await project.diff(project)).toEqual(await cli('diff', 'transcript.yaml', 'transcript.yaml'));
});

test('the sample in memory gives what it gives on the disk', async () => {
  const names = ['transcript.yaml', 'first-reader.layer.yaml', 'second-reader.layer.yaml'];
  const inMemory = await openProject({
    files: new Map(names.map(name => [name, readFileSync(path.join(SAMPLE, name))])),
  });
  expect(await inMemory.view()).toEqual(await cli('show', 'transcript.yaml'));
  const { summary } = await inMemory.check();
  expect(summary).toMatchObject({ errors: 0, files: 3 });
});

test('a date that needs a library and words of the language need no preparation', async () => {
  const project = await openProject({ files: { ...files, 'talk.yaml': `${TALK}date: "[2016,2017]"\n` } });
  expect((await project.view()).title).toBeUndefined();
  expect((await project.check()).findings.map(({ rule }) => rule)).not.toContain('bad-date');
});

test('layers are carried, and nothing is written', async () => {
  const before = await openProject({ files });
  const { layers, files: changed } = await before.reanchor(await openProject({ files: newer }));
  expect(layers[0]!.outcomes[0]).toMatchObject({ id: 'a1' });
  expect(Object.keys(changed)).toEqual(['notes.layer.yaml']);
  expect(changed['notes.layer.yaml']).toContain('transcript: talk.yaml');
});

test('diff takes two projects', async () => {
  const diff = await (await openProject({ files })).diff(await openProject({ files: newer }));
  expect(diff.changes.map(({ kind }) => kind)).toContain('edited');
});

test('merge keeps what it cannot decide', async () => {
  const versions = { base: TALK, ours: TALK.replace('six', 'five'), theirs: TALK.replace('six', 'seven') };
  const merged = await merge(versions);
  expect(merged.conflicts.length).toBe(1);
  expect(merged.text).toContain('conflict');
});

test('convert tells what a format does not keep', async () => {
  const { text, losses } = await convert(TALK, { to: 'srt', file: 'talk.yaml' });
  expect(text).toContain('We pay six.');
  expect(losses.length).toBeGreaterThan(0);
});

test('party ids are made of names in every script, also by the packed table', async () => {
  const talk = ['李雷', 'Лукашенко', 'Ἀριστοτέλης', '😀 Bob', '𠮷野']
    .map(name => `${name}: Yes.\n\n`)
    .join('');
  const { text } = await convert(talk.repeat(2), { to: 'yaml', file: 'talk.txt' });
  const ids = Array.from(text.matchAll(/speaker: (.*)/g), ([, id]) => id);
  // An id does without the extensions of the ideographs.
  expect(ids.slice(0, 5)).toEqual(['lilei', 'lukashenko', 'aristotelis', 'bob', 'ye']);
});

test.each([
  ['ru', 'Мы согласны на пять.', 'пять', 'семь'],
  ['de', 'Wir nehmen fünfundzwanzig.', 'fünfundzwanzig', 'zwanzig'],
  ['uk', 'Ми згодні на вісім.', 'вісім', 'сім'],
])('the packed words of %s are those of the language', async (language, text, number, other) => {
  const talk = (said: string) =>
    `onrecord: 1\nlanguage: ${language}\nutterances:\n  - {id: u1, text: ${said}}\n`;
  const layer = LAYER.replace('We pay', text);
  const before = await openProject({ files: { 'talk.yaml': talk(text), 'notes.layer.yaml': layer } });
  const after = await openProject({ files: { 'talk.yaml': talk(text.replace(number, other)) } });
  const { layers } = await before.reanchor(after);
  expect(layers[0]!.outcomes[0]).toMatchObject({ alarms: [{ kind: 'number', old: number, new: other }] });
});

test('what the command line refuses is an error with its message, in the words of the call', async () => {
  const project = await openProject({ files });
  await expect(project.view({ asOf: '20x6' })).rejects.toThrow(/^asOf: "20x6" is not a date/);
  await expect(project.view({ where: 'nothing:here' })).rejects.toThrow(OnrecordError);
  await expect(project.check({ rules: ['nothing'] })).rejects.toThrow('there is no rule nothing');
  await expect(convert(TALK, { to: 'docx', file: 'talk.yaml' })).rejects.toThrow(
    /^cannot write docx; formats: cl/,
  );
  await expect(convert('WEBVTT', { to: 'srt', from: 'html' })).rejects.toThrow(/^cannot read html/);
  await expect(merge({ base: TALK, ours: `${TALK}\n : no`, theirs: TALK })).rejects.toThrow('ours:6:2');
  const unnamed = await openProject({ files }, { transcript: 'other.yaml' });
  await expect(unnamed.view()).rejects.toThrow(/^other.yaml: no such file/);
});

test('a project without one transcript says what to do', async () => {
  await expect(openProject({ files: {} })).rejects.toThrow('no transcript');
  await expect(openProject({ files: { 'a.yaml': TALK, 'b.yaml': TALK } })).rejects.toThrow(
    'several transcripts: a.yaml, b.yaml',
  );
  await expect(openProject(path.join(ROOT, 'nowhere'))).rejects.toThrow('no such folder');
  await expect(openProject(path.join(ROOT, 'package.json'))).rejects.toThrow('not a folder');
  await expect(openProject(path.join(ROOT, 'bin'))).rejects.toThrow('there is no transcript in');
  await expect(openProject({ files: { 'a.vtt': 'WEBVTT\n', 'b.vtt': 'WEBVTT\n' } })).rejects.toThrow(
    'several transcripts: a.vtt, b.vtt',
  );
  await expect(openProject({ files: { 'a.txt': 'ANN: Yes.\n', 'b.txt': 'BEN: No.\n' } })).rejects.toThrow(
    'among the files',
  );
});

// Callers of JavaScript have no types to stop them.
const unchecked = { openProject, convert, merge } as unknown as Record<
  string,
  (...all: readonly unknown[]) => Promise<unknown>
>;

test.each([
  ['openProject', [], 'openProject: expected the name of a folder, or { files }'],
  ['openProject', [{ files: ['talk.yaml'] }], 'openProject: expected the name of a folder, or { files }'],
  [
    'openProject',
    [{ files: { 'a.yaml': 5 } }],
    'files["a.yaml"] must be a string or a Uint8Array, not a number',
  ],
  [
    'openProject',
    [{ files }, { transcripts: 'talk.yaml' }],
    'unknown option "transcripts"; did you mean transcript?',
  ],
  ['convert', [TALK], 'convert: expected an object with from, to, file, not undefined'],
  ['convert', [TALK, {}], 'convert: to must be a string that is not empty, not undefined'],
  ['convert', [new ArrayBuffer(1), { to: 'srt' }], 'must be a string or a Uint8Array, not an ArrayBuffer'],
  ['merge', [{ base: TALK, ours: TALK }], 'merge: theirs must be a string or a Uint8Array, not undefined'],
])('%s refuses wrong arguments: %j', async (name, given, message) => {
  await expect(unchecked[name]!(...given)).rejects.toThrow(message);
  await expect(unchecked[name]!(...given)).rejects.toThrow(TypeError);
});

test('methods refuse options that they do not have and values of another type', async () => {
  const project = (await openProject({ files })) as unknown as Record<
    string,
    (...all: readonly unknown[]) => Promise<unknown>
  >;
  await expect(project['view']!({ asof: '2016' })).rejects.toThrow(
    'view: unknown option "asof"; did you mean asOf?',
  );
  await expect(project['view']!({ asOf: new Date(0) })).rejects.toThrow('asOf must be a string, not a Date');
  await expect(project['view']!({ undated: 'never' })).rejects.toThrow('undated must be "count" or "skip"');
  await expect(project['check']!({ rules: 'bad-date' })).rejects.toThrow('rules must be an array of strings');
  await expect(project['diff']!('talks')).rejects.toThrow(
    'diff: expected a project that openProject returned',
  );
});

test('an error names itself, also in the minified package', async () => {
  const error = await openProject({ files: {} }).catch((thrown: unknown) => thrown as Error);
  expect(error).toMatchObject({
    name: 'OnrecordError',
    stack: expect.stringMatching(/^OnrecordError: there is/),
  });
});

test('the only file is the transcript, whatever its format and its name', async () => {
  const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\nWe pay six.\n';
  for (const name of ['talk.vtt', 'talks/talk.vtt', '-', '--help'])
    expect((await (await openProject({ files: { [name]: captions } })).view()).utterances.length).toBe(1);
  const [utterance] = (await convert(captions, { to: 'onrecord-json', file: '--to' })).text.match(
    /We pay six/g,
  )!;
  expect(utterance).toBe('We pay six');
});

test('results name files as their project does, and say the same at every call', async () => {
  const project = await openProject({ files });
  const diff = await project.diff(await openProject({ files: { ...newer, 'notes.layer.yaml': LAYER } }));
  expect(diff.new).toMatchObject({ transcript: 'talk.yaml', layers: ['notes.layer.yaml'] });
  expect(await project.diff(await openProject({ files: { ...newer, 'notes.layer.yaml': LAYER } }))).toEqual(
    diff,
  );
});

test('layers follow a transcript to another name, and results are plain values', async () => {
  const renamed = await openProject({ files: { 'second.yaml': newer['talk.yaml'] } });
  const result = await (await openProject({ files })).reanchor(renamed);
  expect(result).toMatchObject({ old: 'talk.yaml', new: 'second.yaml', layers: [{ written: false }] });
  expect(result.files['notes.layer.yaml']).toContain('transcript: second.yaml');
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  await expect(renamed.reanchor(await openProject({ files }))).rejects.toThrow('no layer to carry');
});
