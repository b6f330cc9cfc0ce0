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
    progress: (doing, total, noun) => new Row(doing, total, noun, env.stderr, outside, () => written),
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

class Row implements Progress {
  readonly #doing: string;
  readonly #total: number;
  readonly #noun: string;
  readonly #stream: OutputStream;
  readonly #outside: Outside;
  readonly #written: () => readonly string[];
  readonly #begin: number;
  #last = Number.NEGATIVE_INFINITY;
  #stopListening: (() => void) | undefined;

  constructor(
    doing: string,
    total: number,
    noun: string,
    stream: OutputStream,
    outside: Outside,
    written: () => readonly string[],
  ) {
    this.#doing = doing;
    this.#total = total;
    this.#noun = noun;
    this.#stream = stream;
    this.#outside = outside;
    this.#written = written;
    this.#begin = outside.now();
  }

  async at(done: number, name: string): Promise<void> {
    const now = this.#outside.now();
    if (now - this.#begin < AFTER_MS || now - this.#last < BETWEEN_MS) return;
    this.#last = now;
    this.#stopListening ??= this.#outside.onInterrupt(() => void this.#interrupted());
    await this.#stream.write(ERASE + this.#text(done, name));
    // The work never waits for anything: without this, Ctrl-C would be heard at its end.
    await new Promise(resolve => setImmediate(resolve));
  }

  async end(): Promise<void> {
    if (this.#stopListening === undefined) return;
    this.#stopListening();
    this.#stopListening = undefined;
    await this.#stream.write(ERASE);
  }

  async #interrupted(): Promise<void> {
    const written = this.#written();
    const what =
      written.length === 0 ? 'nothing was written' : `wrote ${written.map(name => visible(name)).join(', ')}`;
    await this.#stream.write(`${ERASE}onrecord: interrupted; ${what}\n`);
    this.#stopListening?.();
    this.#outside.interrupt();
  }

  /** "checking 412 of 1,000 files, 41 %  …/talks/2019-03-11.yaml", in one row: the name is cut from the left. */
  #text(done: number, name: string): string {
    const share = Math.floor((done / Math.max(1, this.#total)) * 100);
    const noun = `${this.#noun}${this.#total === 1 ? '' : 's'}`;
    const head = `${this.#doing} ${grouped(done)} of ${grouped(this.#total)} ${noun}, ${share} %`;
    const room = (this.#stream.columns ?? DEFAULT_COLUMNS) - displayWidth(head) - 3;
    const shown = visible(name);
    if (displayWidth(shown) <= room) return `${head}  ${shown}`;
    let cut = shown;
    while (cut !== '' && displayWidth(cut) >= room) cut = cut.slice(1);
    return cut === '' ? head : `${head}  …${cut}`;
  }
}
