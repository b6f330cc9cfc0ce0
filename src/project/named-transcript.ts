/** The transcript that a command line names: a file, the folder of one, or either of these in a revision of git. */

import { STDIN } from '../core/model/standard-input.ts';
import type { Env } from '../io/env.ts';
import { InputError, refuseEmptyName, UsageError } from '../io/errors.ts';
import type { Loader } from './loader.ts';
import { envAt, type FileRevision, namedRevision, type RevisionLoaders } from './revisions.ts';
import { transcriptIn } from './transcript-in-folder.ts';

/** A file as it is named, or the one transcript of a folder. @throws as {@link namedTranscript}. */
export async function fileOrTranscriptIn(name: string, loader: Loader, env: Env): Promise<string> {
  const isFolder = name !== STDIN && name !== '' && env.files.kind(name) === 'folder';
  return isFolder ? transcriptIn({ file: name, revision: undefined }, loader, env) : name;
}

/**
 * The file that is meant: `talk.yaml`, `talks/` with one transcript, `REV:talk.yaml` or `REV:talks`.
 *
 * @param revision the git revision that an option names for it; `REV:` means nothing then.
 * @throws UsageError if a folder has several transcripts, or a revision is named without a file; InputError if it has none, or git does not know the revision.
 */
export async function namedTranscript(
  name: string,
  env: Env,
  loaders: RevisionLoaders,
  revision?: string,
): Promise<FileRevision> {
  if (name === STDIN) return { file: name, revision };
  refuseEmptyName(name);
  const named = revision === undefined ? namedRevision(name, env) : { file: name, revision };
  if (named.revision === undefined && env.files.kind(name) === 'missing' && isRevision(name, env))
    throw new UsageError(
      `${name} is a git revision, expected a file`,
      `name a file in it: ${name}:talk.yaml`,
    );
  const there = envAt(named, env);
  if (there.files.kind(named.file) !== 'folder') return named;
  return { ...named, file: await transcriptIn(named, loaders.of(named), there) };
}

/** `git diff HEAD~1 FILE` takes a revision and a file apart from each other. */
function isRevision(name: string, env: Env): boolean {
  if (name.startsWith('-')) return false;
  try {
    return env.git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], env.cwd).status === 0;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
