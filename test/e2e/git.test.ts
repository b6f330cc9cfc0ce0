/** The merge driver and textconv under the real git. Uses the built program. */
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GitRepository } from '../helpers/git-repository.ts';
import { partOf } from '../helpers/runs.ts';

const FILE = 'notes.layer.yaml';

const layer = (...annotations: string[]) =>
  ['onrecord: 1', 'transcript: transcript.yaml', 'annotations:', ...annotations, ''].join('\n');
const A1 = '  - {id: a1, target: u1, comment: The first.}   # kept as it is';
const A2 = '  - {id: a2, target: u2, comment: The second.}';
const OURS = '  # from the tape\n  - {id: a3, target: u1, comment: Ours.}';
const THEIRS = '  # from the minutes\n  - {id: a4, target: u1, comment: Theirs.}';
const BASE = layer(A1, A2);
const BOTH = layer(A1, A2, OURS, THEIRS);

let installed: GitRepository;
let repository: GitRepository;

beforeAll(async () => {
  installed = new GitRepository();
  expect(await installed.onrecord('git', 'install')).toMatchObject({ status: 0 });
});
afterAll(() => installed.remove());
beforeEach(() => {
  repository = new GitRepository(installed);
});
afterEach(() => repository.remove());

describe('two sides that added at one place', () => {
  let forked: GitRepository;
  beforeAll(() => {
    forked = new GitRepository(installed);
    forked.fork(FILE, BASE, layer(A1, A2, OURS), layer(A1, A2, THEIRS));
  });
  afterAll(() => forked.remove());
  beforeEach(() => {
    repository.remove();
    repository = new GitRepository(forked);
  });

  test('without the driver they are in conflict: the test tests something', async () => {
    await repository.onrecord('git', 'uninstall');
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
  });

  test('merge keeps both, with their comments', () => {
    repository.git('merge', '-q', 'side');
    expect(repository.read(FILE)).toBe(BOTH);
  });

  test('rebase keeps both', () => {
    repository.git('rebase', '-q', 'side');
    expect(repository.read(FILE)).toBe(layer(A1, A2, THEIRS, OURS));
  });

  test('cherry-pick keeps both', () => {
    repository.git('cherry-pick', 'side');
    expect(repository.read(FILE)).toBe(BOTH);
  });

  test('stash pop keeps both', () => {
    repository.git('checkout', '-q', 'side');
    repository.write(FILE, layer(A1, A2, THEIRS, '  - {id: a5, target: u2, comment: In hand.}'));
    repository.git('stash', '-q');
    repository.git('merge', '-q', 'main');
    repository.git('stash', 'pop', '-q');
    expect(
      repository
        .read(FILE)
        .match(/id: a\d/g)
        ?.sort(),
    ).toEqual([1, 2, 3, 4, 5].map(n => `id: a${n}`));
  });
});

test('the same addition on both sides is there once', () => {
  const same = layer(A1, A2, OURS);
  repository.fork(FILE, BASE, same.replace('a2, target', 'a2, note: Ours., target'), same);
  repository.git('merge', '-q', 'side');
  expect(repository.read(FILE).match(/id: a3/g)).toHaveLength(1);
});

