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
  const renames = new Map<string, string>();
  // `R087<nul>OLD<nul>NEW<nul>` for each.
  const fields = new TextDecoder().decode(stdout).split('\0');
  for (let i = 0; i + 2 < fields.length; i += 3) renames.set(fields[i + 2]!, fields[i + 1]!);
  return renames;
}
