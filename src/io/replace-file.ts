/**
 * Replaces a file so that it holds the old bytes or the new bytes and never anything else: killed, crashed, out of
 * disk, or with a second writer. No library keeps that promise on a full disk, so this one is ours.
 */

import fs from 'node:fs';
import path from 'node:path';
import type { FileContent } from './env.ts';
import { ChangedMeanwhile, folderForFile, InputError, NotWritten, noSuchFile } from './errors.ts';
import { codeOf, lockAhead, quietly, withLock } from './lock.ts';
import { readFully } from './read-fully.ts';
import { sameBytes } from './same-bytes.ts';
import { encodedParts } from './text-parts.ts';

/**
 * Replaces the content of `file` if it still holds `expected` (undefined: if there is no such file yet; `anything`: whatever
 * it holds, which is not read).
 *
 * The new bytes go into `FILE.lock.new` while `FILE.lock` is held, and are renamed over the file at the end: a crash leaves at
 * most these two, whose names say what they belong to. Mode and owner are kept; a read-only file is refused although a
 * rename would succeed.
 *
 * `shown` is the name used in messages.
 *
 * @throws ChangedMeanwhile when the file is not as expected; InputError when it is locked or read-only, or the system
 *   refuses a write.
 */
export function replaceFile(
  file: string,
  content: FileContent,
  expected: Uint8Array | 'anything' | undefined,
  shown = file,
): void {
  try {
    const target = expected === undefined ? file : fs.realpathSync(file);
    const before = expected === undefined ? undefined : statWritable(target, shown);
    withLock(target, shown, () => {
      const fresh = `${target}.lock.new`;
      // Left by a writer that was killed; nobody else writes it while the lock is held.
      quietly(() => fs.unlinkSync(fresh));
      try {
        writeNew(fresh, content, before);
        refuseIfChanged(target, shown, expected);
        fs.renameSync(fresh, target);
      } catch (error) {
        quietly(() => fs.unlinkSync(fresh));
        throw error;
      }
    });
    syncFolder(path.dirname(target));
  } catch (error) {
    throw asInputError(error, shown);
  }
}

/**
 * Keeps every other program from replacing a file until this one has replaced it, or gives it back.
 *
 * @returns gives it back. @throws InputError when another program writes it for too long.
 */
export async function lockFile(file: string, shown = file): Promise<() => void> {
  try {
    return await lockAhead(fs.existsSync(file) ? fs.realpathSync(file) : file, shown);
  } catch (error) {
    throw asInputError(error, shown);
  }
}

/** Writes a file that must not be there, down to the disk, with the mode and the owner of the one before. */
function writeNew(file: string, content: FileContent, before: fs.Stats | undefined): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = fs.constants;
  const descriptor = fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666);
  try {
    if (content instanceof Uint8Array) fs.writeFileSync(descriptor, content);
    else for (const bytes of encodedParts(content)) fs.writeFileSync(descriptor, bytes);
    if (before !== undefined) {
      keepOwner(descriptor, before);
      fs.fchmodSync(descriptor, before.mode & 0o7777);
    }
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Removes a file, durably even in a power cut; does nothing if it does not exist. */
export function removeFile(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  syncFolder(path.dirname(file));
}

function statWritable(target: string, shown: string): fs.Stats {
  const stats = fs.lstatSync(target);
  if (!stats.isFile()) throw new InputError(shown, 'not a regular file');
  if ((stats.mode & 0o222) === 0) throw new NotWritten(shown, 'the file is read-only');
  return stats;
}

/** Only root may give files away; without that right the file keeps its bytes and changes its owner to the writer. */
function keepOwner(descriptor: number, before: fs.Stats): void {
  const now = fs.fstatSync(descriptor);
  if (now.uid === before.uid && now.gid === before.gid) return;
  try {
    fs.fchownSync(descriptor, before.uid, before.gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}

function refuseIfChanged(target: string, shown: string, expected: Uint8Array | 'anything' | undefined): void {
  if (expected === 'anything') return;
  if (expected === undefined) {
    if (fs.existsSync(target)) throw new ChangedMeanwhile(shown, 'the file exists now');
    return;
  }
  if (!holds(target, expected))
    throw new ChangedMeanwhile(shown, 'the file changed while it was being edited');
}

/** Whether a file holds these bytes. It is read part by part. */
function holds(file: string, expected: Uint8Array): boolean {
  const descriptor = fs.openSync(file, 'r');
  try {
    if (fs.fstatSync(descriptor).size !== expected.length) return false;
    const room = Buffer.allocUnsafe(Math.min(READ_AT_ONCE, expected.length));
    for (let at = 0; at < expected.length; ) {
      const part = readFully(descriptor, Math.min(room.length, expected.length - at), room);
      if (part.length === 0 || !sameBytes(part, expected.subarray(at, at + part.length))) return false;
      at += part.length;
    }
    return true;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** In bytes. */
const READ_AT_ONCE = 1 << 20;

/** Makes the rename itself survive a power cut; file systems that cannot do it say EINVAL or ENOTSUP. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many symbolic links',
  ENOSPC: 'no space left on the device',
  EFBIG: 'the file would be larger than the system allows',
  EIO: 'input/output error',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
};

/** Turns a system error into a line for people; returns other errors unchanged. */
export function asInputError(error: unknown, shown: string): unknown {
  if (error instanceof InputError) return error;
  const code = codeOf(error);
  if (code === 'ERR_INVALID_ARG_VALUE' && shown.includes('\0'))
    return new InputError(shown, 'the name has a NUL character, which no file can have');
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  if (code === 'ENOENT') return noSuchFile(shown);
  if (code === 'EISDIR') return folderForFile(shown);
  return new InputError(shown, REASONS[code] ?? `the system says ${code}`);
}
