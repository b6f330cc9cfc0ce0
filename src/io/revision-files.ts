/** A revision's files in the shape of the file system, read-only, under the paths that they have in the work tree. */

import path from 'node:path';
import { lazily } from '../core/lazily.ts';
import { getOrMake } from '../core/maps.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { FileSystem, Git } from './env.ts';
import { InputError } from './errors.ts';
import { commitOf, workTree } from './git.ts';
import { type GitTree, gitTree } from './git-tree.ts';
import { renamesSince } from './renames.ts';

/** As many links as Linux follows for one path. */
const MAX_LINKS = 40;

export interface RevisionFiles extends FileSystem {
  readonly commit: string;
  /** The top folder of the work tree, as a real path. */
  readonly top: string;
  /** The path of a file from the top folder, with `/`; undefined outside the work tree. */
  pathInTree(file: string): string | undefined;
  /**
   * Whether a file of the work tree is one of this repository or its submodules; not if it is outside, or in a
   * repository of its own that the outer one does not track.
   */
  holds(file: string): boolean;
}

/** A place in a tree: the root tree, or that of a submodule. */
interface Spot {
  readonly tree: GitTree;
  /** The folder that the tree is of. */
  readonly top: string;
  readonly path: string;
}

/** @throws InputError if git does not know the revision, or the working directory is in no work tree. */
export function revisionFiles(git: Git, revision: string, files: FileSystem): RevisionFiles {
  const top = workTree(git, files.absolute('.'));
  const commit = commitOf(git, revision, top);
  const root = gitTree(git, top, commit);
  const modules = new Map<string, GitTree>();

  /** Where a path leads, links followed; undefined if it leads out of the tree. */
  const follow = (relative: string, links = 0): Spot | undefined => {
    if (root.entry(relative)?.kind === 'file' || root.isFolder(relative))
      return { tree: root, top, path: relative };
    const segments = relative.split('/');
    for (let count = 1; count <= segments.length; count++) {
      const before = segments.slice(0, count).join('/');
      const rest = segments.slice(count).join('/');
      const entry = root.entry(before);
      if (entry?.kind === 'module')
        return { tree: moduleTree(before, entry.oid), top: path.join(top, before), path: rest };
      if (entry?.kind !== 'link') continue;
      const target = new TextDecoder().decode(root.read(before));
      const next = path.posix.join(path.posix.dirname(before), target, rest);
      const leadsOut = path.posix.isAbsolute(target) || next === '..' || next.startsWith('../');
      return leadsOut || links === MAX_LINKS ? undefined : follow(next === '.' ? '' : next, links + 1);
    }
    return { tree: root, top, path: relative };
  };
  const moduleTree = (folder: string, oid: string): GitTree =>
    getOrMake(modules, folder, () => {
      const inside = path.join(top, folder);
      // Without its own `.git`, git would answer for the outer repository.
      const hasGit = files.kind(path.join(inside, '.git')) !== 'missing';
      const tree = hasGit ? gitTree(git, inside, oid) : undefined;
      if (tree?.isKnown === true) return tree;
      throw new InputError(
        `${revision}:${folder}`,
        'this commit of the submodule is not here',
        'git submodule update --init --recursive, with its history',
      );
    });
  const spotOf = (file: string): Spot | undefined => {
    const relative = pathInTree(file);
    return relative === undefined ? undefined : follow(relative);
  };
  const pathInTree = pathsBelow(top, files);
  const isModuleTop = (folder: string) => root.entry(pathInTree(folder) ?? '')?.kind === 'module';
  const kind = (file: string): 'file' | 'folder' | 'missing' => {
    // The border of a project; no tree has an entry for it.
    if (path.basename(file) === '.git') {
      const folder = path.dirname(files.absolute(file));
      return pathInTree(folder) === '' || isModuleTop(folder) ? 'folder' : 'missing';
    }
    const spot = spotOf(file);
    if (spot === undefined) return 'missing';
    if (spot.tree.entry(spot.path)?.kind === 'file') return 'file';
    return spot.tree.isFolder(spot.path) ? 'folder' : 'missing';
  };
  const holdsFolder = cached((folder: string): boolean => {
    const border = borderAbove(files, folder);
    const below = border === undefined ? undefined : pathInTree(border);
    return below === '' || (below !== undefined && isModule(below));
  });
  const isModule = (below: string) =>
    root.entry(below)?.kind === 'module' ||
    new TextDecoder().decode(git(['ls-files', '-s', '-z', '--', below], top).stdout).startsWith('160000 ');
  const renames = lazily(() => renamesSince(git, top, commit));
  /** What to do about a file that may have had another name in the revision. */
  const otherName = (file: string): string | undefined => {
    const inTree = pathInTree(file) ?? '';
    const old = renames().get(inTree);
    if (old !== undefined) return `it was called ${old} there: ${revision}:${old}`;
    // Git looks for renames among the files that it knows.
    const isKnown = () => git(['ls-files', '-z', '--', inTree], top).stdout.length > 0;
    if (inTree === '' || files.kind(file) !== 'file' || isKnown()) return undefined;
    return `if it was renamed, tell git first: git add -- ${shellWord(file)}`;
  };
  const readOnly = () => {
    throw new InputError(revision, 'cannot write to a revision');
  };
  return {
    commit,
    top,
    pathInTree,
    holds: file => holdsFolder(path.dirname(files.absolute(file))),
    absolute: files.absolute,
    read(file) {
      const spot = spotOf(file);
      const bytes = spot && spot.tree.entry(spot.path)?.kind === 'file' && spot.tree.read(spot.path);
      if (!bytes) {
        throw new InputError(`${revision}:${file}`, 'no such file in this revision', otherName(file));
      }
      return bytes;
    },
    list(folder) {
      const spot = spotOf(folder);
      const names = spot?.tree.list(spot.path);
      if (names === undefined)
        throw new InputError(`${revision}:${folder}`, 'no such folder in this revision');
      return names;
    },
    links(folder) {
      const spot = spotOf(folder);
      const inside = spot === undefined || spot.path === '' ? '' : `${spot.path}/`;
      return (
        spot?.tree.list(spot.path)?.filter(name => spot.tree.entry(inside + name)?.kind === 'link') ?? []
      );
    },
    special: () => [],
    kind,
    real(file) {
      const spot = kind(file) === 'missing' ? undefined : spotOf(file);
      return spot && path.join(spot.top, spot.path);
    },
    replace: readOnly,
    lock: readOnly,
    append: readOnly,
    makeFolder: readOnly,
    remove: readOnly,
  };
}

/** The nearest folder upwards with a `.git`. */
function borderAbove(files: FileSystem, start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (files.kind(path.join(folder, '.git')) !== 'missing') return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/**
 * The paths of files below a folder. The working directory may be reached through a link, so the folder is looked for
 * among the real paths of a file's folders; the rest of the path is taken as it is, for the file may be gone from disk.
 */
function pathsBelow(top: string, files: FileSystem): (file: string) => string | undefined {
  const realTop = files.real(top) ?? top;
  const folderBelow: (folder: string) => string | undefined = cached(folder => {
    if (files.real(folder) === realTop) return '';
    const parent = path.dirname(folder);
    const above = parent === folder ? undefined : folderBelow(parent);
    return above === undefined ? undefined : path.posix.join(above, path.basename(folder));
  });
  return file => folderBelow(files.absolute(file));
}

function cached<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return key => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key)!;
  };
}
