/** git, called without a shell; and a revision's files, in the shape of the file system. */
import path from 'node:path';
import type { FileSystem, Git, GitResult } from './env.ts';
import { InputError } from './errors.ts';
import { MAX_FILE_BYTES } from './file-size.ts';

/** Runs git in a folder. @throws InputError where there is no git. */
export const runGit: Git = (args, folder) => {
  // Loaded when git is called for the first time: it would cost every other command an eighth of its start-up.
  const result = process.getBuiltinModule('node:child_process').spawnSync('git', [...args], {
    cwd: folder,
    maxBuffer: MAX_FILE_BYTES,
    // git takes a path for a pattern otherwise, and a pager or a prompt would wait for ever.
    env: {
      ...process.env,
      GIT_LITERAL_PATHSPECS: '1',
      GIT_PAGER: 'cat',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    },
  });
  if (result.error !== undefined) {
    const missing = (result.error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError('git', missing ? 'not found; this needs git' : result.error.message);
  }
  return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr.toString('utf8') };
};

/** The top folder of the work tree that holds `folder`. @throws InputError outside a work tree. */
export function workTree(git: Git, folder: string): string {
  const { status, stdout } = git(['rev-parse', '--show-toplevel'], folder);
  if (status !== 0) throw new InputError(folder, 'not inside a git work tree');
  return new TextDecoder().decode(stdout).trim();
}

/**
 * The files of a revision, read-only, under the paths that they have in the work tree.
 * @throws InputError where git does not know the revision.
 */
export function filesOfRevision(git: Git, revision: string, files: FileSystem): FileSystem {
  const folder = files.absolute('.');
  const top = workTree(git, folder);
  const commit = commitOf(git, revision, folder);
  const inTree = (file: string) => {
    const relative = path.relative(top, realFolderOf(files, file)).split(path.sep).join('/');
    return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative;
  };
  const typeOf = (file: string): 'blob' | 'tree' | undefined => {
    const relative = inTree(file);
    if (relative === undefined) return undefined;
    const { status, stdout } = git(['cat-file', '-t', `${commit}:${relative}`], top);
    const type = new TextDecoder().decode(stdout).trim();
    return status === 0 && (type === 'blob' || type === 'tree') ? type : undefined;
  };
  const readOnly = () => {
    throw new InputError(revision, 'a revision cannot be written');
  };
  return {
    absolute: files.absolute,
    read(file) {
      const relative = inTree(file);
      const { status, stdout } =
        relative === undefined ? MISSING : git(['cat-file', 'blob', `${commit}:${relative}`], top);
      if (status !== 0) throw new InputError(`${revision}:${file}`, 'no such file in this revision');
      return stdout;
    },
    list(name) {
      const relative = inTree(name);
      const { status, stdout } =
        relative === undefined ? MISSING : git(['ls-tree', '-z', `${commit}:${relative}`], top);
      if (status !== 0) throw new InputError(`${revision}:${name}`, 'no such folder in this revision');
      return new TextDecoder()
        .decode(stdout)
        .split('\0')
        .filter(line => line !== '')
        .map(line => line.slice(line.indexOf('\t') + 1) + (/^\d+ tree /.test(line) ? '/' : ''))
        .sort();
    },
    kind(file) {
      if (files.absolute(file) === path.join(top, '.git')) return 'folder';
      const type = typeOf(file);
      return type === 'blob' ? 'file' : type === 'tree' ? 'folder' : 'missing';
    },
    real: file => (typeOf(file) === undefined ? undefined : files.absolute(file)),
    replace: readOnly,
    makeFolder: readOnly,
  };
}

const MISSING: GitResult = { status: 1, stdout: new Uint8Array(), stderr: '' };

function commitOf(git: Git, revision: string, folder: string): string {
  // --end-of-options: a revision that begins with a dash must not become an option of git.
  const { status, stdout } = git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    folder,
  );
  if (status !== 0) throw new InputError(revision, 'git knows no such revision');
  // git prints the option back on versions before 2.30 or so; the commit is the last line.
  return new TextDecoder().decode(stdout).trim().split('\n').at(-1)!;
}

/** git names the work tree by its real path; the file itself may be gone from disk. */
function realFolderOf(files: FileSystem, file: string): string {
  const absolute = files.absolute(file);
  for (let folder = absolute, rest = ''; ; ) {
    const real = files.real(folder);
    if (real !== undefined) return path.join(real, rest);
    const parent = path.dirname(folder);
    if (parent === folder) return absolute;
    rest = path.join(path.basename(folder), rest);
    folder = parent;
  }
}
