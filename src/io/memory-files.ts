/** Files in memory, layered over a disk if one is given; writes stay in memory. */
import path from 'node:path';
import type { FileContent, FileSystem } from './env.ts';
import { folderForFile, noSuchFile, refuseEmptyName } from './errors.ts';

export class MemoryFiles implements FileSystem {
  readonly #root: string;
  readonly #below: FileSystem | undefined;
  readonly #files = new Map<string, Uint8Array>();
  readonly #written = new Set<string>();

  /**
   * @param root absolute path of the working directory.
   * @param files by path, relative to `root` or absolute.
   * @param below the disk, read where memory has no such file and never written.
   */
  constructor(root: string, files: ReadonlyMap<string, Uint8Array>, below?: FileSystem) {
    this.#root = root;
    this.#below = below;
    for (const [name, bytes] of files) this.#files.set(this.absolute(name), bytes);
  }

  /** Written files by absolute path. */
  written(): ReadonlyMap<string, Uint8Array> {
    return new Map(Array.from(this.#written, file => [file, this.#files.get(file)!]));
  }

  absolute(name: string): string {
    return path.resolve(this.#root, name);
  }

  read(name: string): Uint8Array {
    refuseEmptyName(name);
    const bytes = this.#files.get(this.absolute(name));
    if (bytes !== undefined) return bytes;
    if (this.#isFolder(name)) throw folderForFile(name);
    if (this.#below !== undefined) return this.#below.read(this.absolute(name));
    throw noSuchFile(name);
  }

  replace(name: string, content: FileContent): void {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    const bytes =
      content instanceof Uint8Array
        ? content
        : bytesOf(typeof content === 'string' ? content : [...content].join(''));
    this.#files.set(this.absolute(name), bytes);
    this.#written.add(this.absolute(name));
  }

  /** Nobody else writes here. */
  async lock(): Promise<() => void> {
    return () => {};
  }

  append(name: string, bytes: Uint8Array): void {
    const before = this.kind(name) === 'missing' ? new Uint8Array() : this.read(name);
    const both = new Uint8Array(before.length + bytes.length);
    both.set(before);
    both.set(bytes, before.length);
    this.replace(name, both);
  }

  list(folder: string): string[] {
    const prefix = this.#prefix(folder);
    const names = new Set<string>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [first, ...rest] = file.slice(prefix.length).split(path.sep);
      names.add(rest.length === 0 ? first! : `${first}/`);
    }
    if (this.#below?.kind(this.absolute(folder)) === 'folder')
      for (const name of this.#below.list(this.absolute(folder))) names.add(name);
    else if (names.size === 0) throw noSuchFile(folder);
    return [...names].sort();
  }

  links(folder: string): readonly string[] {
    return this.#below?.links(this.absolute(folder)) ?? [];
  }

  special(folder: string): readonly string[] {
    return this.#below?.special(this.absolute(folder)) ?? [];
  }

  kind(name: string): 'file' | 'folder' | 'other' | 'missing' {
    if (this.#files.has(this.absolute(name))) return 'file';
    if (this.#isFolder(name)) return 'folder';
    return this.#below?.kind(this.absolute(name)) ?? 'missing';
  }

  real(name: string): string | undefined {
    if (this.#files.has(this.absolute(name)) || this.#isFolder(name)) return this.absolute(name);
    return this.#below?.real(this.absolute(name));
  }

  remove(name: string): void {
    this.#files.delete(this.absolute(name));
    this.#written.delete(this.absolute(name));
  }

  makeFolder(): void {}

  #isFolder(name: string): boolean {
    const prefix = this.#prefix(name);
    return [...this.#files.keys()].some(file => file.startsWith(prefix));
  }

  #prefix(folder: string): string {
    const absolute = this.absolute(folder);
    return absolute.endsWith(path.sep) ? absolute : absolute + path.sep;
  }
}
