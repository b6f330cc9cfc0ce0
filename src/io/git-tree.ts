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

export class GitTree {
  readonly #git: Git;
  readonly #top: string;
  readonly #entries = new Map<string, TreeEntry>();
  /** Names in each folder, with a `/` after folders; the root is ''. */
  readonly #folders = new Map<string, Set<string>>([['', new Set()]]);
  readonly #blobs = new Map<string, Uint8Array>();
  /** False if git does not have the commit. */
  readonly isKnown: boolean;

  /** @param top the top folder of the repository's work tree. */
  constructor(git: Git, top: string, commit: string) {
    this.#git = git;
    this.#top = top;
    const { status, stdout } = git(['ls-tree', '-r', '-z', '--full-tree', commit], top);
    this.isKnown = status === 0;
    for (const line of new TextDecoder().decode(stdout).split('\0')) {
      // `MODE TYPE OID<tab>PATH`
      const tab = line.indexOf('\t');
      if (tab === -1) continue;
      const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
      this.#add(line.slice(tab + 1), { kind: KINDS[mode] ?? 'file', oid });
    }
  }

  #add(path: string, entry: TreeEntry): void {
    this.#entries.set(path, entry);
    for (let child = path, isFolder = false; ; isFolder = true) {
      const cut = child.lastIndexOf('/');
      const folder = child.slice(0, Math.max(0, cut));
      const name = child.slice(cut + 1) + (isFolder ? '/' : '');
      const known = this.#folders.get(folder);
      known?.add(name);
      if (known !== undefined) return;
      this.#folders.set(folder, new Set([name]));
      child = folder;
    }
  }

  entry(path: string): TreeEntry | undefined {
    return this.#entries.get(path);
  }

  /** Names in a folder, sorted by code unit, with a `/` after folders; undefined if there is no such folder. */
  list(folder: string): string[] | undefined {
    const names = this.#folders.get(folder);
    return names && [...names].sort();
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** The bytes of a file or a link. Its neighbours of the same extension are read with it: most are asked for next. */
  read(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined || entry.kind === 'module') return undefined;
    if (!this.#blobs.has(entry.oid)) this.#readBatch([entry.oid, ...this.#neighbours(path)]);
    return this.#blobs.get(entry.oid);
  }

  #neighbours(path: string): string[] {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const extension = /\.[^./]+$/.exec(path)?.[0];
    if (extension === undefined) return [];
    const oids: string[] = [];
    for (const name of this.#folders.get(folder) ?? []) {
      const entry = name.endsWith(extension)
        ? this.#entries.get(folder === '' ? name : `${folder}/${name}`)
        : undefined;
      if (entry?.kind === 'file' && !this.#blobs.has(entry.oid) && oids.length < BATCH) oids.push(entry.oid);
    }
    return oids;
  }

  #readBatch(oids: readonly string[]): void {
    const { stdout } = this.#git(['cat-file', '--batch'], this.#top, `${[...new Set(oids)].join('\n')}\n`);
    // `OID TYPE SIZE<newline>BYTES<newline>` for each; `OID missing<newline>` for what git does not have.
    for (let at = 0; at < stdout.length; ) {
      const end = stdout.indexOf(10, at);
      const [oid = '', , size] = new TextDecoder().decode(stdout.subarray(at, end)).split(' ');
      const length = Number(size ?? -1);
      if (length >= 0) this.#blobs.set(oid, stdout.subarray(end + 1, end + 1 + length));
      at = end + 1 + (length >= 0 ? length + 1 : 0);
    }
  }
}
