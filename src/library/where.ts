/** Where the files of a project are: a folder of the disk, or a folder that is only in memory. */
import path from 'node:path';
import { MemoryFiles } from '../io/memory-files.ts';
import { nodeFiles } from '../io/node-files.ts';
import type { Files } from './options.ts';

export interface Where {
  /** Absolute path. */
  readonly root: string;
  readonly isOnDisk: boolean;
  /** Those in memory, by absolute path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The same files where they can lie beside those of another project. */
  beside(): Where;
}

export function onDisk(folder: string): Where {
  const where: Where = { root: path.resolve(folder), isOnDisk: true, files: new Map(), beside: () => where };
  return where;
}

/** Files in a folder that is only in memory. @param name of the folder: the same for each project, as messages show it */
export function at(name: string, files: Files): Where {
  const root = path.resolve('/', name);
  const entries: readonly [string, string | Uint8Array][] =
    files instanceof Map ? [...files] : Object.entries(files);
  const bytes = entries.map(([file, content]): [string, Uint8Array] => [
    path.resolve(root, file),
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  return { root, isOnDisk: false, files: new Map(bytes), beside: () => at('newer', files) };
}

/** The files of a project, with further ones beside them. What is written to them stays in memory. */
export function filesOf({ root, files, isOnDisk }: Where, further: Partial<Where> = {}): MemoryFiles {
  const disk = isOnDisk || further.isOnDisk === true ? nodeFiles(root) : undefined;
  return new MemoryFiles(root, new Map([...files, ...(further.files ?? [])]), disk);
}

/** The name of a file in a project, with `/` between folders. @param file its absolute path */
export function nameIn({ root }: Where, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
