/** The progress of long work, in one row on the terminal of stderr: how many, what share, which file. */
import { grouped } from '../core/text/counted.ts';
import { displayWidth } from '../core/text/width.ts';
import type { Env, OutputStream, Progress } from '../io/env.ts';
import { visible } from '../printers/escape/visible.ts';

/** Work that takes less says nothing. */
const AFTER_MS = 1000;
const BETWEEN_MS = 100;
const DEFAULT_COLUMNS = 80;
const ERASE = '\r\u001b[2K';

/** Signals of the process, and a clock in milliseconds. */
export interface Outside {
  now(): number;
  /** Calls back at Ctrl-C until the returned function is called. */
  onInterrupt(call: () => void): () => void;
  /** Ends the process as the signal would have. */
  interrupt(): void;
}

/** The environment of somebody at a terminal: with progress, and with the names of files that were written. */
export function withProgress(env: Env, outside: Outside = ofProcess): Env {
  const written: string[] = [];
  const files = Object.create(env.files, {
    replace: {
      value: (path: string, bytes: Uint8Array, expected: Uint8Array | undefined) => {
        env.files.replace(path, bytes, expected);
        written.push(path);
      },
    },
  }) as Env['files'];
  return {
    ...env,
    files,
    progress: (doing, total, noun) => progressRow(doing, total, noun, env.stderr, outside, written),
  };
}

const ofProcess: Outside = {
  now: () => performance.now(),
  onInterrupt(call) {
    process.once('SIGINT', call);
    return () => process.off('SIGINT', call);
  },
  interrupt: () => process.kill(process.pid, 'SIGINT'),
};

/** The row of one piece of work; it says nothing at first. @param written names of files that were written */
function progressRow(
  doing: string,
  total: number,
  noun: string,
  stream: OutputStream,
  outside: Outside,
  written: readonly string[],
): Progress {
  const begin = outside.now();
  let last = Number.NEGATIVE_INFINITY;
  let stopListening: (() => void) | undefined;

  const interrupted = async () => {
    const what =
      written.length === 0 ? 'nothing was written' : `wrote ${written.map(name => visible(name)).join(', ')}`;
    await stream.write(`${ERASE}onrecord: interrupted; ${what}\n`);
    stopListening?.();
    outside.interrupt();
  };

  return {
    async at(done, name) {
      const now = outside.now();
      if (now - begin < AFTER_MS || now - last < BETWEEN_MS) return;
      last = now;
      stopListening ??= outside.onInterrupt(() => void interrupted());
      const share = Math.floor((done / Math.max(1, total)) * 100);
      const what = total === 1 ? noun : `${noun}s`;
      const head = `${doing} ${grouped(done)} of ${grouped(total)} ${what}, ${share} %`;
      await stream.write(ERASE + withName(head, name, stream.columns ?? DEFAULT_COLUMNS));
      // The work never waits for anything: without this, Ctrl-C would be heard at its end.
      await new Promise(resolve => setImmediate(resolve));
    },
    async end() {
      if (stopListening === undefined) return;
      stopListening();
      stopListening = undefined;
      await stream.write(ERASE);
    },
  };
}

/** "checking 412 of 1,000 files, 41 %  …/talks/2019-03-11.yaml", in one row: the name is cut from the left. */
function withName(head: string, name: string, columns: number): string {
  const room = columns - displayWidth(head) - 3;
  const shown = visible(name);
  if (displayWidth(shown) <= room) return `${head}  ${shown}`;
  let cut = shown;
  while (cut !== '' && displayWidth(cut) >= room) cut = cut.slice(1);
  return cut === '' ? head : `${head}  …${cut}`;
}
