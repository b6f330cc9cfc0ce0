/** Files in memory with links, which remembers what was read outside one folder and what was written. */
import path from 'node:path';
import type { FileContent, FileSystem } from '../../src/io/env.ts';
import { InputError } from '../../src/io/errors.ts';
import { MemoryFiles } from '../../src/io/memory-files.ts';

export class LinkedFiles implements FileSystem {
  readonly #memory: MemoryFiles;
  /** Absolute path of a link to that of what it leads to. */
  readonly #links: ReadonlyMap<string, string>;
  readonly #root: string;
  /** By real path. */
  readonly written = new Map<string, Uint8Array>();
  readonly removed: string[] = [];
  /** Real paths outside the folder whose bytes were asked for. */
  readonly readOutside: string[] = [];

  constructor(root: string, files: ReadonlyMap<string, Uint8Array>, links: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#memory = new MemoryFiles(root, files);
    this.#links = links;
  }

  isInside(file: string): boolean {
    return file === this.#root || file.startsWith(`${this.#root}/`);
  }

  absolute(name: string): string {
    return this.#memory.absolute(name);
  }

  read(name: string): Uint8Array {
    if (name.includes('\0'))
      throw new InputError(name, 'the name has a NUL character, which no file can have');
    const file = this.#followed(name);
    if (!this.isInside(file)) this.readOutside.push(file);
    return this.#memory.read(file);
  }

  lock(): Promise<() => void> {
    return this.#memory.lock();
  }

  replace(name: string, content: FileContent, expected: Uint8Array | 'anything' | undefined): void {
    const file = this.#followed(name);
    const isThere = this.#memory.kind(file) === 'file';
    if (
      isThere !== (expected !== undefined) ||
      (expected instanceof Uint8Array && !Buffer.from(this.#memory.read(file)).equals(expected))
    )
      throw new Error(`${name} is replaced, and what was expected there is not what is there`);
    this.#memory.replace(file, content);
    this.written.set(file, this.#memory.read(file));
  }

  append(name: string, bytes: Uint8Array): void {
    this.#memory.append(this.#followed(name), bytes);
  }

  list(folder: string): string[] {
    const real = this.#followed(folder);
    const links = this.links(folder);
    return [...new Set([...this.#memory.list(real), ...links])].sort();
  }

  links(folder: string): readonly string[] {
    const real = this.#followed(folder);
    return [...this.#links.keys()]
      .filter(link => path.dirname(link) === real)
      .map(link => path.basename(link));
  }

  special(): readonly string[] {
    return [];
  }

  kind(name: string): 'file' | 'folder' | 'other' | 'missing' {
    return name.includes('\0') ? 'missing' : this.#memory.kind(this.#followed(name));
  }

  real(name: string): string | undefined {
    return name.includes('\0') ? undefined : this.#memory.real(this.#followed(name));
  }

  makeFolder(): void {}

  remove(name: string): void {
    const file = this.#followed(name);
    this.#memory.remove(file);
    this.removed.push(file);
  }

  /** Links lead to files here, and none to another link. */
  #followed(name: string): string {
    const file = this.absolute(name);
    return this.#links.get(file) ?? file;
  }
}
