/** How many jobs a command over many files is shared out to. */
import { InvalidArgumentError, Option } from 'commander';
import type { Threads } from '../io/env.ts';
import type { Options } from './printing.ts';

/** One job for each processor. */
const AUTO = 'auto';

/** @param does describes the option: "check this many projects at once" */
export function jobsOption(does: string): Option {
  return new Option(
    '--jobs <number>',
    `${does}, or \`auto\` for one per processor; input under tens of megabytes is always one job`,
  )
    .argParser(parseJobs)
    .default(1);
}

export function jobsFor(options: Options, threads: Threads): number {
  const jobs = options['jobs'] as number | typeof AUTO;
  return jobs === AUTO ? threads.processors : jobs;
}

function parseJobs(text: string): number | typeof AUTO {
  if (text === AUTO) return AUTO;
  if (!/^[0-9]{1,6}$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError('Expected a number from 1, or auto.');
  return Number(text);
}
