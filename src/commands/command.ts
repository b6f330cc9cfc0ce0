/** One subcommand: read, compute in core, print, return a status. */
import type { Command } from 'commander';
import type { Env } from '../io/env.ts';
import type { Combination } from './combinations.ts';

/**
 * 0 nothing found, 1 something found, 2 could not do the work (diff(1)). Never a count. 129 is only for git, which takes a
 * status above 128 from a merge driver as "there is no result" (gitattributes(5)).
 */
export const ExitStatus = { clean: 0, found: 1, trouble: 2, noResult: 129 } as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

export interface CommandModule {
  /** Declares arguments, options and help on a command that already has its name and summary. */
  declare(command: Command): void;
  /** Options that mean something only with others, or not beside them: the rest is refused before `run`. */
  readonly combinations?: readonly Combination[];
  /** `args` and `options` are what commander made of the declared ones. Bad data gives a status, never an exception. */
  run(args: readonly unknown[], options: Readonly<Record<string, unknown>>, env: Env): Promise<ExitStatus>;
}

/** Headings of the list of commands, in order. */
export const GROUPS = ['Read', 'Write', 'Study', 'Set up'] as const;
export type CommandGroup = (typeof GROUPS)[number];

export interface CommandEntry {
  readonly name: string;
  /** Heading it stands under in the help. */
  readonly group: CommandGroup;
  /**
   * Its stdout is one result to be read: `-o FILE` writes it to a file, and on a terminal a long one goes through the
   * pager.
   */
  readonly printsResult?: true;
  /** `help NAME` prints the page of the guide of that name, which says how to find the options. */
  readonly hasPage?: true;
  /** Called by programs, not by people: it is not in the help. */
  readonly hidden?: boolean;
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<{ command: CommandModule }>;
}
