/** Runs one of the commands that the library stands on, with the options and defaults that it declares. */
import { Command } from 'commander';
import { refuseCombinations } from '../commands/combinations.ts';
import type { CommandModule, ExitStatus } from '../commands/command.ts';
import type { Env } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';

const COMMANDS: Readonly<Record<string, () => Promise<{ command: CommandModule }>>> = {
  check: () => import('../commands/check/index.ts'),
  convert: () => import('../commands/convert/index.ts'),
  diff: () => import('../commands/diff.ts'),
  merge: () => import('../commands/merge/index.ts'),
  reanchor: () => import('../commands/reanchor/index.ts'),
  show: () => import('../commands/show.ts'),
};

/** @throws an error with the message that the command line prints: wrong options, a file that cannot be opened. */
export async function runCommand([name = '', ...args]: readonly string[], env: Env): Promise<ExitStatus> {
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

/** The message of an error of the user's, with what to do; undefined for an internal error. */
export function messageOf(error: unknown): string | undefined {
  if (!(error instanceof UsageError || error instanceof InputError)) return undefined;
  const where = error instanceof InputError ? `${error.path}: ` : '';
  return `${where}${error.message}${error.hint === undefined ? '' : `; ${error.hint}`}`;
}
