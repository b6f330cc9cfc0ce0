/** Whether somebody can be asked, and with which prompts. */
import { Interrupted, type Prompts } from '../io/asking.ts';
import { colourLevel } from '../io/colour.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { ExitStatus } from './command.ts';
import { colourWish, type Options } from './printing.ts';

/** Whether somebody sits at a terminal, for input and output. */
export function canAsk(env: Env): boolean {
  return env.prompts !== undefined && env.stdin.isTTY && env.stdout.isTTY;
}

/** @param option the option that needs an answer, for the message. @throws UsageError if nobody can be asked. */
export async function promptsFor(env: Env, options: Options, option: string): Promise<Prompts> {
  if (!canAsk(env))
    throw new UsageError(`${option} needs a terminal`, 'in a script, give what it would ask for as options');
  return env.prompts!(colourLevel(env.stdout, env.vars, colourWish(options)) > 0);
}

/** Asks, and does what was answered; where Ctrl-C ends it, nothing is written. */
export async function unlessInterrupted(env: Env, ask: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Interrupted) return nothingWritten(env);
    throw error;
  }
}

export async function nothingWritten(env: Env): Promise<ExitStatus> {
  await env.stderr.write('onrecord: nothing was written\n');
  return ExitStatus.trouble;
}

/** The editor of whoever types, in the order in which git looks for it. */
export function editorCommand({ vars }: Env): string {
  const names = ['ONRECORD_EDITOR', 'VISUAL', 'EDITOR'];
  return names.map(name => vars[name]).find(command => command !== undefined && command !== '') ?? 'vi';
}
