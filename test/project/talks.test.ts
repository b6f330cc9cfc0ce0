/** Talks one after another: each once, with its layers, and nothing of one is held while the next is read. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeEnv } from '../../src/io/node-env.ts';
import { NO_READING } from '../../src/project/reading.ts';
import { talksIn } from '../../src/project/talks.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();

const talk = 'onrecord: 1\nutterances:\n  - {id: u1, text: Hello.}\n';
const layer = (transcript: string) =>
  `onrecord: 1\ntranscript: ${transcript}\nannotations:\n  - {id: a1, target: u1, comment: Hello}\n`;

async function read(...paths: string[]) {
  const env = nodeEnv(ROOT, folder);
  const purpose = { verb: 'search', command: 'find x' };
  const talks = await talksIn(paths, env, { reading: NO_READING, purpose, doing: 'searching' });
  const all: string[] = [];
  for await (const { project, isWhole, findings } of talks.read()) {
    const names =
      project === undefined ? [] : [project.transcript, ...project.layers].map(({ file }) => file);
    all.push([...names, ...(isWhole ? [] : ['broken']), ...findings.map(({ rule }) => rule)].join(' '));
  }
  return { all, troubles: talks.troubles };
}

test('each talk comes once, with layers that are beside it, named, or in another folder', async () => {
  write('.onrecord.yaml', 'layers: ["notes/*.yaml"]\n');
  write('a.yaml', talk);
  write('b.yaml', talk);
  write('a.layer.yaml', layer('a.yaml'));
  write('notes/x.yaml', layer('../b.yaml'));
  write('c.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n');
  write('c.layer.yaml', layer('c.vtt'));
  write('d.txt', 'Ada: Hello.\n');
  write('foreign.yaml', 'a: 1\n');
  const expected = ['a.yaml a.layer.yaml', 'c.vtt c.layer.yaml', 'b.yaml notes/x.yaml'];
  expect((await read('.')).all.toSorted()).toEqual(expected.toSorted());
  expect((await read('a.layer.yaml', 'a.yaml')).all).toEqual(['a.yaml a.layer.yaml']);
  expect((await read('d.txt')).all).toEqual(['d.txt']);
});

test('a layer that names its transcript in a way that is seen only when it is read does not bring it again', async () => {
  write('a.yaml', talk);
  write(
    'odd.layer.yaml',
    '{onrecord: 1, transcript: a.yaml, annotations: [{id: a1, target: u1, comment: Hi}]}\n',
  );
  expect((await read('.')).all).toEqual(['a.yaml odd.layer.yaml']);
});

test('a broken layer makes no talk whole, and is told once', async () => {
  write('a.yaml', talk);
  write('b.yaml', talk);
  write('x.layer.yaml', 'onrecord: 1\ntranscript: [\n');
  const { all } = await read('.');
  expect(all).toEqual(['a.yaml broken syntax', 'b.yaml broken', 'broken']);
});

test('a path that leads to nothing is trouble, and the others are read', async () => {
  write('a.yaml', talk);
  mkdirSync(path.join(folder, 'empty'));
  const { all, troubles } = await read('missing.yaml', 'a.yaml', 'empty');
  expect(all).toEqual(['a.yaml']);
  expect(troubles.map(trouble => (trouble as { path: string }).path)).toEqual([
    'missing.yaml',
    'nothing to search in empty',
  ]);
});
