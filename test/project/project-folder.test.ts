import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeEnv } from '../../src/io/node-env.ts';
import { projectFolder, resolveReference } from '../../src/project/project-folder.ts';

let base: string;
let root: string;

beforeAll(() => {
  base = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'onrecord-project-')));
  root = path.join(base, 'repo');
  fs.mkdirSync(path.join(root, 'layers'), { recursive: true });
  fs.mkdirSync(path.join(root, '.git'));
  fs.writeFileSync(path.join(root, '.git', 'config'), '');
  fs.writeFileSync(path.join(root, 'talk.yaml'), '');
  fs.mkdirSync(path.join(base, 'repo-evil'));
  fs.writeFileSync(path.join(base, 'repo-evil', 'secret.yaml'), '');
  fs.symlinkSync(path.join(base, 'repo-evil', 'secret.yaml'), path.join(root, 'link.yaml'));
  fs.symlinkSync(path.join(base, 'repo-evil'), path.join(root, 'linked'));
  fs.symlinkSync('loop.yaml', path.join(root, 'loop.yaml'));
});

afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

const resolve = (reference: string) =>
  resolveReference(nodeEnv('', root).files, path.join(root, 'layers', 'a.layer.yaml'), reference);

test('the project is the nearest folder with .onrecord.yaml or .git, else the own folder', () => {
  // Each stands for a run: one looks for the project of a folder once.
  const folderOf = (file: string) => projectFolder(nodeEnv('', root).files, file);
  expect(folderOf('layers/a.layer.yaml')).toBe(root);
  fs.writeFileSync(path.join(root, 'layers', '.onrecord.yaml'), '');
  expect(folderOf('layers/a.layer.yaml')).toBe(path.join(root, 'layers'));
  fs.rmSync(path.join(root, 'layers', '.onrecord.yaml'));
  expect(folderOf(path.join(base, 'repo-evil', 'secret.yaml'))).toBe(path.join(base, 'repo-evil'));
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
