/** The standard streams of the process. */
import fs from 'node:fs';
import type { Env, OutputStream } from './env.ts';
import { BrokenPipe } from './errors.ts';
import { MAX_FILE_BYTES, tooLarge } from './file-size.ts';
import { sleep } from './lock.ts';
import { asInputError } from './replace-file.ts';
import { encodedParts } from './text-parts.ts';

/**
 * A terminal is written through Node's stream, which knows its size. Everything else is written by the system call:
 * it returns when the bytes are taken, so nothing is lost in a slow pipe and a full disk is noticed, and Node's streams
 * and sockets, a quarter of a start-up, are not loaded.
 */
export function outputStream(descriptor: 1 | 2, name: 'stdout' | 'stderr'): OutputStream {
  const isTTY = isTerminal(descriptor);
  return {
    isTTY,
    get columns() {
      return isTTY ? process[name].columns : undefined;
    },
    get rows() {
      return isTTY ? process[name].rows : undefined;
    },
    async write(text) {
      try {
        if (isTTY) await writeToTerminal(process[name], text);
        else for (const bytes of encodedParts(text)) writeFully(descriptor, bytes);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw code === 'EPIPE' || code === 'EOF' ? new BrokenPipe() : asInputError(error, SHOWN[name]);
      }
    },
  };
}

const SHOWN = { stdout: 'standard output', stderr: 'standard error' };

/** Asks `node:tty` only about devices that can be terminals: loading it costs as much as loading the streams. */
function isTerminal(descriptor: number): boolean {
  try {
    const stats = fs.fstatSync(descriptor);
    if (
      !stats.isCharacterDevice() ||
      stats.rdev === fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev
    )
      return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
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

/** Wait between writes to a full non-blocking pipe, in milliseconds. */
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

export function standardInput(): Env['stdin'] {
  return {
    get isTTY() {
      return isTerminal(0);
    },
    read: readStdin,
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
