/** Reads each file once, under whatever name it is asked for. */
import { getOrMake } from '../core/maps.ts';
import { type ReadDocument, readSound } from '../formats/onrecord/read-sound.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { type LoadedFile, STDIN, STDIN_SHOWN } from './loaded-file.ts';
import type { Reading } from './reading.ts';
import { mayBeOurs } from './recognise.ts';

export class FileCache {
  readonly #env: Env;
  readonly #readingOf: (file: string) => Promise<Reading>;
  /** By real path; a file that is asked for twice at once is read once. */
  #files = new Map<string, Promise<LoadedFile>>();
  #loaded = new Set<LoadedFile>();
  #isStdinTaken = false;

  /** @param readingOf how a transcript in another format is read. */
  constructor(env: Env, readingOf: (file: string) => Promise<Reading>) {
    this.#env = env;
    this.#readingOf = readingOf;
  }

  /**
   * @param stdinName how messages name standard input.
   * @param bytes what the file holds, if it was read already.
   * @throws InputError if the file cannot be opened; UsageError if standard input is asked for twice.
   */
  async load(name: string, stdinName = STDIN_SHOWN, bytes?: Uint8Array): Promise<LoadedFile> {
    if (name === STDIN) return this.#read(stdinName, await this.#readStdin());
    const key = this.#env.files.real(name) ?? name;
    return getOrMake(this.#files, key, () => this.#read(name, bytes ?? this.#env.files.read(name)));
  }

  /** Lets go of all files: what is asked for again is read again. */
  forget(): void {
    // Cleared, V8 would keep the old table, with all that it held, and lead from it to the next one.
    this.#files = new Map();
    this.#loaded = new Set();
  }

  /** Every file read so far. */
  loaded(): Iterable<LoadedFile> {
    return this.#loaded;
  }

  /** What bytes hold as a file of this name; nothing is kept. */
  async readBytes(bytes: Uint8Array, file: string): Promise<ReadDocument> {
    const sound = mayBeOurs(file, bytes) ? readSound(bytes, file) : undefined;
    if (sound !== undefined) return sound;
    const { readOther } = await import('./other-format.ts');
    return readOther(bytes, file, await this.#readingOf(file));
  }

  async #read(file: string, bytes: Uint8Array): Promise<LoadedFile> {
    const loaded = { file, bytes, ...(await this.readBytes(bytes, file)) };
    this.#loaded.add(loaded);
    return loaded;
  }

  async #readStdin(): Promise<Uint8Array> {
    if (this.#isStdinTaken) throw new UsageError('standard input can be named only once');
    this.#isStdinTaken = true;
    return readStdin(this.#env);
  }
}

/** Reads all of standard input; at a terminal, stderr says how to end it. */
export async function readStdin(env: Env): Promise<Uint8Array> {
  if (env.stdin.isTTY) await env.stderr.write('onrecord: reading standard input; end it with Ctrl-D\n');
  return env.stdin.read();
}
