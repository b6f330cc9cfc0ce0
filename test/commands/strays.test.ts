/** A layer whose transcript was renamed is not missing from a view in silence. */
import { renameSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { folderOfEachTest, gitIn } from '../helpers/test-folder.ts';

const { folder, run, writeFiles } = folderOfEachTest();

const TALK = `onrecord: 1
parties: {ann: {name: Ann}, bob: {name: Bob}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
`;
const LAYER = `onrecord: 1
transcript: old.yaml
annotations:
  - {id: a1, target: u1, tag: disputed, aspect: content, by: bob, when: 2020-01-01, wording: No}
`;

beforeEach(() => writeFiles({ 'old.yaml': TALK, 'notes.layer.yaml': LAYER }));

const rename = (from: string, to: string) => renameSync(path.join(folder, from), path.join(folder, to));

function commit(): void {
  gitIn(folder, 'init', '--quiet');
  gitIn(folder, 'add', '--all');
  gitIn(folder, 'commit', '-qm', 'A talk');
}

test('nothing is said where every layer has its transcript', async () => {
  expect(await run('show', 'old.yaml')).toMatchObject({ stderr: '', status: 0 });
});

test('where git knows of the rename, show prints the command that carries the layer over', async () => {
  commit();
  rename('old.yaml', 'new.yaml');
  gitIn(folder, 'add', '--all');
  const { stdout, stderr, status } = await run('show', 'new.yaml');
  expect(stdout).not.toContain('disputed');
  expect(stderr).toBe(
    'onrecord: notes.layer.yaml is left out: it names old.yaml, which is new.yaml now\n  onrecord reanchor HEAD:old.yaml new.yaml notes.layer.yaml\n',
  );
  expect(status).toBe(0);
  expect((await run('check', '.')).stdout).toContain(stderr.split('\n')[1]!.trim());
  await run('reanchor', 'HEAD:old.yaml', 'new.yaml', 'notes.layer.yaml');
  const after = await run('show', 'new.yaml');
  expect(after.stderr).toBe('');
  expect(after.stdout).toContain('disputed');
});

test('a layer of another talk that was renamed is told where that talk is shown', async () => {
  writeFiles({ 'other.yaml': TALK.replace('Monday', 'Tuesday in the hall of the old town') });
  commit();
  rename('old.yaml', 'new.yaml');
  gitIn(folder, 'add', '--all');
  expect((await run('show', 'other.yaml')).stderr).toBe('');
  expect((await run('show', 'new.yaml')).stderr).toContain('notes.layer.yaml is left out');
});

test('without git, show says which layers it left out, in one line', async () => {
  rename('old.yaml', 'new.yaml');
  const told = 'onrecord: notes.layer.yaml is left out: it names old.yaml, which is not there';
  expect((await run('show', 'new.yaml')).stderr).toBe(`${told}\n  see onrecord check notes.layer.yaml\n`);
  writeFiles({ 'zoe.layer.yaml': LAYER });
  expect((await run('show', 'new.yaml')).stderr).toContain(`${told}, and 1 more like it\n`);
});

test('whoever names the layers, or a layer, is told nothing', async () => {
  writeFiles({ 'new.yaml': TALK, 'new.layer.yaml': LAYER.replace('old.yaml', 'new.yaml') });
  rename('old.yaml', 'gone.yaml');
  expect((await run('show', 'new.yaml', 'new.layer.yaml')).stderr).toBe('');
  expect((await run('show', 'new.layer.yaml')).stderr).toBe('');
  expect((await run('show', 'new.yaml')).stderr).toContain('notes.layer.yaml is left out');
});
