/** Which earlier version of a transcript is to be compared: every command names the same, and what it prints can be pasted. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type CliOptions, runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest, gitIn } from '../helpers/test-folder.ts';

const { folder, commitAll, git, run, write, read } = folderOfEachTest();

const TALK = `onrecord: 1
language: en
utterances:
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `  - id: u${n}\n    speaker: unknown\n    text: In year ${n} they signed a paper that nobody has seen since.\n`).join('')}`;
const NOTES = `onrecord: 1
transcript: talk.yaml
annotations:
  - {id: a1, target: u1, quote: signed a paper, comment: By phone.}
  - {id: a2, target: u8..u9, comment: In ink.}
`;

const edited = (text: string) => text.replace('year 1 they signed a paper', 'year 1 they burnt a paper');

/** A talk with notes on it, both committed. */
beforeEach(async () => {
  git('init', '--quiet', '--initial-branch', 'main');
  write('talk.yaml', TALK);
  write('talk.layer.yaml', NOTES);
  await run('check', '--fix', '.');
  commitAll();
});

function commitEdit(change: (text: string) => string = edited, file = 'talk.yaml'): void {
  write(file, change(read(file)));
  commitAll();
}

/** The words of a printed command, as a shell cuts them. */
function wordsOf(command: string): string[] {
  const printed = execFileSync('sh', ['-c', command.replace(/^onrecord/, String.raw`printf '%s\0'`)], {
    encoding: 'utf8',
  });
  return printed.split('\0').slice(0, -1);
}

const paste = (command: string, options: CliOptions = {}) =>
  runCli(wordsOf(command), { cwd: folder, ...options });

async function adviceOfCheck(...paths: readonly string[]): Promise<string[]> {
  const { stdout } = await run('check', '--format', 'json', ...paths);
  const { findings } = JSON.parse(stdout) as { findings: { help?: string; severity: string }[] };
  return findings.filter(({ severity }) => severity === 'error').map(({ help }) => help!);
}

/** What follows "next:" on a terminal. */
async function nextOf(...argv: readonly string[]): Promise<string | undefined> {
  const { stdout } = await runCli(argv, { cwd: folder, columns: 120, vars: { NO_COLOR: '1' } });
  return /^next: (.*)$/m.exec(stdout)?.[1];
}

interface Situation {
  readonly prepare: () => void;
  /** The version by its expected name. */
  readonly earlier: RegExp;
  readonly file?: string;
}

const LATER = /^[0-9a-f]{10}:talk\.yaml$/;
const situations: Record<string, Situation> = {
  'an edit that is not committed': {
    prepare: () => write('talk.yaml', edited(TALK)),
    earlier: /^HEAD:talk\.yaml$/,
  },
  'an edit that is committed': { prepare: () => commitEdit(), earlier: LATER },
  'two commits after the edit': {
    prepare() {
      commitEdit();
      commitEdit(text => text.replace('year 4', 'year 44'));
      commitEdit(text => text.replace('year 5', 'year 55'));
    },
    earlier: LATER,
  },
  'the transcript and its layer in different commits': {
    prepare() {
      write('talk.yaml', edited(TALK));
      git('add', 'talk.yaml');
      git('commit', '--quiet', '--message', 'The words');
      write('talk.layer.yaml', `${read('talk.layer.yaml')}# read\n`);
      commitAll();
    },
    earlier: LATER,
  },
  'a merge of two edits, and one after it': {
    prepare() {
      git('checkout', '--quiet', '-b', 'side');
      commitEdit(text => text.replace('year 5', 'year 55'));
      git('checkout', '--quiet', 'main');
      commitEdit(text => text.replace('year 3', 'year 33'));
      git('merge', '--quiet', '--no-edit', 'side');
      write('talk.yaml', edited(read('talk.yaml')));
    },
    earlier: /^HEAD:talk\.yaml$/,
  },
  'a file that was renamed and edited': {
    prepare() {
      git('mv', 'talk.yaml', 'meeting.yaml');
      write('talk.layer.yaml', read('talk.layer.yaml').replace('talk.yaml', 'meeting.yaml'));
      commitEdit(edited, 'meeting.yaml');
    },
    earlier: LATER,
    file: 'meeting.yaml',
  },
  'a rename that is only in the index': {
    prepare() {
      git('mv', 'talk.yaml', 'meeting.yaml');
      write('talk.layer.yaml', read('talk.layer.yaml').replace('talk.yaml', 'meeting.yaml'));
      write('meeting.yaml', edited(TALK));
    },
    earlier: /^HEAD:talk\.yaml$/,
    file: 'meeting.yaml',
  },
  'a name that a shell would cut': {
    prepare() {
      git('mv', 'talk.yaml', "the mayor's talk.yaml");
      write('talk.layer.yaml', read('talk.layer.yaml').replace('talk.yaml', "the mayor's talk.yaml"));
      commitAll();
      write("the mayor's talk.yaml", edited(TALK));
    },
    earlier: /^HEAD:the mayor's talk\.yaml$/,
    file: "the mayor's talk.yaml",
  },
};

