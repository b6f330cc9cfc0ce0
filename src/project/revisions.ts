/** Files in revisions of git, beside those of the work tree. */
import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import { getOrMake } from '../core/maps.ts';
import type { Env } from '../io/env.ts';
import { type RevisionFiles, revisionFiles } from '../io/revision-files.ts';
import { nameIn } from './display-name.ts';
import { Loader } from './loader.ts';
import type { Reading } from './reading.ts';

export interface FileRevision {
  readonly file: string;
  /** A git revision; undefined for the work tree. */
  readonly revision: string | undefined;
}

/** How messages name a file: with its revision, if it has one. */
export function revisionName({ file, revision }: FileRevision): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

/**
 * The file or folder that `REVISION:name` means: relative to the working directory, or else, as git has it, to the top
 * folder of the work tree. `REVISION:` is that top folder.
 *
 * @throws InputError if git does not know the revision.
 */
function fileInRevision(revision: string, name: string, env: Env): FileRevision {
  const { files } = atRevision(revision, env);
  if (name === '' || files.kind(name) === 'missing') {
    const fromTop = path.join(files.top, name);
    if (files.kind(fromTop) !== 'missing') return { file: nameIn(env.cwd, fromTop) || '.', revision };
  }
  return { file: name, revision };
}

/** `REV:path`, unless there is a file of that very name. @throws InputError if git does not know the revision. */
export function namedRevision(name: string, env: Env): FileRevision {
  const cut = name.indexOf(':');
  if (cut < 1 || env.files.kind(name) !== 'missing') return { file: name, revision: undefined };
  return fileInRevision(name.slice(0, cut), name.slice(cut + 1), env);
}

/** One for the work tree and one a revision, so that `-` can be named only once and each file is read once. */
export interface RevisionLoaders {
  readonly workTree: Loader;
  of(file: FileRevision): Loader;
}

/**
 * The loaders of a comparison.
 * @param reading how transcripts in other formats are read in this run
 */
export function revisionLoaders(env: Env, reading?: Reading): RevisionLoaders {
  const options = reading === undefined ? {} : { reading };
  const workTree = new Loader(env, options);
  const loaders = new Map<string, Loader>();
  return {
    workTree,
    of: ({ revision }) =>
      revision === undefined
        ? workTree
        : getOrMake(
            loaders,
            revision,
            () => new Loader(atRevision(revision, env), { ...options, mayMissLayers: true }),
          ),
  };
}

/** The environment in which a file is opened by its name. */
export function envAt({ revision }: FileRevision, env: Env): Env {
  return revision === undefined ? env : atRevision(revision, env);
}

/** Whether two names are of one file: links are followed, and revisions are of the same commit. */
export function isSameFile(one: FileRevision, other: FileRevision, env: Env): boolean {
  const place = ({ file, revision }: FileRevision) => {
    const { files } = envAt({ file, revision }, env);
    const commit = revision === undefined ? '' : atRevision(revision, env).files.commit;
    return `${commit}:${files.real(file) ?? file}`;
  };
  return place(one) === place(other);
}

export interface RevisionEnv extends Env {
  readonly files: RevisionFiles;
}

/** The environment with the files of a revision in place of those of the work tree. */
export function atRevision(revision: string, env: Env): RevisionEnv {
  const files = getOrMake(revisionsOf(env), revision, () => revisionFiles(env.git, revision, env.files));
  return { ...env, files };
}

/** Reads a revision once for all that ask about its files. */
const revisionsOf = lazilyFor((_: Env) => new Map<string, RevisionFiles>());
