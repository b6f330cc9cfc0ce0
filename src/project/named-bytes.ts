/** Bytes by a name of the command line: those of a file, or of standard input. */

import { STDIN, STDIN_SHOWN } from '../core/model/standard-input.ts';
import type { Env } from '../io/env.ts';

export interface NamedBytes {
  /** Name for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** @throws InputError if the file cannot be opened. */
export async function namedBytes(name: string, env: Env): Promise<NamedBytes> {
  return name === STDIN
    ? { file: STDIN_SHOWN, bytes: await readStdin(env) }
    : { file: name, bytes: env.files.read(name) };
}

/** Reads all of standard input; at a terminal, stderr says how to end it. */
export async function readStdin(env: Env): Promise<Uint8Array> {
  if (env.stdin.isTTY) await env.stderr.write('onrecord: reading standard input; end it with Ctrl-D\n');
  return env.stdin.read();
}
