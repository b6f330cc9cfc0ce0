/**
 * `check --since`, `diff --rev` and `REV:path` in projects that `init` makes, wherever they lie in git: what was asked
 * for is compared, or the status is 2.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runBuilt } from '../helpers/run-built.ts';
import { type CliResult, ROOT, runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { gitIn } from '../helpers/test-folder.ts';

let home: string;

const makeHome = () => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'onrecord-since-')));
};
const removeHome = () => rmSync(home, { recursive: true, force: true });

function commitAll(folder: string): void {
  gitIn(folder, 'add', '--all');
  gitIn(folder, 'commit', '--quiet', '--message', 'A change');
}

/** Where a project lies, where the commands run, and how they name the project's folder. */
interface Place {
  /** The project's folder, absolute. */
  readonly project: string;
  /** The working directory, absolute. */
  readonly cwd: string;
  /** The project's folder as the commands name it, with a `/` behind it unless it is empty. */
  readonly prefix: string;
}

async function init(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  expect((await runCli(['init', '.'], { cwd: folder })).status).toBe(0);
}

/** A project that is committed in a repository; both folders are named from the top of it. */
async function committed(top: string, below: string, calledFrom: string): Promise<Place> {
  const repository = path.join(home, top);
  const project = path.join(repository, below);
  const cwd = path.join(repository, calledFrom);
  await init(project);
  mkdirSync(cwd, { recursive: true });
  gitIn(repository, 'init', '--quiet');
  commitAll(repository);
  const prefix = path.relative(cwd, project);
  return { project, cwd, prefix: prefix === '' ? '' : `${prefix}/` };
}

/** A committed project in each place that git knows. */
const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  'at the top of a repository': () => committed('repo', '', ''),
  'in a subfolder, called from there': () => committed('repo', 'talks/first', 'talks/first'),
  'in a subfolder, called from the top': () => committed('repo', 'talks/first', ''),
  'in a subfolder, called from a sister folder': () => committed('repo', 'talks', 'scripts'),
  'in folders with blanks at their ends and line breaks, called from there': () =>
    committed(' repo ', ' talks /first\n/\tx ', ' talks /first\n/\tx '),
  'in folders with blanks at their ends and line breaks, called from the top': () =>
    committed('repo\n', ' talks /first / x ', ''),
  'in a linked worktree': async () => {
    const { cwd: main } = await committed('repo', 'talks', '');
    const cwd = path.join(home, 'worktree');
    gitIn(main, 'worktree', 'add', '--quiet', cwd);
    return { project: path.join(cwd, 'talks'), cwd, prefix: 'talks/' };
  },
  'in a submodule, called from there': async () => {
    const { project } = await submodule();
    return { project, cwd: project, prefix: '' };
  },
  'in a submodule, called from the outer repository': async () => {
    const { project, outer } = await submodule();
    return { project, cwd: outer, prefix: 'inner/' };
  },
  'behind a link to the repository': async () => {
    const { cwd: real } = await committed('repo', 'talks', '');
    const cwd = path.join(home, 'link');
    symlinkSync(real, cwd);
    return { project: path.join(cwd, 'talks'), cwd, prefix: 'talks/' };
  },
};

async function submodule(): Promise<{ project: string; outer: string }> {
  const { project: origin } = await committed('origin', '', '');
  const outer = path.join(home, 'outer');
  mkdirSync(outer);
  gitIn(outer, 'init', '--quiet');
  gitIn(outer, 'submodule', '--quiet', 'add', origin, 'inner');
  commitAll(outer);
  return { project: path.join(outer, 'inner'), outer };
}

/** What is done to a project, and how `check --since HEAD .` ends then. */
interface Change {
  readonly change: (project: string) => void;
  readonly status: number;
  /** Parts of what is printed, with the project's files named as the command names them. */
  readonly says?: (prefix: string) => readonly string[];
}

