/** The person who acts and the date, for commands that record an act of a person. */
import type { Env } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import type { Options } from './printing.ts';

/** The name that `--creator` gives, or else the one that git knows; undefined if neither does. */
export function actorFrom(options: Options, env: Env): string | undefined {
  const given = options['creator'] as string | undefined;
  if (given !== undefined) return given;
  try {
    const { status, stdout } = env.git(['config', 'user.name'], env.cwd);
    const name = new TextDecoder().decode(stdout).trim();
    return status === 0 && name !== '' ? name : undefined;
  } catch (error) {
    // Without git there is no configured name.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** @throws UsageError where {@link actorFrom} finds nobody: to accept is an act. */
export function acceptorFrom(options: Options, env: Env): string {
  const name = actorFrom(options, env);
  if (name === undefined) throw new UsageError('who accepts? --creator NAME');
  return name;
}

/** The day that `--created` gives, or else SOURCE_DATE_EPOCH, or else today (UTC). */
export function dayFrom(options: Options, env: Env): string {
  const created = options['created'];
  if (typeof created === 'string') return created;
  const epoch = env.vars['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^[0-9]{1,11}$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
    : env.today();
}
