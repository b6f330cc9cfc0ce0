/** Prints the dates of talks in one order of time. */
import { withNamedOnly } from '../core/filter/excerpt-view.ts';
import type { View } from '../core/model/view.ts';
import { didYouMean } from '../core/text/closest.ts';
import { TIMELINE_ROLES } from '../core/timeline/roles.ts';
import { timelineOf } from '../core/timeline/timeline.ts';
import { UsageError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';
import { TIMELINE_PRINTERS } from '../printers/timeline/index.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { eachView } from './each-view.ts';
import { formatOption, printResult } from './format-option.ts';
import { keepAllBack, privateOption } from './kept-back.ts';
import { widthOption } from './printing.ts';
import { readingOptions } from './reading-options.ts';
import { viewOptions } from './view-options.ts';
import { filterFor, tellNothingMatched } from './where.ts';

/** Asks for the dates of every field. */
const EVERY_ROLE = 'all';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print the dates of talks in order: what each date is of, how it is written, how certain it is, and who\n' +
          'says so. Without --role: when the talk was, what annotations date, and when statements were made and\n' +
          'sources published, if that is stated. Dates without a day come last, with what they depend on.\n\n' +
          'Examples:\n  $ onrecord timeline talk.yaml\n  $ onrecord timeline talks/ --where speaker:okafor\n  $ onrecord timeline talk.yaml --role act,checked\n  $ onrecord timeline talk.yaml --as-of 2020\n  $ onrecord timeline talk.yaml -o timeline.svg\n  $ onrecord timeline talks/ --format csv -o dates.csv\n\nExit status: 0 shown, 2 a file cannot be read or understood.',
      )
      .argument('[paths...]', 'transcripts and layers, folders, globs; `-` is standard input', ['.'])
      .addOption(formatOption(Object.keys(TIMELINE_PRINTERS)))
      .option(
        '--role <roles>',
        'only dates of these roles, separated by commas; `all`: every date that the files have (`help timeline` lists them)',
        rolesFrom,
      )
      .option(
        '--where <query>',
        'only dates of what matches: key:value, space is and, comma is or, minus is not',
      )
      .option('--all', 'also print what is behind each date: words, sources, certainty, reasons');
    viewOptions(command);
    readingOptions(command);
    privateOption(command);
    widthOption(command);
  },
  combinations: [{ option: '--all', formats: ['text'] }],
  async run([paths], options, env) {
    const isAll = options['all'] === true;
    const where = options['where'] as string | undefined;
    const filter = where === undefined ? undefined : filterFor(where);
    const all: View[] = [];
    const work = { purpose: { verb: 'show', command: 'timeline' }, doing: 'reading' };
    const isInTrouble = await eachView(paths as string[], work, options, env, view => all.push(view));
    if (all.length === 0) return ExitStatus.trouble;
    const open = await keepAllBack(all, options, env);
    const views = filter === undefined ? open : filter(open).map(withNamedOnly);
    const timeline = timelineOf(views, options['role'] as ReadonlySet<string> | undefined);
    await printResult(TIMELINE_PRINTERS, { timeline, isAll }, options, env);
    if (where !== undefined) await tellNothingMatched(where, open, views, env);
    return isInTrouble ? ExitStatus.trouble : ExitStatus.clean;
  },
};

/** @throws UsageError for an unknown role. */
function rolesFrom(text: string, before: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const known = Object.keys(TIMELINE_ROLES);
  const roles = text.split(',').map(role => role.trim());
  if (roles.includes(EVERY_ROLE)) return new Set(known);
  for (const role of roles) {
    if (known.includes(role)) continue;
    throw new UsageError(
      `--role: no role "${visible(role)}"`,
      didYouMean(role, known) ?? `roles: ${known.join(', ')}; or ${EVERY_ROLE}`,
    );
  }
  return new Set([...before, ...roles]);
}
