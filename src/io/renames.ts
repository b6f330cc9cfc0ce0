/** Files that were renamed since a commit, as git finds them. */
import type { Git } from './env.ts';

/**
 * The old path of each renamed file by its new one, both from the top folder of the work tree with `/`. Compared are the
 * commit and the index: reading the work tree could run filters that the repository's settings name.
 */
export function renamesSince(git: Git, top: string, commit: string): ReadonlyMap<string, string> {
  const { stdout } = git(
    ['diff-index', '--cached', '-M', '--diff-filter=R', '--name-status', '-z', commit, '--'],
    top,
  );
  return renamesIn(stdout);
}

function renamesIn(stdout: Uint8Array): Map<string, string> {
  const renames = new Map<string, string>();
  // `R087<nul>OLD<nul>NEW<nul>` for each.
  const fields = new TextDecoder().decode(stdout).split('\0');
  for (let i = 0; i + 2 < fields.length; i += 3) renames.set(fields[i + 2]!, fields[i + 1]!);
  return renames;
}

/** The new name of a file that is gone. */
export interface Rename {
  /** A revision that has it under its old name. */
  readonly before: string;
  /** Its new path, from the top folder of the work tree with `/`. */
  readonly now: string;
}

const DIGITS = 10;

/** The last rename of a file that is gone: one in the index, or that of the commit which removed it. */
export function renameOf(git: Git, top: string, file: string): Rename | undefined {
  for (const [now, old] of renamesSince(git, top, 'HEAD')) if (old === file) return { before: 'HEAD', now };
  const removed = git(['log', '-1', '--format=%H', '--diff-filter=D', '--', file], top).stdout;
  const commit = new TextDecoder().decode(removed).trim().slice(0, DIGITS);
  if (commit === '') return undefined;
  const before = `${commit}~1`;
  const { stdout } = git(
    ['diff-tree', '-r', '-M', '--diff-filter=R', '--name-status', '-z', before, commit],
    top,
  );
  for (const [now, old] of renamesIn(stdout)) if (old === file) return { before, now };
  return undefined;
}