test('a file that both sides added has the entries of both', () => {
  repository.commit({ 'readme.txt': 'x\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit({ [FILE]: layer(A1, THEIRS) });
  repository.git('checkout', '-q', 'main');
  repository.commit({ [FILE]: layer(A1, OURS) });
  repository.git('merge', '-q', 'side');
  expect(repository.read(FILE)).toBe(layer(A1, OURS, THEIRS));
});

describe('a conflict', () => {
  const changed = (word: string) => BASE.replace('The second.', `The ${word} second.`);

  test('of one field stops the merge, is valid YAML with both versions, and can be settled', async () => {
    repository.fork(FILE, BASE, changed('very'), changed('other'));
    const { status, stderr } = repository.run('git', 'merge', 'side');
    expect(status).toBe(1);
    expect(stderr).toContain('onrecord resolve notes.layer.yaml');
    expect(repository.git('status', '--short')).toBe('UU notes.layer.yaml\n');
    expect(repository.read(FILE)).toBe(
      changed('very').replace(
        'second.}',
        'second., conflict: {comment: {base: The second., ours: The very second., theirs: The other second.}}}',
      ),
    );
    expect((await repository.onrecord('resolve', FILE, '--take', 'theirs', '--all')).status).toBe(0);
    expect(repository.read(FILE)).toBe(changed('other'));
    repository.git('commit', '-qam', 'settled');
  });

  test('of a deletion and an edit keeps the entry', async () => {
    repository.fork(FILE, BASE, layer(A1), changed('other'));
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
    const text = repository.read(FILE);
    expect(text).toContain('The other second.');
    expect(text).toContain('conflict: {entry: {ours: deleted}}');
    expect((await repository.onrecord('resolve', FILE, '--take', 'ours', '--all')).status).toBe(0);
    expect(repository.read(FILE)).toBe(layer(A1));
  });
});

describe('a driver in trouble', () => {
  const broken = `${BASE}  - {id: a9, target: [\n`;

  test('a side that cannot be read: both sides are in the file, with markers, and git has a conflict', () => {
    repository.fork(FILE, BASE, layer(A1, A2, OURS), broken);
    const { status, stderr } = repository.run('git', 'merge', 'side');
    expect(status).toBe(1);
    expect(stderr).toContain('merged as text');
    expect(repository.git('status', '--short')).toBe('UU notes.layer.yaml\n');
    const text = repository.read(FILE);
    expect(text).toContain('<<<<<<< ours\n');
    expect(text).toContain('id: a3');
    expect(text).toContain('id: a9');
  });

  test('a side that cannot be read is a conflict even where its lines merge', () => {
    repository.fork(FILE, BASE, BASE.replace('onrecord: 1\n', 'onrecord: 1\ntitle: Ours\n'), broken);
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
    expect(repository.read(FILE)).toContain('title: Ours');
    expect(repository.read(FILE)).toContain('id: a9');
  });

  test('bytes that are no text: both sides stand in whole', () => {
    repository.fork(FILE, BASE, `${BASE}# ours\0\n`, `${BASE}# theirs\0\n`);
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
    expect(repository.read(FILE)).toBe(
      `<<<<<<< ours\n${BASE}# ours\0\n=======\n${BASE}# theirs\0\n>>>>>>> theirs\n`,
    );
  });

  test('a program that is gone: git merges as text, and both sides are in the file', () => {
    repository.fork(FILE, BASE, layer(A1, A2, OURS), layer(A1, A2, THEIRS));
    const driver = repository.git('config', 'merge.onrecord.driver').trim();
    repository.git('config', 'merge.onrecord.driver', driver.replace('onrecord ', 'onrecord-that-is-gone '));
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
    expect(repository.read(FILE)).toMatch(/^<<<<<<< .*id: a3.*^=======$.*id: a4.*^>>>>>>> /ms);
  });

  test('a key that the format does not know is merged as text: it is not lost', () => {
    const unknown = BASE.replace('onrecord: 1\n', 'onrecord: 1\nmood: tense\n');
    repository.fork(FILE, BASE, layer(A1, A2, OURS), unknown);
    expect(repository.run('git', 'merge', 'side').status).toBe(1);
    expect(repository.read(FILE)).toContain('mood: tense');
  });

  test('a file of another kind is merged as git does it', () => {
    const lines = (first: string, last: string) => `${first}: 1\nb: 2\nc: 3\nd: 4\n${last}: 5\n`;
    repository.fork('transcript.yaml', lines('a', 'e'), lines('ours', 'e'), lines('a', 'theirs'));
    repository.git('merge', '-q', 'side');
    expect(repository.read('transcript.yaml')).toBe(lines('ours', 'theirs'));
  });
});

const NAMES = [
  'f $(touch pwned).layer.yaml',
  '`touch pwned`.layer.yaml',
  "it's; touch pwned.layer.yaml",
  '"; touch pwned; ".layer.yaml',
  '-o pwned.layer.yaml',
  '%A %P.layer.yaml',
];

test.for(partOf(NAMES, 3))('a file named %j is merged and shown, and nothing in its name is run', name => {
  repository.fork(name, BASE, layer(A1, A2, OURS), layer(A1, A2, THEIRS));
  repository.git('merge', '-q', 'side');
  expect(repository.read(name)).toBe(BOTH);
  expect(repository.git('show', 'HEAD^')).toContain('+annotation a3 comment: Ours.');
  expect(existsSync(path.join(repository.folder, 'pwned'))).toBe(false);
});

describe('what git shows', () => {
  test('diff and log -p name the entry and the field', () => {
    repository.commit({ [FILE]: BASE });
    repository.write(FILE, BASE.replace('The second.', 'The other second.'));
    const expected = '-annotation a2 comment: The second.\n+annotation a2 comment: The other second.\n';
    expect(repository.git('diff')).toContain(expected);
    repository.git('commit', '-qam', 'edit');
    expect(repository.git('log', '-p', '-1')).toContain(expected);
  });

  test('a file that cannot be understood is shown as it is', () => {
    repository.commit({ [FILE]: BASE });
    repository.write(FILE, `${BASE}  - [\n`);
    expect(repository.git('diff')).toContain('+  - [\n');
  });
});

describe('install and uninstall', () => {
  const settings = () => repository.run('git', 'config', '--get-regexp', 'onrecord').stdout;

  test('twice is as once, and uninstall takes away what install wrote', () => {
    const once = [settings(), repository.read('.gitattributes')];
    expect(repository.run('onrecord', 'git', 'install').status).toBe(0);
    expect([settings(), repository.read('.gitattributes')]).toEqual(once);
    expect(once[0]).toContain('merge.onrecord.driver onrecord merge-driver -- %O %A %B %L %P || {');
    expect(repository.run('onrecord', 'git', 'uninstall').status).toBe(0);
    expect([settings(), repository.read('.gitattributes')]).toEqual(['', '']);
    expect(repository.run('onrecord', 'git', 'uninstall').status).toBe(0);
  });

  test('other lines of .gitattributes stay', async () => {
    repository.write('.gitattributes', '*.png binary');
    await repository.onrecord('git', 'install', '--also', 'talks/*.yaml');
    expect(repository.read('.gitattributes')).toMatch(/^\*\.png binary\n# onrecord: begin/);
    expect(repository.git('check-attr', 'merge', 'talks/a.yaml')).toContain('merge: onrecord');
    await repository.onrecord('git', 'uninstall');
    expect(repository.read('.gitattributes')).toBe('*.png binary\n');
  });

  test('every byte that is not ours stays, in any encoding', async () => {
    const latin1 = Buffer.from('*.txt x=caf\xe9\n', 'latin1');
    repository.write('.gitattributes', latin1);
    await repository.onrecord('git', 'install');
    expect(readFileSync(`${repository.folder}/.gitattributes`).subarray(0, latin1.length)).toEqual(latin1);
    await repository.onrecord('git', 'uninstall');
    expect(readFileSync(`${repository.folder}/.gitattributes`)).toEqual(latin1);
    repository.write('.gitattributes', '');
  });

  test('our lines are known by CRLF too, and what --also named before stays', async () => {
    await repository.onrecord('git', 'install', '--also', 'talks/*.yaml');
    repository.write('.gitattributes', repository.read('.gitattributes').replaceAll('\n', '\r\n'));
    await repository.onrecord('git', 'install', '--also', 'more/*.yaml');
    const text = repository.read('.gitattributes');
    expect(text.match(/begin/g)).toHaveLength(1);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('\nmore/*.yaml merge');
    expect(text).toContain('\ntalks/*.yaml merge');
    await repository.onrecord('git', 'uninstall');
    expect(repository.read('.gitattributes')).toBe('');
  });

  test('a .gitattributes that is a link is not written: git does not follow it', async () => {
    rmSync(`${repository.folder}/.gitattributes`);
    repository.write('outside.txt', 'mine\n');
    symlinkSync('outside.txt', `${repository.folder}/.gitattributes`);
    const { status, stderr } = await repository.onrecord('git', 'install');
    expect([status, repository.read('outside.txt')]).toEqual([2, 'mine\n']);
    expect(stderr).toContain('is a link, which git does not follow');
    rmSync(`${repository.folder}/.gitattributes`);
  });

  test('--global writes the settings and attributes of the user', () => {
    repository.run('onrecord', 'git', 'uninstall');
    expect(repository.run('onrecord', 'git', 'install', '--global').status).toBe(0);
    expect(repository.git('config', '--global', 'diff.onrecord.textconv')).toBe('onrecord textconv --\n');
    expect(repository.git('check-attr', 'merge', FILE)).toContain('merge: onrecord');
    expect(repository.run('onrecord', 'git', 'uninstall', '--global').status).toBe(0);
    expect(repository.git('check-attr', 'merge', FILE)).toContain('merge: unspecified');
  });

  test('a pattern that would be more than one is refused', async () => {
    const { status, stderr } = await repository.onrecord('git', 'install', '--also', '* merge=x');
    expect([status, stderr]).toEqual([2, expect.stringContaining('is not a pattern that works')]);
  });
});

describe('a transcript in another format', () => {
  const talk = (words: string) => `WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ann Baker>${words}\n`;

  test('is shown by its words, and merged by git as text', () => {
    repository.commit({ 'talk.vtt': talk('We signed on Monday.') });
    repository.write('talk.vtt', talk('We signed on Friday.').replace('\n1\n', '\n7\n'));
    const diff = repository.git('diff', 'talk.vtt');
    expect(diff).toContain('-00:00:01.000-00:00:02.000 Ann Baker: We signed on Monday.\n');
    expect(diff).toContain('+00:00:01.000-00:00:02.000 Ann Baker: We signed on Friday.\n');
    // The number of a cue is no word.
    expect(diff).not.toMatch(/^[+-]7$/m);
    expect(repository.git('check-attr', 'merge', 'talk.vtt')).toContain('unspecified');
  });

  test('that the configuration lists is shown so too', async () => {
    repository.write('.onrecord.yaml', 'transcripts:\n  - files: ["*.txt"]\n');
    expect((await repository.onrecord('git', 'install', '--also', 'interviews/*.md')).status).toBe(0);
    expect(repository.read('.gitattributes')).toContain(
      '\n*.txt diff=onrecord\ninterviews/*.md diff=onrecord\n',
    );
  });
});
