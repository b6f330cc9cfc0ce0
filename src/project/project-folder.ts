/** Resolves references of a file: relative paths inside the project folder, links followed. */
import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import { getOrMake } from '../core/maps.ts';
import type { FileSystem } from '../io/env.ts';
import { InputError } from '../io/errors.ts';

/** The name of a project's configuration. */
export const CONFIG_FILE = '.onrecord.yaml';

/** By folder, found once in a run: each layer of a folder asks for it twice. */
const projectFolders = lazilyFor((_: FileSystem) => new Map<string, string>());

/**
 * The project a file belongs to: the nearest folder upwards with `.onrecord.yaml` or `.git`, else the file's own folder.
 */
function projectFolder(files: FileSystem, file: string): string {
  const own = path.dirname(files.absolute(file));
  return getOrMake(projectFolders(files), own, () => lookUpwards(files, own));
}

function lookUpwards(files: FileSystem, own: string): string {
  for (let folder = own; ; ) {
    if (files.kind(path.join(folder, CONFIG_FILE)) === 'file') return folder;
    if (files.kind(path.join(folder, '.git')) !== 'missing') return folder;
    const parent = path.dirname(folder);
    if (parent === folder) return own;
    folder = parent;
  }
}

/** Whether a folder is marked as one of a project: by its own or a folder above it, with `.onrecord.yaml` or `.git`. */
export function isInProject(files: FileSystem, folder: string): boolean {
  const found = projectFolder(files, folder);
  return (
    files.kind(path.join(found, CONFIG_FILE)) === 'file' || files.kind(path.join(found, '.git')) !== 'missing'
  );
}

/**
 * Whether a name leads through links to a place outside its project. For a file that does not exist yet, the folder in
 * which it would be made counts.
 */
function leadsOut(files: FileSystem, name: string, root: string): boolean {
  let there = files.absolute(name);
  let real = files.real(there);
  while (real === undefined && there !== root && path.dirname(there) !== there) {
    there = path.dirname(there);
    real = files.real(there);
  }
  const realRoot = files.real(root);
  return real !== undefined && realRoot !== undefined && !isInside(realRoot, real);
}

/**
 * The one door for names that are found, or that a command writes: a link inside the project is followed, one that leads
 * out is not.
 * @param project its folder; default: that of the name
 * @returns the name
 * @throws InputError if it leads out.
 */
export function openInside(files: FileSystem, name: string, project = projectFolder(files, name)): string {
  if (!leadsOut(files, name, project)) return name;
  const isLink = isInside(project, files.absolute(name));
  throw new InputError(
    name,
    `${isLink ? 'is a link that leads' : 'leads'} out of the project folder`,
    'name what it leads to, or put a copy into the project',
  );
}

/** The same files; whatever command writes one, it goes through {@link openInside}. */
export function writtenInside(files: FileSystem): FileSystem {
  return {
    absolute: name => files.absolute(name),
    read: name => files.read(name),
    replace: (name, bytes, expected) => files.replace(openInside(files, name), bytes, expected),
    lock: name => files.lock(openInside(files, name)),
    append: (name, bytes) => files.append(name, bytes),
    remove: name => files.remove(openInside(files, name)),
    list: folder => files.list(folder),
    links: folder => files.links(folder),
    special: folder => files.special(folder),
    kind: name => files.kind(name),
    real: name => files.real(name),
    makeFolder: folder => files.makeFolder(folder),
  };
}

/**
 * The configuration that a file is under: the nearest one upwards, and none beyond a folder with `.git`.
 * @throws InputError if it is a link that leads out.
 */
export function configFile(files: FileSystem, file: string): string | undefined {
  const config = path.join(projectFolder(files, file), CONFIG_FILE);
  return files.kind(config) === 'file' ? openInside(files, config) : undefined;
}

/** Why a reference to a file that is not there is refused. */
export const NO_SUCH_FILE = 'no such file';

/** Names that Windows takes for a device in any folder, even with an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

function isDevice(segment: string): boolean {
  const dot = segment.indexOf('.');
  const name = dot === -1 ? segment : segment.slice(0, dot);
  return (name.length === 3 || name.length === 4) && DEVICE.test(name);
}

/**
 * Resolves a reference in `file`. Returns the absolute path, or the reason why it is refused, in words that reveal nothing
 * of the target.
 */
export function resolveReference(
  files: FileSystem,
  file: string,
  reference: string,
): { path: string } | { refused: string } {
  if (reference.trim() === '') return { refused: 'the name is empty' };
  if (/[\u0000-\u001f\u007f]/.test(reference)) return { refused: 'the name has control characters' };
  if (reference.includes(':') && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(reference))
    return { refused: 'addresses and drives are not followed' };
  if (
    reference.startsWith('~') ||
    reference.startsWith('$') ||
    reference.includes('\\') ||
    path.isAbsolute(reference)
  ) {
    return { refused: 'only relative paths with / between folders are followed' };
  }
  const segments = reference.split('/');
  if (segments.includes('.git') || segments.some(isDevice)) {
    return { refused: 'this place is never read' };
  }
  // For a file that is a link, its own folder comes first, then the folder of its target.
  const own = path.dirname(files.absolute(file));
  const linked = path.dirname(files.real(file) ?? own);
  const fromOwn = referenceFrom(files, file, path.resolve(own, reference));
  return 'path' in fromOwn || linked === own
    ? fromOwn
    : referenceFrom(files, file, path.resolve(linked, reference));
}

function referenceFrom(
  files: FileSystem,
  file: string,
  target: string,
): { path: string } | { refused: string } {
  const project = projectFolder(files, file);
  const root = files.real(project) ?? project;
  const real = files.real(target);
  if (
    !(isInside(project, target) || isInside(root, target)) ||
    (real !== undefined && !isInside(root, real))
  ) {
    return { refused: 'it leads outside the project folder' };
  }
  if (real === undefined) return { refused: NO_SUCH_FILE };
  if (files.kind(real) !== 'file') return { refused: 'it is not a regular file' };
  return { path: target };
}

/** Whether a path is a folder or inside it; both are absolute. `/repo-evil` is not inside `/repo`. */
export function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
