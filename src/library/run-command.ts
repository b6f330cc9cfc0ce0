/** Runs one of the commands that the library stands on, with the options and defaults that it declares. */
import { Command } from 'commander';
import { refuseCombinations } from '../commands/combinations.ts';
import type { CommandModule, ExitStatus } from '../commands/command.ts';
import type { Env, OutputStream } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { OnrecordError } from './onrecord-error.ts';
import { filesOf, nameIn, textOf, type Where } from './where.ts';

const COMMANDS: Readonly<Record<string, () => Promise<{ command: CommandModule }>>> = {
  check: () => import('../commands/check/index.ts'),
  convert: () => import('../commands/convert/index.ts'),
  diff: () => import('../commands/diff.ts'),
  merge: () => import('../commands/merge/index.ts'),
  reanchor: () => import('../commands/reanchor/index.ts'),
  show: () => import('../commands/show.ts'),
};

/** What a command printed, and the files that it would have written, by name. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
}

/**
 * Runs a command in a project.
 *
 * @param args the command and its arguments, as they would be typed.
 * @param expected exit statuses of a command that did its work.
 * @param further files beside those of the project.
 * @throws OnrecordError if the command ends with another status.
 */
export async function command(
  where: Where,
  args: readonly string[],
  expected: readonly number[],
  further?: Partial<Where>,
): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): OutputStream => ({
    isTTY: false,
    columns: undefined,
    write: async chunk => {
      text[name] += chunk;
    },
  });
  const files = filesOf(where, further);
  const env = { ...envOf(where), files, stdout: stream('stdout'), stderr: stream('stderr') };
  const status = await run(args, env).catch((error: unknown) => {
    throw error instanceof UsageError || error instanceof InputError
      ? new OnrecordError(messageOf(error), { cause: error })
      : error;
  });
  if (!expected.includes(status)) throw new OnrecordError(text.stderr.replace(/^onrecord: /gm, '').trim());
  const written = Array.from(files.written(), ([file, bytes]) => [nameIn(where, file), textOf(bytes)]);
  return { ...text, written: Object.fromEntries(written) };
}

/** The environment of a project: its files, and nothing of the process but the program's own folder. */
export function envOf(where: Where): Env {
  return {
    ...nodeEnv(findProgramFolder(import.meta.dirname), where.root),
    vars: {},
    stdin: { isTTY: false, read: async () => new Uint8Array() },
    files: filesOf(where),
  };
}

async function run([name = '', ...args]: readonly string[], env: Env): Promise<ExitStatus> {
  const { command: module } = await COMMANDS[name]!();
  const parser = new Command(name).exitOverride().configureOutput({ writeErr: () => {} });
  module.declare(parser);
  let status: ExitStatus | undefined;
  parser.action(async (...given: unknown[]) => {
    refuseCombinations(parser, given.slice(0, -2), args, module.combinations);
    status = await module.run(given.slice(0, -2), given.at(-2) as Record<string, unknown>, env);
  });
  await parser.parseAsync(args, { from: 'user' });
  return status!;
}

/** The options of the library, where a message speaks of those of the command line. */
const OPTIONS: Readonly<Record<string, string>> = { '--as-of': 'asOf', '--where': 'where', '--from': 'from' };

/** The message of an error of the caller's, with what to do. */
function messageOf(error: UsageError | InputError): string {
  const where = error instanceof InputError ? `${error.path}: ` : '';
  const message = error.message.replace(/--[a-z-]+/g, option => OPTIONS[option] ?? option);
  return `${where}${message}${error.hint === undefined ? '' : `; ${error.hint}`}`;
}
