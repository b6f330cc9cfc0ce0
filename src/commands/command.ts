/** One subcommand: read, compute in core, print, return a status. */
import type { Command } from 'commander';
import type { Env } from '../io/env.ts';

/**
 * 0 nothing found, 1 something found, 2 could not do the work (diff(1)). Never a count. 129 is for git alone, which
 * takes what is above 128 from a merge driver for "there is no result" (gitattributes(5)).
 */
export const ExitStatus = { clean: 0, found: 1, trouble: 2, noResult: 129 } as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

export interface CommandModule {
  /** Declares arguments, options and help on a command that already has its name and summary. */
  declare(command: Command): void;
  /** `args` and `options` are what commander made of the declared ones. Bad data gives a status, never an exception. */
  run(args: readonly unknown[], options: Readonly<Record<string, unknown>>, env: Env): Promise<ExitStatus>;
}
