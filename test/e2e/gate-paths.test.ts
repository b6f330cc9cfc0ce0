/** What `check` looks at and how it ends: a gate that looked at nothing, or could not look, is 2 and never 0. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runBuilt } from '../helpers/run-built.ts';
import { type CliOptions, type CliResult, ROOT, runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { gitIn } from '../helpers/test-folder.ts';

let home: string;
/** Where the files of a case are, and where the command runs. */
let folder: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'onrecord-paths-')));
  folder = path.join(home, 'project');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

const check = (args: readonly string[], options: CliOptions = {}) =>
  runCli(['check', ...args], { cwd: folder, ...options });

interface Place {
  /** Makes the folder in whose subfolders the files of the cases go. */
  readonly make: (base: string) => Promise<string>;
  readonly check: typeof check | ((args: readonly string[], options?: CliOptions) => CliResult);
  /** Where CI is not, each so-manieth case is tried. */
  readonly every: number;
}

const PLACES: Readonly<Record<string, Place>> = {
  'in a folder without more': { make: async base => base, check, every: 1 },
  'in a subfolder of a project that init made': { make: initProject, check, every: 4 },
  'in a linked worktree': {
    async make(base) {
      const main = await initProject(path.join(base, 'main'));
      gitIn(main, 'init', '--quiet');
      gitIn(main, 'add', '--all');
      gitIn(main, 'commit', '-qm', 'A project');
      gitIn(main, 'worktree', 'add', '--quiet', path.join(base, 'worktree'));
      return path.join(base, 'worktree');
    },
    check,
    every: 4,
  },
  'by the built program': {
    make: initProject,
    check: (args, options = {}) => runBuilt(['check', ...args], { cwd: folder, ...options }),
    every: 9,
  },
};

async function initProject(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  expect((await runCli(['init', '.'], { cwd: folder })).status).toBe(0);
  return folder;
}

const TALK = `onrecord: 1
parties: {ann: {name: Ann}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
`;
const LAYER = `onrecord: 1
transcript: talk.yaml
annotations:
  - {id: a1, target: u1, pin: sha256-de458f6c, comment: By phone.}
`;
const FOREIGN = 'services:\n  web: {image: nginx}\n';

