/** Who can be asked, and with what. */
import type { Prompts } from '../io/asking.ts';
import { type ColourWish, colourLevel } from '../io/colour.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import type { Options } from './printing.ts';

/** Whether somebody sits at a terminal, for input and output. */
export function canAsk(env: Env): boolean {
  return env.prompts !== undefined && env.stdin.isTTY && env.stdout.isTTY;
}

/** @param option the one that asks, for the message. @throws UsageError where nobody can be asked. */
export async function promptsFor(env: Env, options: Options, option: string): Promise<Prompts> {
  if (!canAsk(env))
    throw new UsageError(`${option} needs a terminal`, 'in a script, give what it would ask for as options');
  const wish = options['color'] === false ? 'never' : ((options['color'] ?? 'auto') as ColourWish);
  return env.prompts!(colourLevel(env.stdout, env.vars, wish) > 0);
}

/** The editor of whoever types, in the order in which git looks for it. */
export function editorCommand({ vars }: Env): string {
  const names = ['ONRECORD_EDITOR', 'VISUAL', 'EDITOR'];
  return names.map(name => vars[name]).find(command => command !== undefined && command !== '') ?? 'vi';
}
