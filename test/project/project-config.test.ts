/** Every command that reads a project goes by its configuration: which layers belong to it, which tags it has. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, read, run, writeFiles } = folderOfEachTest();
beforeEach(() => {
  mkdirSync(path.join(folder, '.git'));
});

const TALK = `onrecord: 1
parties: {ann: {name: Ann}}
utterances:
  - {id: u1, speaker: ann, text: We signed.}
`;
const NOTES = `onrecord: 1
transcript: ../talks/talk.yaml
creator: Reader
annotations:
  - {id: n1, target: u1, quote: signed, tag: hedged}
`;
const OTHER = 'onrecord: 1\ntranscript: ../talks/gone.yaml\nannotations: []\n';
const CONFIG =
  'layers: [readings/*.yaml]\ntags: {hedged: {group: voice, meaning: says less than it seems to}}\n';
const PROJECT = { 'talks/talk.yaml': TALK, 'readings/notes.yaml': NOTES, 'readings/other.yaml': OTHER };

test('show finds the layers that the configuration names, and says what its tags mean', async () => {
  writeFiles(PROJECT);
  expect((await run('show', 'talks/talk.yaml')).stdout).not.toContain('hedged');
  writeFiles({ '.onrecord.yaml': CONFIG });
  const { stdout, stderr, status } = await run('show', 'talks/talk.yaml');
  expect(stdout).toContain('hedged: says less than it seems to');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  // A layer that is named comes alone, and the tag is still known.
  writeFiles({ 'readings/mine.yaml': NOTES.replaceAll('n1', 'm1') });
  const named = (await run('show', 'talks/talk.yaml', 'readings/mine.yaml', '--format', 'json')).stdout;
  expect(named).toContain('"m1"');
  expect(named).not.toContain('"n1"');
  expect((await run('show', 'readings/notes.yaml')).stdout).toContain('hedged: says less than it seems to');
});

test('a tag of the project has the colour of its group', async () => {
  writeFiles({ ...PROJECT, '.onrecord.yaml': CONFIG });
  const colourOf = async (tag: string) => {
    writeFiles({ 'readings/notes.yaml': NOTES.replace('hedged', tag) });
    const { stdout } = await run('show', 'talks/talk.yaml', '--color', 'always');
    return stdout.slice(0, stdout.indexOf(tag)).split('\n').at(-1);
  };
  expect(await colourOf('hedged')).toBe(await colourOf('gloss'));
});

test('diff compares the layers that the configuration names, in files and in revisions', async () => {
  rmSync(path.join(folder, '.git'), { recursive: true });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  writeFiles({ ...PROJECT, '.onrecord.yaml': CONFIG });
  git('init');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-m', 'Before');
  writeFiles({ 'readings/notes.yaml': NOTES.replace('tag: hedged', 'tag: gloss') });
  const { stdout, status } = await run('diff', '--rev', 'HEAD', 'talks/talk.yaml');
  expect(stdout).toMatch(/hedged[\s\S]*gloss/);
  expect(status).toBe(1);
});

test('annotate and convert find them too', async () => {
  writeFiles({ ...PROJECT, '.onrecord.yaml': CONFIG });
  const { status } = await run('annotate', 'talks/talk.yaml', '--target', 'u1', '--tag', 'hedged');
  expect(status).toBe(0);
  expect(read('readings/notes.yaml').match(/tag: hedged/g)).toHaveLength(2);
  const { stdout } = await run('convert', 'talks/talk.yaml', '--to', 'onrecord-json');
  expect(stdout).toContain('hedged');
});

test('reanchor carries over the layers that are found', async () => {
  writeFiles({ ...PROJECT, 'talks/new.yaml': TALK.replace('We signed.', 'We have signed.') });
  expect((await run('reanchor', 'talks/talk.yaml', 'talks/new.yaml', '--dry-run')).status).toBe(2);
  writeFiles({ '.onrecord.yaml': CONFIG });
  const { stdout, status } = await run('reanchor', 'talks/talk.yaml', 'talks/new.yaml', '--dry-run');
  expect(stdout).toContain('readings/notes.yaml');
  expect(status).toBeLessThan(2);
});

test('a configuration that is wrong is for check to tell', async () => {
  writeFiles({ ...PROJECT, '.onrecord.yaml': `${CONFIG}rules: {no-such-rule: error}\nnonsense: 1\n` });
  const { stdout, stderr } = await run('show', 'talks/talk.yaml');
  expect(stdout).toContain('hedged: says less');
  expect(stderr).toBe('');
});