interface Case {
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly status: number;
  /** Parts of both outputs. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a path that leads to nothing': {
    args: ['nowhere'],
    status: 2,
    says: ['nowhere: no such file or folder'],
  },
  'a path that leads to nothing, which is allowed': {
    args: ['--allow-empty', 'nowhere'],
    status: 0,
    says: ['nowhere: no such file or folder', 'no file was checked'],
  },
  'a glob that matches nothing': {
    args: ['talks/*.yaml'],
    status: 2,
    says: ['talks/*.yaml: no file matches'],
  },
  'a glob that matches nothing, which is allowed': { args: ['--allow-empty', 'talks/*.yaml'], status: 0 },
  'a path that leads to nothing beside one that does not': {
    files: { 'talk.yaml': TALK },
    args: ['talk.yaml', 'nowhere'],
    status: 2,
    says: ['no findings in 1 file', 'nowhere: no such file or folder'],
  },
  'an empty folder': {
    args: ['.'],
    status: 2,
    says: ['nothing to check in .: no file begins with `onrecord:`'],
    saysNot: ['no findings'],
  },
  'an empty folder, which is allowed': { args: ['--allow-empty', '.'], status: 0, saysNot: ['no findings'] },
  'an empty folder beside another one': {
    files: { 'talks/talk.yaml': TALK, 'drafts/readme.md': 'Drafts.' },
    args: ['talks', 'drafts'],
    status: 2,
    says: ['no findings in 1 file', 'nothing to check in drafts'],
    saysNot: ['nothing to check in talks'],
  },
  'a folder with YAML of others only': {
    files: { 'compose.yaml': FOREIGN, 'ci.yml': FOREIGN },
    args: ['.'],
    status: 2,
    says: ['nothing to check in .', 'no file begins with `onrecord:`'],
  },
  'a glob that matches YAML of others only': {
    files: { 'compose.yaml': FOREIGN },
    args: ['*.yaml'],
    status: 2,
    says: ['nothing to check in *.yaml'],
  },
  'a folder of which all is ignored': {
    files: { 'talk.yaml': TALK, '.onrecord.yaml': "ignore: ['*.yaml']\n" },
    args: ['.'],
    status: 2,
    says: ['nothing to check in .: 1 file is ignored by the configuration'],
  },
  'a folder of which all is ignored, which is allowed': {
    files: { 'talk.yaml': TALK, '.onrecord.yaml': "ignore: ['*.yaml']\n" },
    args: ['--allow-empty', '.'],
    status: 0,
    says: ['no file was checked; 1 file is ignored'],
  },
  'a folder with captions and text only': {
    files: { 'b.vtt': 'WEBVTT\n', 'a.txt': 'ANN: Yes.\n' },
    args: ['.'],
    status: 2,
    says: ['2 files are captions or text', 'onrecord check a.txt'],
  },
  'a shard beyond the last file': {
    files: { 'talk.yaml': TALK, 'talk.layer.yaml': LAYER },
    args: ['--shard', '4/4', '.'],
    status: 0,
    says: ['shard 4/4 is empty: there are 2 files in all'],
    saysNot: ['no findings'],
  },
  'a shard of nothing': { args: ['--shard', '4/4', '.'], status: 2 },
  'a named file that the configuration ignores': {
    files: { 'talk.yaml': TALK.replace('Monday', 'Monday}'), '.onrecord.yaml': "ignore: ['*.yaml']\n" },
    args: ['talk.yaml'],
    status: 1,
  },
  'a named YAML file of others': {
    files: { 'compose.yaml': FOREIGN },
    args: ['compose.yaml'],
    status: 1,
    says: ['not-onrecord'],
  },
  'a named YAML file of others, which hooks may pass': {
    files: { 'talk.yaml': TALK, 'compose.yaml': FOREIGN },
    args: ['--skip-foreign', 'talk.yaml', 'compose.yaml'],
    status: 0,
    says: ["no findings in 1 file; 1 other YAML file is not onrecord's"],
  },
  'a named YAML file of others alone, which hooks may pass': {
    files: { 'compose.yaml': FOREIGN },
    args: ['--skip-foreign', 'compose.yaml'],
    status: 0,
    says: ["no file was checked; 1 YAML file is not onrecord's"],
  },
  'a broken layer that a hook passes': {
    files: { 'talk.yaml': TALK, 'talk.layer.yaml': 'transcript talk.yaml\n' },
    args: ['--skip-foreign', 'talk.layer.yaml'],
    status: 1,
  },
  'no bytes on standard input': { args: ['-'], stdin: '', status: 2, says: ['<stdin>: no input'] },
  'no bytes on standard input that has a name': {
    args: ['--stdin-filename', 'talk.yaml', '-'],
    stdin: '',
    status: 2,
    says: ['talk.yaml: no input'],
  },
  'a blank line on standard input': { args: ['-'], stdin: '\n', status: 1 },
  'a named link that leads out of the project': {
    files: {
      '.onrecord.yaml': 'ignore: []\n',
      'talk.yaml': TALK,
      '../secret.yaml': 'onrecord: 1\nCANARY: 1\n',
    },
    links: { 'link.yaml': '../secret.yaml' },
    args: ['talk.yaml', 'link.yaml'],
    status: 2,
    says: ['link.yaml: is a link that leads out of the project folder', 'no findings in 1 file'],
    saysNot: ['CANARY'],
  },
  'a link in a folder that leads out of the project': {
    files: {
      '.onrecord.yaml': 'ignore: []\n',
      'talk.yaml': TALK,
      '../secret.yaml': 'onrecord: 1\nCANARY: 1\n',
    },
    links: { 'link.yaml': '../secret.yaml' },
    args: ['.'],
    status: 2,
    says: ['link.yaml: is a link that leads out of the project folder'],
    saysNot: ['CANARY'],
  },
  'a linked folder that leads out of the project': {
    files: { '.onrecord.yaml': 'ignore: []\n', '../other/talk.yaml': TALK },
    links: { talks: '../other' },
    args: ['talks'],
    status: 2,
    says: ['talks: is a link that leads out of the project folder'],
  },
  'a link that stays in the project': {
    files: { '.onrecord.yaml': 'ignore: []\n', 'talks/talk.yaml': TALK },
    links: { 'link.yaml': 'talks/talk.yaml' },
    args: ['.'],
    status: 0,
  },
  'a linked folder below the one that is named': {
    files: { '.onrecord.yaml': 'ignore: []\n', 'talk.yaml': TALK, '../other/talk.yaml': TALK },
    links: { talks: '../other' },
    args: ['.'],
    status: 0,
    says: ['no findings in 1 file; 1 link to a folder is not followed'],
  },
  'YAML of others beside ours': {
    files: {
      'talk.yaml': TALK,
      'talk.layer.yaml': LAYER,
      'a.yaml': FOREIGN,
      'b.yml': '',
      'c/d.yaml': FOREIGN,
    },
    args: ['.'],
    status: 0,
    says: ["no findings in 2 files; 3 other YAML files are not onrecord's"],
  },
  'a layer whose first key is misspelt': {
    files: { 'talk.yaml': TALK, 'talk.layer.yaml': LAYER.replace('onrecord', 'onrecod') },
    args: ['.'],
    status: 1,
    says: ['talk.layer.yaml:1:1', 'missing `onrecord`', 'in 2 files'],
  },
  'a layer whose first line is gone': {
    files: { 'talk.yaml': TALK, 'talk.layer.yaml': LAYER.replace('onrecord: 1\n', '') },
    args: ['.'],
    status: 1,
    says: ['missing `onrecord`'],
  },
  'an empty layer': {
    files: { 'talk.yaml': TALK, 'x.layer.yaml': '' },
    args: ['.'],
    status: 1,
    says: ['x.layer.yaml'],
  },
  'a layer of comments': {
    files: { 'talk.yaml': TALK, 'x.layer.yml': '# later\n' },
    args: ['.'],
    status: 1,
    says: ['x.layer.yml'],
  },
  'a layer that is no text': {
    files: { 'talk.yaml': TALK, 'x.layer.yaml': '\0\0\0' },
    args: ['.'],
    status: 1,
    says: ['x.layer.yaml'],
  },
  'a layer among what a glob matches': {
    files: { 'talk.yaml': TALK, 'x.layer.yaml': 'nothing: 1\n' },
    args: ['*.yaml'],
    status: 1,
    says: ['x.layer.yaml'],
  },
  'a file that the configuration calls a layer': {
    files: {
      'talk.yaml': TALK,
      'notes/x.yaml': 'nothing: 1\n',
      '.onrecord.yaml': 'layers: [notes/*.yaml]\n',
    },
    args: ['.'],
    status: 1,
    says: ['notes/x.yaml'],
  },
  'a file with another ending that the configuration calls a layer': {
    files: { 'talk.yaml': TALK, 'notes/x.notes': '', '.onrecord.yaml': 'layers: [notes/*]\n' },
    args: ['.'],
    status: 1,
    says: ['notes/x.notes'],
  },
  'a transcript whose first key is misspelt': {
    files: { 'talk.yaml': TALK.replace('onrecord', 'onrecrod'), 'other.yaml': TALK },
    args: ['.'],
    status: 1,
    says: ['talk.yaml:1:1'],
  },
  'a transcript whose first line is gone': {
    files: { 'talk.yaml': TALK.replace('onrecord: 1\n', ''), 'other.yaml': TALK },
    args: ['.'],
    status: 1,
    says: ['talk.yaml'],
  },
  'a broken transcript that a layer names': {
    files: { 'talk.yaml': 'title: A talk\n', 'talk.layer.yaml': LAYER },
    args: ['.'],
    status: 1,
    says: ['talk.yaml:1:1', 'in 2 files'],
  },
};

describe.for(Object.entries(PLACES))('check %s', ([, place]) => {
  let base: string;
  let project: string;
  beforeAll(async () => {
    base = realpathSync(mkdtempSync(path.join(tmpdir(), 'onrecord-paths-')));
    project = await place.make(base);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(project, 'talks-')), 'first');
    mkdirSync(folder);
  });

  test.for(partOf(Object.entries(CASES), place.every))(
    '%s',
    async ([, { files = {}, links = {}, args, stdin, status, says = [], saysNot = [] }]) => {
      write(files);
      for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(folder, name));
      const result = await place.check(args, stdin === undefined ? {} : { stdin });
      const said = result.stdout + result.stderr;
      for (const part of says) expect(said).toContain(part);
      for (const part of saysNot) expect(said).not.toContain(part);
      expect(said).not.toContain(base);
      expect(said).not.toContain(ROOT);
      expect(result).toMatchObject({ status });
    },
  );
});

test('a clean JUnit report has one passed test a file', async () => {
  write({ 'talk.yaml': TALK, 'talk.layer.yaml': LAYER });
  const { stdout, status } = await check(['--format', 'junit', '.']);
  expect(status).toBe(0);
  expect(stdout).toContain('<testsuites name="onrecord" tests="2" failures="0" errors="0">');
  expect(stdout.match(/<testcase /g)).toHaveLength(2);
  expect(stdout).toContain('<testcase name="onrecord check" classname="talk.layer.yaml"/>');
});

test('JSON says what was left out, and nothing where nothing was', async () => {
  write({ 'talk.yaml': TALK, 'compose.yaml': FOREIGN });
  const summary = async (...args: string[]) =>
    JSON.parse((await check(['--format', 'json', ...args])).stdout).summary;
  expect(await summary('.')).toMatchObject({ files: 1, leftOut: { foreign: 1, ignored: 0, linked: 0 } });
  expect(await summary('talk.yaml')).not.toHaveProperty('leftOut');
});

test('layers of a transcript that is named alone are counted as not checked', async () => {
  write({
    'talk.yaml': TALK,
    'talk.layer.yaml': LAYER,
    'apart/more.layer.yaml': LAYER.replace('talk.yaml', '../talk.yaml'),
    '.onrecord.yaml': 'layers: ["apart/*.layer.yaml"]\n',
  });
  const rest = async (...args: string[]) => (await check(args)).stdout.trimEnd().split('\n').at(-1);
  expect(await rest('talk.yaml')).toBe('no findings in 1 file; 2 layers of it are not checked');
  expect(await rest('talk.yaml', 'talk.layer.yaml')).toBe(
    'no findings in 2 files; 1 layer of them is not checked',
  );
  expect(await rest('talk.layer.yaml')).toBe('no findings in 1 file');
  expect(await rest('.', '--rule', 'unknown-reference')).toBe('no findings in 3 files');
  write({ 'a.yaml': TALK, 'b.yaml': TALK, 'b.layer.yaml': LAYER.replace('talk.yaml', 'b.yaml') });
  expect(await rest('a.yaml', 'b.yaml', '--shard', '1/2')).toBe('no findings in 1 file');
  expect(await rest('a.yaml', 'b.yaml', '--shard', '2/2')).toBe(
    'no findings in 1 file; 1 layer of it is not checked',
  );
});
