/**
 * The lock of a file: `FILE.lock`, which names the process and the host that hold it. One whose process is gone is taken
 * over on the same host; any other waits for a person.
 */
import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from './errors.ts';

/** Loaded where something is written: most commands only read. */
const host = () => process.getBuiltinModule('node:os').hostname();

/** How long to wait for one other writer: it holds a lock for milliseconds. Of many, each may take that long. */
const PATIENCE_MS = 5000;

/** Locks that were taken ahead, by `lockAhead`. */
const ahead = new Set<string>();

/**
 * Holds the lock of a file during an action.
 *
 * @throws NotWritten when another program holds it for too long.
 */
export function withLock(target: string, shown: string, action: () => void): void {
  const lock = lockOf(target);
  if (!ahead.delete(lock)) for (const pause of untilTaken(lock, shown)) sleep(pause);
  try {
    endBySignalLater();
    action();
  } catch (error) {
    quietly(() => release(lock));
    throw error;
  }
  release(lock);
}

/**
 * Takes the lock of a file for the next `withLock`, so that nobody else can write the file before: what is read from now
 * on is what will be replaced. Others wait meanwhile.
 *
 * @returns releases the lock if it was not used.
 * @throws NotWritten if another program holds it for too long.
 */
export async function lockAhead(target: string, shown: string): Promise<() => void> {
  const lock = lockOf(target);
  for (const pause of untilTaken(lock, shown)) await new Promise(resolve => setTimeout(resolve, pause));
  endBySignalLater();
  ahead.add(lock);
  return () => {
    if (ahead.delete(lock)) quietly(() => release(lock));
  };
}

const lockOf = (target: string) => `${target}.lock`;

/** Tries to take a lock; yields the milliseconds to wait before it tries again. Patient while others have their turns. */
function* untilTaken(lock: string, shown: string): Generator<number, void> {
  let giveUp = Date.now() + PATIENCE_MS;
  let holder: string | undefined;
  for (let pause = 2; !tryTake(lock); pause = Math.min(pause * 2, 40)) {
    const owner = ownerOf(lock);
    if (owner !== undefined && isGone(owner) && takeAway(lock, owner)) continue;
    const named = owner && `process ${owner.pid} on ${owner.host}`;
    if (named !== holder) giveUp = Date.now() + PATIENCE_MS;
    holder = named;
    if (Date.now() > giveUp)
      throw new NotWritten(
        shown,
        `another program is writing this file (${path.basename(lock)} is in the way${named === undefined ? '' : `: ${named}`})`,
        `if no other program is running, remove ${lock}`,
      );
    yield pause + Math.random() * pause;
  }
}

/** Codes of file systems that have no second names for files, such as FAT. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);

/**
 * The lock is written under a name of our own first: killed in the middle of it, half a lock would name nobody, and no
 * later program could take it over.
 */
function tryTake(lock: string): boolean {
  const own = ownName(lock);
  try {
    writeOwner(own);
    fs.linkSync(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (NO_LINKS.has(codeOf(error))) return isTakenWithoutLinks(lock);
    throw error;
  } finally {
    quietly(() => release(own));
  }
}

function isTakenWithoutLinks(lock: string): boolean {
  try {
    writeOwner(lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two hosts may share a folder and have processes of one number. */
function ownName(lock: string): string {
  return `${lock}.${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Writes a file that must not be there; where that fails none is left. */
function writeOwner(file: string): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = fs.constants;
  const descriptor = fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666);
  try {
    try {
      fs.writeFileSync(descriptor, `${process.pid} ${host()}\n`);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    quietly(() => release(file));
    throw error;
  }
}

/**
 * Removes a lock. If the disk fails once, tries again and still reports the error. A lock that stays does no harm: after
 * the end of this process the next one takes it over.
 */
function release(lock: string): void {
  try {
    fs.unlinkSync(lock);
  } catch (error) {
    quietly(() => fs.unlinkSync(lock));
    throw error;
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** Undefined if the lock is gone, or unreadable. */
function ownerOf(lock: string): Owner | undefined {
  try {
    const [, pid, name] = /^(\d{1,10}) (\S+)\n$/.exec(fs.readFileSync(lock, 'latin1').slice(0, 300)) ?? [];
    return pid === undefined || name === undefined ? undefined : { pid: Number(pid), host: name };
  } catch {
    return undefined;
  }
}

function isGone(owner: Owner): boolean {
  if (owner.host !== host()) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * Takes a dead owner's lock away under a name of our own, so that of several who try only one has it. Another one may have
 * taken and locked meanwhile: then its lock goes back.
 */
function takeAway(lock: string, owner: Owner): boolean {
  const away = ownName(lock);
  try {
    fs.renameSync(lock, away);
  } catch {
    return false;
  }
  const found = ownerOf(away);
  const isDead = found?.pid === owner.pid && found.host === owner.host;
  if (!isDead) quietly(() => fs.linkSync(away, lock));
  quietly(() => fs.unlinkSync(away));
  return isDead;
}

let isPrepared = false;

/**
 * From here on Ctrl-C and other signals end the program only between two steps, when no file is half written: a handler
 * releases the locks taken ahead, then lets the signal end the program.
 */
function endBySignalLater(): void {
  if (isPrepared) return;
  isPrepared = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      for (const lock of ahead) quietly(() => release(lock));
      process.kill(process.pid, signal);
    });
}

/** Blocks the thread; only for waits that end in milliseconds. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // The error that led here is the one to report.
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
