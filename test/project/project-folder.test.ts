import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeEnv } from '../../src/io/node-env.ts';
import { resolveReference } from '../../src/project/project-folder.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const { folder: base, write } = folderOfAllTests();
const root = path.join(base, 'repo');

beforeAll(() => {
  for (const name of ['repo/.git/config', 'repo/talk.yaml', 'repo-evil/secret.yaml']) write(name, '');
  fs.mkdirSync(path.join(root, 'layers'));
  fs.symlinkSync(path.join(base, 'repo-evil', 'secret.yaml'), path.join(root, 'link.yaml'));
  fs.symlinkSync(path.join(base, 'repo-evil'), path.join(root, 'linked'));
  fs.symlinkSync('loop.yaml', path.join(root, 'loop.yaml'));
});

const resolve = (reference: string) =>
  resolveReference(nodeEnv('', root).files, path.join(root, 'layers', 'a.layer.yaml'), reference);

test('the project is the nearest folder with .onrecord.yaml or .git, else the own folder', () => {
  // Each stands for a run: one looks for the project of a folder once.
  const talk = path.join(root, 'talk.yaml');
  const outside = { refused: 'it leads outside the project folder' };
  expect(resolve('../talk.yaml')).toEqual({ path: talk });
  fs.writeFileSync(path.join(root, 'layers', '.onrecord.yaml'), '');
  expect(resolve('../talk.yaml')).toEqual(outside);
  fs.rmSync(path.join(root, 'layers', '.onrecord.yaml'));
  const unmarked = path.join(base, 'repo-evil', 'secret.yaml');
  expect(resolveReference(nodeEnv('', root).files, unmarked, '../repo/talk.yaml')).toEqual(outside);
});

test('a file inside the project is found, also by way of ..', () => {
  expect(resolve('../talk.yaml')).toEqual({ path: path.join(root, 'talk.yaml') });
  expect(resolve('./../layers/../talk.yaml')).toEqual({ path: path.join(root, 'talk.yaml') });
});

describe('what leads anywhere else is refused', () => {
  test.for([
    '../../repo-evil/secret.yaml',
    '../link.yaml',
    '../linked/secret.yaml',
    '../loop.yaml',
    '../.git/config',
    '/etc/passwd',
    '/proc/self/environ',
    '~/.ssh/id_rsa',
    '$HOME/x',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '..\\talk.yaml',
    'talk.yaml\u0000.png',
    'a\nb.yaml',
    'CON',
    '.',
    '..',
    '',
    ' ',
    '**/*',
    'a'.repeat(5000),
  ])('%j', reference => {
    expect(resolve(reference)).toHaveProperty('refused');
  });
});
