/** Files in revisions of git, beside those of the work tree. */
import type { Env } from '../io/env.ts';
import { filesOfRevision } from '../io/git.ts';
import { Loader } from './loader.ts';

export interface FileRevision {
  readonly file: string;
  /** A git revision; undefined for the work tree. */
  readonly revision: string | undefined;
}

/** How messages name a file: with its revision, if it has one. */
export function revisionName({ file, revision }: FileRevision): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

export interface RevisionLoaders {
  /** One for the work tree, so that `-` can be named only once and each file is read once. */
  readonly workTree: Loader;
  of(file: FileRevision): Loader;
}

/** The loaders of a comparison.  */
export function revisionLoaders(env: Env): RevisionLoaders {
  const workTree = new Loader(env);
  return {
    workTree,
    of: ({ revision }) => (revision === undefined ? workTree : new Loader(atRevision(revision, env))),
  };
}

/** The environment with the files of a revision in place of those of the work tree. */
export function atRevision(revision: string, env: Env): Env {
  return { ...env, files: filesOfRevision(env.git, revision, env.files) };
}
