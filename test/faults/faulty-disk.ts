/**
 * A disk that fails, a process that is killed, and another program that saves a file, at one chosen call of `node:fs`
 * on files of one folder. What is done to other files, and the calls of who asks, are as ever.
 */
import fs from 'node:fs';
import path from 'node:path';

/**
 * `kill`: from this call on nothing reaches the disk; of a write, half. `once`: this call fails, and what comes later does
 * not. `full`: from this call on the disk takes no more bytes and no new names. `save`: somebody saves a file just before it.
 */
export const FAULTS = ['kill', 'once', 'full', 'save'] as const;
export type Fault = (typeof FAULTS)[number];

/** Calls as they are without faults: what the tests themselves use. */
export const sound: typeof fs = { ...fs };

/** Every call by which the program asks for files or changes them. */
const CALLS = [
  'openSync',
  'closeSync',
  'readSync',
  'readFileSync',
  'writeFileSync',
  'appendFileSync',
  'fsyncSync',
  'fstatSync',
  'fchmodSync',
  'fchownSync',
  'statSync',
  'lstatSync',
  'existsSync',
  'readdirSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
] as const;
type Call = (typeof CALLS)[number];

/** Calls that need room on the disk. */
const NEEDS_ROOM: ReadonlySet<string> = new Set<Call>([
  'writeFileSync',
  'appendFileSync',
  'mkdirSync',
  'renameSync',
  'fsyncSync',
]);

export interface Plan {
  readonly fault: Fault;
  /** Which call, from 1. */
  readonly at: number;
  /** What another program does, of the fault `save`. */
  readonly save?: () => void;
}

export interface Watched {
  /** The calls that were made, by name and file. */
  readonly calls: readonly { readonly call: Call; readonly file: string }[];
  /** Whether the planned call was reached. */
  readonly isHit: boolean;
  /** Puts the calls back. */
  end(): void;
}

type Act = (...args: unknown[]) => unknown;

/** @param plan without it calls are only counted. */
export function watchDisk(folder: string, plan?: Plan): Watched {
  const calls: { call: Call; file: string }[] = [];
  const opened = new Map<number, string>();
  let isHit = false;
  const target = fs as unknown as Record<string, Act>;
  for (const call of CALLS) {
    const act = sound[call] as Act;
    target[call] = (...args) => {
      const [subject, mode] = args;
      const file = typeof subject === 'number' ? opened.get(subject) : path.resolve(String(subject));
      if (file === undefined || !(file === folder || file.startsWith(`${folder}${path.sep}`)))
        return act(...args);
      calls.push({ call, file });
      const isNow = calls.length === plan?.at;
      const isSince = plan !== undefined && calls.length >= plan.at;
      isHit ||= isNow;
      if (isNow && plan.fault === 'save') plan.save?.();
      const isFailing =
        (plan?.fault === 'once' && isNow) ||
        (plan?.fault === 'kill' && isSince) ||
        (plan?.fault === 'full' &&
          isSince &&
          (NEEDS_ROOM.has(call) || (call === 'openSync' && isForWriting(mode))));
      if (isFailing) {
        const isFirst = isNow || plan.fault !== 'kill';
        if (call === 'closeSync') {
          act(...args);
          opened.delete(subject as number);
        }
        if (call === 'writeFileSync' && isFirst) act(subject, half(args[1]));
        if (call === 'existsSync') return false;
        throw Object.assign(new Error(`EIO: ${call}`), { code: plan.fault === 'full' ? 'ENOSPC' : 'EIO' });
      }
      const result = act(...args);
      if (call === 'openSync') opened.set(result as number, file);
      if (call === 'closeSync') opened.delete(subject as number);
      return result;
    };
  }
  return {
    calls,
    get isHit() {
      return isHit;
    },
    end() {
      for (const call of CALLS) target[call] = sound[call] as Act;
      for (const descriptor of opened.keys()) sound.closeSync(descriptor);
    },
  };
}

function isForWriting(mode: unknown): boolean {
  return typeof mode === 'number' && (mode & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
}

function half(data: unknown): unknown {
  const bytes = Buffer.from(data as Uint8Array);
  return bytes.subarray(0, bytes.length >> 1);
}
