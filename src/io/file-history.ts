/** The versions of one file in the commits that changed it. */
import type { Git } from './env.ts';

export interface FileVersion {
  /** `HEAD` for the newest, else a commit by its first ten digits. */
  readonly revision: string;
  /** The name that the file had, from the top folder of the work tree. */
  readonly path: string;
  /** Name of the object with its content. */
  readonly blob: string;
}

const DIGITS = 10;

/**
 * Returns up to a number of versions of a file, newest first, across renames; none without git history. What a merge made of
 * two versions is one too.
 */
export function fileVersions(git: Git, folder: string, name: string, limit: number): FileVersion[] {
  const { stdout } = git(
    [
      'log',
      '-m',
      `--max-count=${limit}`,
      '--follow',
      '--raw',
      '--no-abbrev',
      '-z',
      '--format=%H',
      '--',
      name,
    ],
    folder,
  );
  const versions: FileVersion[] = [];
  let commit = '';
  let isNewest = true;
  const fields = new TextDecoder().decode(stdout).split('\0');
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!.replace(/^\n/, '');
    if (!field.startsWith(':')) {
      commit = field;
      continue;
    }
    // `:MODE MODE OID OID STATUS`, then the path; of a rename or copy the old and the new one.
    const [, , , blob = '', status = ''] = field.split(' ');
    i += /^[RC]/.test(status) ? 2 : 1;
    const revision = isNewest ? 'HEAD' : commit.slice(0, DIGITS);
    isNewest = false;
    // A merge is listed once for each of its parents.
    const isKnown = versions.some(version => version.blob === blob);
    if (!status.startsWith('D') && !isKnown) versions.push({ revision, path: fields[i] ?? '', blob });
  }
  return versions;
}

/** Whether the history of a clone was cut off when it was made (`git clone --depth`). */
export function isShallow(git: Git, folder: string): boolean {
  const { stdout } = git(['rev-parse', '--is-shallow-repository'], folder);
  return new TextDecoder().decode(stdout).trim() === 'true';
}

/** The bytes of an object; undefined if git does not have it, as in a clone that left it out. */
export function readBlob(git: Git, folder: string, blob: string): Uint8Array | undefined {
  const { status, stdout } = git(['cat-file', 'blob', blob], folder);
  return status === 0 ? stdout : undefined;
}