function edit(project: string, file: string, change: (text: string) => string): void {
  const name = path.join(project, file);
  const text = readFileSync(name, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(name, change(text));
}

const deleteStance = (project: string) =>
  edit(project, 'notes.layer.yaml', text => text.replace(/ {2}- id: a1\n(?: {4}.*\n)*/, ''));
const renameByGit = (project: string, from: string, to: string) => gitIn(project, 'mv', from, to);
const renameOnDisk = (project: string, from: string, to: string) =>
  renameSync(path.join(project, from), path.join(project, to));
const follow = (project: string) =>
  edit(project, 'notes.layer.yaml', text =>
    text.replace('transcript: transcript.yaml', 'transcript: talk.yaml'),
  );

const CHANGES: Readonly<Record<string, Change>> = {
  nothing: { change: () => {}, status: 0, says: () => ['no findings in 2 files'] },
  'a stance deleted': {
    change: deleteStance,
    status: 1,
    says: prefix => [`${prefix}notes.layer.yaml`, '`a1` was deleted since HEAD'],
  },
  'the transcript renamed by git': {
    change: project => {
      renameByGit(project, 'transcript.yaml', 'talk.yaml');
      follow(project);
    },
    status: 0,
  },
  'the transcript renamed by git and a stance deleted': {
    change: project => {
      renameByGit(project, 'transcript.yaml', 'talk.yaml');
      follow(project);
      deleteStance(project);
    },
    status: 1,
    says: () => ['`a1` was deleted since HEAD'],
  },
  'the transcript renamed on disk and a stance deleted': {
    change: project => {
      renameOnDisk(project, 'transcript.yaml', 'talk.yaml');
      follow(project);
      deleteStance(project);
    },
    status: 1,
    says: () => ['`a1` was deleted since HEAD'],
  },
  'everything renamed, nothing deleted': {
    change: project => {
      renameOnDisk(project, 'transcript.yaml', 'talk.yaml');
      follow(project);
      renameOnDisk(project, 'notes.layer.yaml', 'ada.layer.yaml');
    },
    status: 0,
  },
  'the layer renamed and a stance deleted': {
    change: project => {
      deleteStance(project);
      renameByGit(project, 'notes.layer.yaml', 'ada.layer.yaml');
    },
    status: 1,
    says: () => ['`a1` was deleted since HEAD'],
  },
  'the layer deleted': {
    change: project => rmSync(path.join(project, 'notes.layer.yaml')),
    status: 1,
    says: prefix => [`${prefix}notes.layer.yaml with 1 stance was deleted since HEAD`],
  },
  'the project deleted, another one made': {
    change: project => {
      rmSync(path.join(project, 'notes.layer.yaml'));
      rmSync(path.join(project, 'transcript.yaml'));
      writeFileSync(
        path.join(project, 'other.yaml'),
        'onrecord: 1\nutterances:\n  - {id: v1, speaker: unknown, text: The bell rang.}\n',
      );
    },
    status: 1,
    says: prefix => [`${prefix}transcript.yaml with 1 stance was deleted since HEAD`],
  },
  'the project deleted': {
    change: project => {
      gitIn(project, 'rm', '--quiet', 'notes.layer.yaml', 'transcript.yaml');
    },
    status: 2,
    says: prefix => [
      `nothing to check in ${prefix === '' ? '.' : prefix}`,
      `${prefix}transcript.yaml with 1 stance was deleted since HEAD`,
    ],
  },
  'a stance deleted in a layer that the configuration ignores now': {
    change: project => {
      deleteStance(project);
      edit(project, '.onrecord.yaml', text => `${text}\nignore: ['*.layer.yaml']\n`);
    },
    status: 1,
    says: () => ['`a1` was deleted since HEAD', '1 file is ignored'],
  },
  'the layer broken': {
    change: project => edit(project, 'notes.layer.yaml', text => `${text}oops: [\n`),
    status: 2,
    says: prefix => [`cannot compare with HEAD: ${prefix}notes.layer.yaml has errors`],
  },
  'the first key of the layer misspelt and a stance deleted': {
    change: project => {
      deleteStance(project);
      edit(project, 'notes.layer.yaml', text => text.replace('onrecord: 1', 'onrecod: 1'));
    },
    status: 1,
    says: () => ['missing `onrecord`', '`a1` was deleted since HEAD'],
  },
};

/** Messages name no place of the machine: they go to public logs. */
function expectNoMachinePath({ stdout, stderr }: CliResult): void {
  expect(stdout + stderr).not.toContain(home);
  expect(stdout + stderr).not.toContain(ROOT);
}

describe.for(Object.entries(PLACES))('a project %s', ([name, make]) => {
  const at = Object.keys(PLACES).indexOf(name);
  const changes = partOf(Object.entries(CHANGES), 6, at);
  let place: Place;

  beforeAll(async () => {
    makeHome();
    place = await make();
  });
  afterEach(() => {
    gitIn(place.project, 'reset', '--quiet', '--hard');
    gitIn(place.project, 'clean', '--quiet', '-fd');
  });
  afterAll(removeHome);

  test.for(changes)('%s', async ([, { change, status, says }]) => {
    const { project, cwd, prefix } = place;
    change(project);
    const result = await runCli(['check', '--since', 'HEAD', prefix === '' ? '.' : prefix], { cwd });
    expect(result).toMatchObject({ status });
    for (const part of says?.(prefix) ?? []) expect(result.stdout + result.stderr).toContain(part);
    expectNoMachinePath(result);
  });

  test('diff --rev and REV:path', async () => {
    const { project, cwd, prefix } = place;
    const file = `${prefix}transcript.yaml`;
    deleteStance(project);
    const ways = [
      ['--rev', 'HEAD', file],
      [`HEAD:${file}`, file],
      [`HEAD:./${file}`, file],
      ['--rev', 'HEAD', `${prefix}notes.layer.yaml`],
    ];
    for (const argv of partOf(ways, 2, at)) {
      const result = await runCli(['diff', ...argv], { cwd });
      expect(result).toMatchObject({ status: 1, stderr: '' });
      expect(result.stdout).toContain('a1');
      expectNoMachinePath(result);
    }
    expect(await runCli(['diff', `HEAD:${file}`, `HEAD:${file}`], { cwd })).toMatchObject({ status: 0 });
  });
});

/** `check --since` in a folder ends with 2 and names the reason. */
async function expectTrouble(cwd: string, revision: string, reason: string, target = '.'): Promise<void> {
  const result = await runCli(['check', `--since=${revision}`, target], { cwd });
  expect(result).toMatchObject({ status: 2 });
  expect(result.stderr).toContain(reason);
  expectNoMachinePath(result);
}

describe('what cannot be compared is 2, with the reason', () => {
  const atTop = PLACES['at the top of a repository']!;
  beforeEach(makeHome);
  afterEach(removeHome);

  test('a revision that git does not know, and one that looks like an option', async () => {
    const { cwd } = await atTop();
    for (const revision of ['nowhere', '--output=x'])
      await expectTrouble(cwd, revision, `cannot compare with ${revision}: no such git revision`);
  });

  test('no repository', async () => {
    const project = path.join(home, 'folder');
    await init(project);
    await expectTrouble(project, 'HEAD', 'cannot compare with HEAD: not inside a git work tree');
  });

  test('no commit yet', async () => {
    const project = path.join(home, 'folder');
    await init(project);
    gitIn(project, 'init', '--quiet');
    await expectTrouble(project, 'HEAD', 'there is no commit yet');
  });

  test('forty zeros stand for the time before the first commit', async () => {
    const { cwd } = await atTop();
    for (const zeros of ['0'.repeat(40), '0'.repeat(64)]) {
      const result = await runCli(['check', '--since', zeros, '.'], { cwd });
      expect(result).toMatchObject({ status: 0, stdout: 'no findings in 2 files\n' });
      expect(result.stderr).toContain('there is nothing to compare with');
    }
  });

  test('a shallow clone that does not reach back so far', async () => {
    const { project } = await atTop();
    edit(project, 'notes.layer.yaml', text => `# read again\n${text}`);
    commitAll(project);
    const first = gitIn(project, 'rev-parse', 'HEAD~1').trim();
    gitIn(home, 'clone', '--quiet', '--depth', '1', `file://${project}`, 'shallow');
    for (const revision of ['HEAD~1', first])
      await expectTrouble(path.join(home, 'shallow'), revision, 'fetch-depth: 0');
  });

  test('a file in a repository of its own, and one outside', async () => {
    const { cwd } = await atTop();
    await init(path.join(cwd, 'nested'));
    gitIn(path.join(cwd, 'nested'), 'init', '--quiet');
    await init(path.join(home, 'outside'));
    for (const folder of ['nested', '../outside']) {
      const reason = `cannot compare with HEAD: ${folder}/notes.layer.yaml is not in this git repository`;
      await expectTrouble(cwd, 'HEAD', reason, folder);
    }
  });

  test('a transcript that was broken then, and one that has errors now', async () => {
    const { project, cwd } = await atTop();
    const whole = readFileSync(path.join(project, 'transcript.yaml'), 'utf8');
    writeFileSync(path.join(project, 'transcript.yaml'), 'onrecord: 1\nutterances: [\n');
    commitAll(project);
    writeFileSync(path.join(project, 'transcript.yaml'), whole);
    await expectTrouble(cwd, 'HEAD', 'cannot compare with HEAD: HEAD:transcript.yaml has errors');
    edit(project, 'transcript.yaml', text => text.replace('utterances:', 'utterances: 5\nx-utterances:'));
    await expectTrouble(cwd, 'HEAD~1', 'cannot compare with HEAD~1: transcript.yaml has errors');
  });

  test('a side of a diff that cannot be read, by the name of its revision', async () => {
    const { project, cwd } = await atTop();
    const whole = readFileSync(path.join(project, 'transcript.yaml'), 'utf8');
    writeFileSync(path.join(project, 'transcript.yaml'), `${whole}oops: [\n`);
    commitAll(project);
    writeFileSync(path.join(project, 'transcript.yaml'), whole);
    for (const argv of [
      ['diff', 'HEAD:transcript.yaml', 'transcript.yaml'],
      ['reanchor', 'HEAD:transcript.yaml', 'transcript.yaml'],
    ]) {
      const result = await runCli(argv, { cwd });
      expect(result).toMatchObject({ status: 2, stdout: '' });
      expect(result.stderr).toContain('HEAD:transcript.yaml:');
    }
  });

  test('a file that had another name in the revision, with that name', async () => {
    const { project, cwd } = await atTop();
    renameByGit(project, 'transcript.yaml', 'talk.yaml');
    for (const argv of [
      ['--rev', 'HEAD', 'talk.yaml'],
      ['HEAD:talk.yaml', 'talk.yaml'],
    ]) {
      const result = await runCli(['diff', ...argv], { cwd });
      expect(result).toMatchObject({ status: 2 });
      expect(result.stderr).toContain('HEAD:talk.yaml: no such file in this revision');
      expect(result.stderr).toContain('it was called transcript.yaml there: HEAD:transcript.yaml');
    }
  });

  test('a file that was renamed without telling git, with what tells it; a new one is only not there', async () => {
    const { project, cwd } = await atTop();
    renameSync(path.join(project, 'transcript.yaml'), path.join(project, 'my talk.yaml'));
    const diff = () => runCli(['diff', 'HEAD:my talk.yaml', 'my talk.yaml'], { cwd });
    const untold = await diff();
    expect(untold.stderr).toBe(
      "onrecord: HEAD:my talk.yaml: no such file in this revision\n  if it was renamed, tell git first: git add -- 'my talk.yaml'\n",
    );
    gitIn(project, 'add', '--all');
    expect((await diff()).stderr).toContain('it was called transcript.yaml there');
    writeFileSync(path.join(project, 'my talk.yaml'), 'onrecord: 1\nutterances: [{text: Another talk.}]\n');
    gitIn(project, 'add', '--all');
    expect((await diff()).stderr).toBe('onrecord: HEAD:my talk.yaml: no such file in this revision\n');
  });

  test('standard input has no past, unless its name is given', async () => {
    const { project, cwd } = await atTop();
    deleteStance(project);
    const stdin = readFileSync(path.join(project, 'notes.layer.yaml'), 'utf8');
    gitIn(project, 'checkout', '--quiet', '.');
    expect(await runCli(['check', '--since', 'HEAD', '-'], { cwd, stdin })).toMatchObject({ status: 2 });
    const named = ['check', '--since', 'HEAD', '--stdin-filename', 'notes.layer.yaml', '-'];
    const result = await runCli(named, { cwd, stdin });
    expect(result).toMatchObject({ status: 1 });
    expect(result.stdout).toContain('`a1` was deleted since HEAD');
  });
});

test('a hook of git that goes into a subfolder', async () => {
  makeHome();
  const { project, cwd } = await PLACES['in a subfolder, called from there']!();
  deleteStance(project);
  try {
    process.env['GIT_DIR'] = path.join(home, 'repo', '.git');
    const result = await runCli(['check', '--since', 'HEAD', '.'], { cwd });
    expect(result).toMatchObject({ status: 1, stderr: '' });
    expect(result.stdout).toContain('`a1` was deleted since HEAD');
  } finally {
    delete process.env['GIT_DIR'];
    removeHome();
  }
});

describe('several projects', () => {
  beforeEach(makeHome);
  afterEach(removeHome);

  test('a file that moved out of another folder takes its past with it', async () => {
    const { cwd: top } = await committed('repo', 'drafts', '');
    gitIn(top, 'mv', 'drafts', 'talks');
    deleteStance(path.join(top, 'talks'));
    const result = await runCli(['check', '--since', 'HEAD', 'talks'], { cwd: top });
    expect(result).toMatchObject({ status: 1 });
    expect(result.stdout).toContain('`a1` was deleted since HEAD');
  });

  test('a stance that moved to another project is not deleted', async () => {
    const { cwd: top } = await committed('repo', 'one', '');
    mkdirSync(path.join(top, 'two'));
    renameOnDisk(top, 'one/transcript.yaml', 'two/transcript.yaml');
    renameOnDisk(top, 'one/notes.layer.yaml', 'two/notes.layer.yaml');
    expect(await runCli(['check', '--since', 'HEAD', '.'], { cwd: top })).toMatchObject({ status: 0 });
  });

  test('each shard compares its part, and together they compare all', async () => {
    const top = path.join(home, 'repo');
    for (const name of ['a', 'b', 'c']) await init(path.join(top, name));
    gitIn(top, 'init', '--quiet');
    commitAll(top);
    for (const name of ['a', 'b', 'c']) deleteStance(path.join(top, name));
    const run = async (...more: string[]) => {
      const { stdout } = await runCli(
        ['check', '--format', 'line', '--since', 'HEAD', '--rule', 'bad-date', ...more, '.'],
        { cwd: top },
      );
      return stdout.split('\n').filter(line => line.includes('was deleted'));
    };
    const whole = await run();
    expect(whole).toHaveLength(3);
    const parts = [await run('--shard', '1/2'), await run('--shard', '2/2')];
    expect(parts.every(part => part.length > 0)).toBe(true);
    expect(parts.flat().sort()).toEqual(whole);
  });
});

describe('the built program', () => {
  beforeEach(makeHome);
  afterEach(removeHome);

  test.for(partOf(Object.entries(CHANGES), 6, 1))('%s', ([, { change, status, says }]) => {
    const project = path.join(home, 'repo');
    mkdirSync(project);
    expect(runBuilt(['init', '.'], { cwd: project })).toMatchObject({ status: 0, stderr: '' });
    gitIn(project, 'init', '--quiet');
    commitAll(project);
    change(project);
    const result = runBuilt(['check', '--since', 'HEAD', '.'], { cwd: project });
    expect(result).toMatchObject({ status });
    for (const part of says?.('') ?? []) expect(result.stdout + result.stderr).toContain(part);
    expectNoMachinePath(result);
  });
});
