/** The file system of the machine. */

import fs from 'node:fs';
import path from 'node:path';
import { getOrMake } from '../core/maps.ts';
import type { FileSystem } from './env.ts';
import { folderForFile, InputError, refuseEmptyName } from './errors.ts';
import { MAX_FILE_BYTES, tooLarge } from './file-size.ts';
import { readFully } from './read-fully.ts';
import { realPaths } from './real-paths.ts';
import { asInputError, lockFile, removeFile, replaceFile } from './replace-file.ts';

export function nodeFiles(cwd: string): FileSystem {
  /** Absolute paths by name: each file is asked for several times, and resolving a path takes as long as a stat. */
  const known = new Map<string, string>();
  const absolute = (file: string) => getOrMake(known, file, () => path.resolve(cwd, file));
  /** Files of the folders that were listed, links left out. */
  const listed = new Map<string, ReadonlySet<string>>();
  const links = new Map<string, readonly string[]>();
  const special = new Map<string, readonly string[]>();
  const realPath = realPaths(listed);
  return {
    absolute,
    read: file => {
      refuseEmptyName(file);
      return readRegularFile(absolute(file), file);
    },
    replace: (file, content, expected) => replaceFile(absolute(file), content, expected, file),
    lock: file => lockFile(absolute(file), file),
    append: (file, bytes) => reported(file, () => fs.appendFileSync(absolute(file), bytes)),
    list: folder =>
      reported(folder, () => {
        const entries = fs.readdirSync(absolute(folder), { withFileTypes: true });
        const namesOf = (isMeant: (entry: fs.Dirent) => boolean) =>
          entries.filter(isMeant).map(({ name }) => name);
        const isUsual = (entry: fs.Dirent) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();
        listed.set(absolute(folder), new Set(namesOf(entry => entry.isFile())));
        links.set(
          absolute(folder),
          namesOf(entry => entry.isSymbolicLink()),
        );
        special.set(
          absolute(folder),
          namesOf(entry => !isUsual(entry)),
        );
        return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
      }),
    links: folder => links.get(absolute(folder)) ?? [],
    special: folder => special.get(absolute(folder)) ?? [],
    kind: file =>
      reported(file, () => {
        const stats = orMissing(() => fs.statSync(absolute(file), { throwIfNoEntry: false }));
        if (stats === undefined) return 'missing';
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      }),
    real: file => reported(file, () => orMissing(() => realPath(absolute(file)))),
    remove: file => reported(file, () => removeFile(absolute(file))),
    makeFolder: folder => {
      reported(folder, () => fs.mkdirSync(absolute(folder), { recursive: true }));
    },
  };
}

/** Undefined if nothing is at the path; throws on a disk error or a forbidden folder. */
function orMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG')
      return undefined;
    throw error;
  }
}

/** The bytes of a regular file. @param shown its name in messages. */
export function readRegularFile(file: string, shown: string): Uint8Array {
  return reported(shown, () => {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer forever.
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    try {
      const stats = fs.fstatSync(descriptor);
      if (stats.isDirectory()) throw folderForFile(shown);
      if (!stats.isFile()) throw new InputError(shown, 'not a regular file', 'pipe it in and name it `-`');
      if (stats.size > MAX_FILE_BYTES) throw tooLarge(shown);
      // `readFileSync` would ask for the size again; files of `/proc` report 0.
      const bytes =
        stats.size === 0
          ? fs.readFileSync(descriptor)
          : readFully(descriptor, stats.size, Buffer.allocUnsafe(stats.size));
      if (bytes.length > MAX_FILE_BYTES) throw tooLarge(shown);
      return bytes;
    } finally {
      fs.closeSync(descriptor);
    }
  });
}

function reported<T>(shown: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asInputError(error, shown);
  }
}
