/** The files of one commit, as git's objects hold them. */
import type { Git } from './env.ts';

/** A regular file, a symbolic link (its content is the target), or a commit of a submodule. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'module';
  /** Name of the object, in hexadecimal. */
  readonly oid: string;
}

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = { '120000': 'link', '160000': 'module' };

/** Files read in one call of git. */
const BATCH = 256;

export type GitTree = ReturnType<typeof gitTree>;

/** @param top the top folder of the repository's work tree. */
export function gitTree(git: Git, top: string, commit: string) {
  const entries = new Map<string, TreeEntry>();
  /** Names in each folder, with a `/` after folders; the root is ''. */
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  const blobs = new Map<string, Uint8Array>();
  const { status, stdout } = git(['ls-tree', '-r', '-z', '--full-tree', commit], top);
  /** False if git does not have the commit. */
  const isKnown = status === 0;
  for (const line of new TextDecoder().decode(stdout).split('\0')) {
    // `MODE TYPE OID<tab>PATH`
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
    add(line.slice(tab + 1), { kind: KINDS[mode] ?? 'file', oid });
  }

  function add(path: string, entry: TreeEntry): void {
    entries.set(path, entry);
    for (let child = path, isFolder = false; ; isFolder = true) {
      const cut = child.lastIndexOf('/');
      const folder = child.slice(0, Math.max(0, cut));
      const name = child.slice(cut + 1) + (isFolder ? '/' : '');
      const known = folders.get(folder);
      known?.add(name);
      if (known !== undefined) return;
      folders.set(folder, new Set([name]));
      child = folder;
    }
  }

  function entry(path: string): TreeEntry | undefined {
    return entries.get(path);
  }

  /** Names in a folder, sorted by code unit, with a `/` after folders; undefined if there is no such folder. */
  function list(folder: string): string[] | undefined {
    const names = folders.get(folder);
    return names && [...names].sort();
  }

  function isFolder(path: string): boolean {
    return folders.has(path);
  }

  /** The bytes of a file or a link. Its neighbours of the same extension are read with it: most are asked for next. */
  function read(path: string): Uint8Array | undefined {
    const entry = entries.get(path);
    if (entry === undefined || entry.kind === 'module') return undefined;
    if (!blobs.has(entry.oid)) readBatch([entry.oid, ...neighbours(path)]);
    return blobs.get(entry.oid);
  }

  function neighbours(path: string): string[] {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const extension = /\.[^./]+$/.exec(path)?.[0];
    if (extension === undefined) return [];
    const oids: string[] = [];
    for (const name of folders.get(folder) ?? []) {
      const entry = name.endsWith(extension)
        ? entries.get(folder === '' ? name : `${folder}/${name}`)
        : undefined;
      if (entry?.kind === 'file' && !blobs.has(entry.oid) && oids.length < BATCH) oids.push(entry.oid);
    }
    return oids;
  }

  function readBatch(oids: readonly string[]): void {
    const { stdout } = git(['cat-file', '--batch'], top, `${[...new Set(oids)].join('\n')}\n`);
    // `OID TYPE SIZE<newline>BYTES<newline>` for each; `OID missing<newline>` for what git does not have.
    for (let at = 0; at < stdout.length; ) {
      const end = stdout.indexOf(10, at);
      const [oid = '', , size] = new TextDecoder().decode(stdout.subarray(at, end)).split(' ');
      const length = Number(size ?? -1);
      if (length >= 0) blobs.set(oid, stdout.subarray(end + 1, end + 1 + length));
      at = end + 1 + (length >= 0 ? length + 1 : 0);
    }
  }

  return { isKnown, entry, list, isFolder, read };
}
