/** The real environment of the process. */
import fs from 'node:fs';
import path from 'node:path';
import { type Env, type FileSystem, MAX_FILE_BYTES, type OutputStream } from './env.ts';
import { BrokenPipe, InputError } from './errors.ts';
import { runGit } from './git.ts';
import { readFully } from './read-fully.ts';
import { asInputError, replaceFile, sleep } from './replace-file.ts';

export function nodeEnv(programFolder: string, cwd = process.cwd()): Env {
  return {
    cwd,
    vars: process.env,
    stdout: outputStream(1, 'stdout'),
    stderr: outputStream(2, 'stderr'),
    stdin: {
      get isTTY() {
        return isTerminal(0);
      },
      read: readStdin,
    },
    files: nodeFiles(cwd),
    git: runGit,
    today: () => new Date().toISOString().slice(0, 10),
    random: bytes => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
    programFolder,
  };
}

/**
 * A terminal is written through Node's stream, which knows its size. Everything else is written by the system call:
 * it returns when the bytes are taken, so nothing is lost in a slow pipe and a full disk is noticed, and Node's streams
 * and sockets, a quarter of a start-up, are not loaded.
 */
function outputStream(descriptor: 1 | 2, name: 'stdout' | 'stderr'): OutputStream {
  const isTTY = isTerminal(descriptor);
  return {
    isTTY,
    get columns() {
      return isTTY ? process[name].columns : undefined;
    },
    async write(text) {
      try {
        if (isTTY) await writeToTerminal(process[name], text);
        else writeFully(descriptor, new TextEncoder().encode(text));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw code === 'EPIPE' || code === 'EOF' ? new BrokenPipe() : asInputError(error, SHOWN[name]);
      }
    },
  };
}

const SHOWN = { stdout: 'standard output', stderr: 'standard error' };

/** `node:tty` is asked only about devices that can be terminals: loading it costs as much as loading the streams. */
function isTerminal(descriptor: number): boolean {
  try {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isCharacterDevice() || stats.rdev === nullDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** The number of the device that takes everything; undefined where it has no such name. */
function nullDevice(): number | undefined {
  return fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

function writeToTerminal(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.write(text, error => {
      stream.off('error', reject);
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

/** How long to leave a full pipe to its reader where the pipe does not make us wait by itself. */
const FULL_PIPE_PAUSE_MS = 2;

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += fs.writeSync(descriptor, bytes, written);
    } catch (error) {
      // A parent may have made the pipe non-blocking.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      sleep(FULL_PIPE_PAUSE_MS);
    }
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw tooLarge('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(shown: string): InputError {
  return new InputError(shown, `larger than the limit of ${MAX_FILE_BYTES / 1024 / 1024} MiB`);
}

function nodeFiles(cwd: string): FileSystem {
  /** Each file is asked for by its name several times, and making a path absolute takes as long as asking for it. */
  const known = new Map<string, string>();
  const absolute = (file: string) => {
    let found = known.get(file);
    if (found === undefined) {
      found = path.resolve(cwd, file);
      known.set(file, found);
    }
    return found;
  };
  /** Files of the folders that were listed, links left out. */
  const listed = new Map<string, ReadonlySet<string>>();
  const realPath = realPaths(listed);
  return {
    absolute,
    read: file => readRegularFile(absolute(file), file),
    replace: (file, bytes, expected) => replaceFile(absolute(file), bytes, expected, file),
    list: folder =>
      reported(folder, () => {
        const entries = fs.readdirSync(absolute(folder), { withFileTypes: true });
        const files = entries.filter(entry => entry.isFile()).map(({ name }) => name);
        listed.set(absolute(folder), new Set(files));
        return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
      }),
    kind: file =>
      reported(file, () => {
        const stats = orMissing(() => fs.statSync(absolute(file), { throwIfNoEntry: false }));
        if (stats === undefined) return 'missing';
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      }),
    real: file => reported(file, () => orMissing(() => realPath(absolute(file)))),
    makeFolder: folder => {
      reported(folder, () => fs.mkdirSync(absolute(folder), { recursive: true }));
    },
  };
}

/**
 * Follows the links of a folder once for all the files in it, and asks nothing about the files that are known to be no
 * links: a folder may hold thousands of them.
 */
function realPaths(listed: ReadonlyMap<string, ReadonlySet<string>>): (file: string) => string {
  const folders = new Map<string, string>();
  const known = new Map<string, string>();
  return file => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const folder = path.dirname(file);
    const name = path.basename(file);
    const isNoLink = listed.get(folder)?.has(name) === true;
    if (folder === file || (!isNoLink && fs.lstatSync(file).isSymbolicLink()))
      return fs.realpathSync.native(file);
    let real = folders.get(folder);
    if (real === undefined) {
      real = fs.realpathSync.native(folder);
      folders.set(folder, real);
    }
    const found = path.join(real, name);
    if (isNoLink) known.set(file, found);
    return found;
  };
}

/** Undefined where there is nothing at a path; a failing disk or a forbidden folder is not nothing. */
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

function readRegularFile(file: string, shown: string): Uint8Array {
  return reported(shown, () => {
    // Without O_NONBLOCK the open of a named pipe would wait for a writer for ever.
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    try {
      const stats = fs.fstatSync(descriptor);
      if (stats.isDirectory()) throw new InputError(shown, 'is a folder, expected a file');
      if (!stats.isFile()) throw new InputError(shown, 'not a regular file', 'pipe it in and name it `-`');
      if (stats.size > MAX_FILE_BYTES) throw tooLarge(shown);
      // `readFileSync` would ask for the size again; but the files of `/proc` do not tell theirs.
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

/** The folder that holds the program's `data/`, seen from a file in its `dist/` or `src/`. */
export function findProgramFolder(from: string): string {
  let folder = from;
  while (!fs.existsSync(path.join(folder, 'data', 'schema'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the program’s data folder is missing');
    folder = parent;
  }
  return folder;
}