test.for(Object.entries(situations))('%s', async ([, { prepare, earlier, file = 'talk.yaml' }]) => {
  prepare();
  const [advice, ...more] = await adviceOfCheck('.');
  expect(more).toEqual([]);
  expect(await nextOf('show', file, '--brief')).toBe(advice);
  expect(await nextOf('stats', file)).toBe(advice);
  expect(wordsOf(advice!)[1]).toMatch(earlier);
  const pasted = await paste(advice!);
  expect(pasted.stdout).toContain('[-signed-]{+burnt+} a paper');
  expect(pasted.stdout).toMatch(/1 kept, 1 waits \(1 /);
  expect(pasted.status).toBe(1);
  // Now that it is marked, the way to accept it is named.
  const [settle] = await adviceOfCheck('.');
  const accepted = await paste(`${/onrecord reanchor .*$/.exec(settle!)![0]} --creator Ada`);
  expect(accepted).toMatchObject({ stderr: '', status: 0 });
  expect(await adviceOfCheck('.')).toEqual([]);
});

test('names are those of the working directory', async () => {
  mkdirSync(path.join(folder, 'talks'));
  git('mv', 'talk.yaml', 'talk.layer.yaml', 'talks');
  commitAll();
  write('talks/talk.yaml', edited(TALK));
  const cwd = path.join(folder, 'talks');
  const options = { cwd, columns: 120, vars: { NO_COLOR: '1' } };
  const { stdout } = await runCli(['stats', 'talk.yaml'], options);
  const advice = 'onrecord reanchor HEAD:talk.yaml talk.yaml';
  expect(stdout).toContain(`next: ${advice}\n`);
  expect((await paste(advice, { cwd })).stdout).toContain('1 kept, 1 waits (1 edited)');
});

test('the next step of a diff is what check says, whatever was compared', async () => {
  commitEdit();
  write('talk.yaml', read('talk.yaml').replace('year 4', 'year 44'));
  const [advice] = await adviceOfCheck('.');
  expect(await nextOf('diff', 'HEAD:talk.yaml', 'talk.yaml')).toBe(advice);
  expect(await nextOf('diff', 'HEAD~1:talk.yaml', 'talk.yaml')).toBe(
    "onrecord reanchor 'HEAD~1:talk.yaml' talk.yaml",
  );
  expect(await nextOf('diff', '--rev', 'HEAD~1..HEAD', 'talk.yaml')).toBeUndefined();
});

test('outside of git, and of words that no version has, check says what to do', async () => {
  write('talk.yaml', edited(TALK));
  rmSync(path.join(folder, '.git'), { recursive: true });
  const help = 'read them again, then onrecord annotate talk.yaml --change a1 --quote "..."';
  expect(await adviceOfCheck('.')).toEqual([`no earlier version is known: ${help}`]);
  expect(await nextOf('show', 'talk.yaml', '--brief')).toBe('onrecord check talk.layer.yaml');
  expect(await nextOf('stats', '.')).toBe('onrecord check talk.layer.yaml');
  const { stdout } = await run('check', 'talk.layer.yaml');
  expect(stdout).toContain(help);
  expect(
    (await paste(`onrecord annotate talk.yaml --change a1 --quote "burnt a paper" --creator Ada`)).status,
  ).toBe(0);
});

test('a shallow clone is told how to get its history', async () => {
  commitEdit();
  const clone = path.join(folder, 'clone');
  gitIn(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
  const there = async () => (await runCli(['check', '--format', 'json', '.'], { cwd: clone })).stdout;
  expect(await there()).toContain('this clone is shallow: git fetch --unshallow brings the earlier versions');
  gitIn(clone, 'fetch', '--quiet', '--unshallow');
  expect(await there()).toMatch(/onrecord reanchor [0-9a-f]{10}:talk\.yaml talk\.yaml/);
});

test('no version of the transcript has the words of a statement in a layer', async () => {
  write(
    'talk.layer.yaml',
    `${NOTES}  - {id: a3, target: s1, comment: So.}\nstatements:\n  - {id: s1, speaker: unknown, date: unknown, text: It was burnt.}\n`,
  );
  await run('check', '--fix', '.');
  commitAll();
  write('talk.layer.yaml', read('talk.layer.yaml').replace('It was burnt', 'It was lost'));
  const advice = 'read them again, then onrecord annotate talk.yaml --change a3 --target s1';
  expect(await adviceOfCheck('.')).toEqual([advice]);
  expect((await paste(`${/onrecord .*$/.exec(advice)![0]} --creator Ada`)).status).toBe(0);
  expect(await adviceOfCheck('.')).toEqual([]);
});

test('what is shown of a revision or of standard input names no command on the file', async () => {
  commitEdit(text => `${edited(text)}annotations:\n  - {id: a9, target: u5, comment: So.}\n`);
  const told = '! 1 annotation waits for a person\n! 1 is not pinned\n';
  const { stdout: committed } = await run('show', 'HEAD:talk.yaml');
  expect(committed).toContain(told);
  expect(await nextOf('show', 'HEAD:talk.yaml', '--brief')).toBe('onrecord show HEAD:talk.yaml');
  const { stdout: now } = await run('show', 'talk.yaml');
  expect(now).toContain(
    '! 1 annotation waits for a person: onrecord check talk.layer.yaml\n! 1 is not pinned: onrecord check --fix talk.yaml\n',
  );
  const stdin = read('talk.yaml');
  const piped = await runCli(['show', '-', 'talk.layer.yaml'], { cwd: folder, stdin });
  expect(piped.stdout).toContain('! 1 is not pinned\n');
  const stats = await runCli(['stats', '-'], { cwd: folder, stdin, columns: 80 });
  expect(stats.stdout).not.toContain('next:');
  const checked = await runCli(['check', '-'], {
    cwd: folder,
    stdin: stdin.replace('comment: So', 'pin: sha256-00000000, comment: So'),
  });
  expect(checked.stdout).toContain('then onrecord annotate FILE --change a9 --target u5');
});

test('entries that were made on different versions are each compared with their own', async () => {
  commitEdit(text => text.replace('In year 1 they signed', 'In year 1 both signed'));
  write(
    'talk.layer.yaml',
    `${read('talk.layer.yaml')}  - {id: a3, target: u5, quote: In year 5, comment: So.}\n`,
  );
  await run('check', '--fix', '.');
  commitAll();
  commitEdit(text => edited(text).replace('id: u5', 'id: v5').replace('both signed', 'both burnt'));
  const [first, second] = (await adviceOfCheck('.')).sort((one, other) => one.length - other.length);
  expect([first, second].map(command => wordsOf(command!)[1])).toEqual([
    expect.stringMatching(LATER),
    expect.stringMatching(LATER),
  ]);
  expect(first).not.toBe(second);
  for (const command of [first!, second!, first!, second!]) await paste(command);
  const layer = read('talk.layer.yaml');
  expect(layer).toMatch(/id: a1, .*verdict: edited/);
  expect(layer).toMatch(/id: a3, target: v5, /);
  expect(layer.match(/verdict/g)).toHaveLength(1);
});

test('what waits with a mark is withdrawn or placed by the commands that check prints', async () => {
  write('talk.yaml', TALK.replace(/ {2}- id: u1\n.*\n.*\n/, ''));
  await paste((await adviceOfCheck('.'))[0]!);
  const [help] = await adviceOfCheck('.');
  const [withdraw, change] = help!.split('; ').map(step => /onrecord .*$/.exec(step)![0]);
  const moved = change!.replace('--target ID', '--target u2').replace('"..."', '"signed a paper"');
  expect((await paste(`${moved} --creator Ada --dry-run`)).status).toBe(0);
  expect((await paste(withdraw!)).status).toBe(0);
  expect(await adviceOfCheck('.')).toEqual([]);
});

test.for(['index', 'history'])(
  'a layer whose transcript was renamed in the %s is carried to it',
  async where => {
    git('mv', 'talk.yaml', 'meeting.yaml');
    if (where === 'history') {
      commitAll();
      commitEdit(text => text.replace('year 5', 'year 55'), 'meeting.yaml');
    }
    const before = where === 'index' ? /^HEAD:talk\.yaml$/ : /^[0-9a-f]{10}~1:talk\.yaml$/;
    const { stderr } = await run('show', 'talk.layer.yaml');
    const [advice] = await adviceOfCheck('.');
    expect(stderr).toContain(`help: ${advice}\n`);
    expect(wordsOf(advice!)[1]).toMatch(before);
    expect(await paste(advice!)).toMatchObject({ stderr: '', status: 0 });
    expect(await adviceOfCheck('.')).toEqual([]);
  },
);

test.for([
  ['show', 'HEAD~1'],
  ['diff', 'HEAD~1', 'talk.yaml'],
  ['reanchor', 'HEAD~1', 'talk.yaml'],
])('%j: a revision without a file is told', async argv => {
  commitEdit();
  expect(await run(...argv)).toEqual({
    stdout: '',
    stderr: 'onrecord: HEAD~1 is a git revision, expected a file\n  name a file in it: HEAD~1:talk.yaml\n',
    status: 2,
  });
});

test('a file of a revision is written out by git, in any folder', async () => {
  write('talks/talk.yaml', TALK);
  commitAll();
  const cwd = path.join(folder, 'talks');
  const { stderr } = await runCli(['stats', 'HEAD:talk.yaml'], { cwd });
  const command = /git show .*(?= > FILE)/.exec(stderr)![0];
  expect(execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' })).toBe(TALK);
});
