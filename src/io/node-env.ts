/** The real environment of the process. */
import fs from 'node:fs';
import path from 'node:path';
import { type Env, type FileSystem, MAX_FILE_BYTES, type OutputStream } from './env.ts';
import { BrokenPipe, InputError } from './errors.ts';
import { asInputError, replaceFile } from './replace-file.ts';

export function nodeEnv(programFolder: string): Env {
  return {
    cwd: process.cwd(),
    vars: process.env,
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    stdin: { isTTY: process.stdin.isTTY === true, read: readStdin },
    files: nodeFiles,
    today: () => new Date().toISOString().slice(0, 10),
    random: bytes => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
    programFolder,
  };
}

/** Waits for each chunk, so that nothing is lost in a slow pipe and a full disk is noticed. */
function outputStream(stream: NodeJS.WriteStream): OutputStream {
  let failure: Error | undefined;
  stream.on('error', error => {
    failure ??= error;
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
    write: text =>
      new Promise((resolve, reject) => {
        const settle = (error?: Error | null) => {
          const cause = error ?? failure;
          if (cause === undefined || cause === null) return resolve();
          const code = (cause as NodeJS.ErrnoException).code;
          reject(
            code === 'EPIPE' || code === 'EOF' ? new BrokenPipe() : asInputError(cause, 'standard output'),
          );
        };
        if (failure !== undefined) settle();
        else if (text === '') resolve();
        else stream.write(text, settle);
      }),
  };
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

const nodeFiles: FileSystem = {
  read(file) {
    let descriptor: number | undefined;
    try {
      // Without O_NONBLOCK the open of a named pipe would wait for a writer for ever.
      descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
      const stats = fs.fstatSync(descriptor);
      if (stats.isDirectory()) throw new InputError(file, 'is a folder, expected a file');
      if (!stats.isFile()) throw new InputError(file, 'not a regular file', 'pipe it in and name it `-`');
      if (stats.size > MAX_FILE_BYTES) throw tooLarge(file);
      const bytes = fs.readFileSync(descriptor);
      if (bytes.length > MAX_FILE_BYTES) throw tooLarge(file);
      return bytes;
    } catch (error) {
      throw asInputError(error, file);
    } finally {
      if (descriptor !== undefined) fs.closeSync(descriptor);
    }
  },
  replace: replaceFile,
  list(folder) {
    try {
      return fs
        .readdirSync(folder, { withFileTypes: true })
        .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    } catch (error) {
      throw asInputError(error, folder);
    }
  },
  kind(file) {
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  },
  real(file) {
    try {
      return fs.realpathSync(file);
    } catch {
      return undefined;
    }
  },
  makeFolder(folder) {
    try {
      fs.mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw asInputError(error, folder);
    }
  },
};

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
