/** git, called without a shell. */
import fs from 'node:fs';
import path from 'node:path';
import type { Git } from './env.ts';
import { InputError } from './errors.ts';
import { MAX_FILE_BYTES } from './file-size.ts';

/**
 * Overrides unsafe git settings of a repository: `core.fsmonitor` names a program to run, and by default git reads a path
 * as a pattern.
 */
const SAFE = ['-c', 'core.fsmonitor=false', '--literal-pathspecs'];

/** Runs git in a folder. @throws InputError if there is no git. */
export const runGit: Git = (args, folder, input) => {
  const broken = args.find(arg => arg.includes('\0'));
  if (broken !== undefined)
    throw new InputError(broken, 'the name has a NUL character, which no file can have');
  // Loaded when git is called for the first time: it would cost every other command an eighth of its start-up.
  const result = process.getBuiltinModule('node:child_process').spawnSync('git', [...SAFE, ...args], {
    cwd: folder,
    maxBuffer: MAX_FILE_BYTES,
    // A pager or a prompt would block forever.
    env: { ...surroundingsFor(folder), GIT_PAGER: 'cat', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    ...(input !== undefined && { input }),
  });
  if (result.error !== undefined) {
    const missing = (result.error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError('git', missing ? 'not found; this needs git' : result.error.message);
  }
  return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr.toString('utf8') };
};

/**
 * The environment for git in a folder. Hooks of git set GIT_DIR, and with it git takes any folder for the top of the work
 * tree: where the folder is in a work tree by itself, that counts.
 */
function surroundingsFor(folder: string): NodeJS.ProcessEnv {
  const { GIT_DIR: gitDir, ...others } = process.env;
  if (gitDir === undefined || others['GIT_WORK_TREE'] !== undefined) return process.env;
  for (let above = path.resolve(folder); ; above = path.dirname(above)) {
    if (fs.existsSync(path.join(above, '.git'))) return others;
    if (path.dirname(above) === above) return process.env;
  }
}

/** The top folder of the work tree that holds `folder`. @throws InputError if git finds none, or refuses it. */
export function workTree(git: Git, folder: string): string {
  const { status, stdout, stderr } = git(['rev-parse', '--show-toplevel'], folder);
  // The name of a folder may end with a blank or a line break; git adds one line break.
  if (status === 0) return new TextDecoder().decode(stdout).replace(/\n$/, '');
  // A container often runs as another user than the one who made the clone.
  if (stderr.includes('dubious ownership')) {
    const advice = /git config --global --add safe\.directory .+/.exec(stderr)?.[0];
    throw new InputError(
      'git',
      'refuses this repository: its folder belongs to another user (dubious ownership)',
      advice && `if you trust it: ${advice}`,
    );
  }
  throw new InputError('.', 'not inside a git work tree');
}

/** The commit that a revision names. @throws InputError if no such git revision. */
export function commitOf(git: Git, revision: string, top: string): string {
  // --end-of-options: a revision that begins with a dash must not become an option of git.
  const { status, stdout } = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    top,
  );
  // git prints the option back on versions before 2.30 or so; the commit is the last line.
  if (status === 0) return new TextDecoder().decode(stdout).trim().split('\n').at(-1)!;
  throw new InputError(revision, 'no such git revision', hintForUnknown(git, top));
}

function hintForUnknown(git: Git, top: string): string | undefined {
  const answer = (args: readonly string[]) => new TextDecoder().decode(git(args, top).stdout).trim();
  if (answer(['rev-parse', '--is-shallow-repository']) === 'true')
    return 'this clone is shallow: fetch the history, with `fetch-depth: 0` in actions/checkout or `git fetch --unshallow`';
  return answer(['rev-parse', '--verify', '--quiet', 'HEAD']) === '' ? 'there is no commit yet' : undefined;
}
