/** The whole program in process: arguments in, both streams and the status out. */
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { Env, OutputStream } from '../../src/io/env.ts';
import { nodeEnv } from '../../src/io/node-env.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly vars?: Record<string, string>;
  /** Columns of a pretended terminal; without it the streams are pipes. */
  readonly columns?: number;
  readonly rows?: number;
  /** What is not as it is for every test, such as the threads and the browser that there are not. */
  readonly change?: (env: Env) => Partial<Env>;
}

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** The bytes of a run are the same each time, and those of a long run do not repeat: `newId` would wait for others. */
function repeatable(index: number): number {
  if (index < 2048) return (index * 37 + 11 + (index >> 5)) % 256;
  // The last step of MurmurHash3: each bit of the index moves every bit of the result.
  let mixed = Math.imul(index ^ (index >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0xff;
}

export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const output = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): OutputStream => ({
    isTTY: options.columns !== undefined,
    columns: options.columns,
    rows: options.rows,
    write: async text => {
      output[name] += text;
    },
  });
  let counter = 0;
  const env: Env = {
    ...nodeEnv(ROOT, options.cwd ?? ROOT),
    vars: options.vars ?? {},
    browser: undefined,
    threads: undefined,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: {
      isTTY: options.stdin === undefined,
      read: async () =>
        typeof options.stdin === 'string'
          ? new TextEncoder().encode(options.stdin)
          : (options.stdin ?? new Uint8Array()),
    },
    // Prompts are pressed in a real terminal: see terminal.ts.
    prompts: undefined,
    today: () => '2026-01-15',
    // Distinct and repeatable, so that golden files can name new ids.
    random: bytes => Uint8Array.from({ length: bytes }, () => repeatable(counter++)),
  };
  const status = await run(argv, { ...env, ...options.change?.(env) });
  return { ...output, status };
}
