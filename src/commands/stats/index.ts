/** Counts what transcripts and their layers hold. */
import { Option } from 'commander';
import { STDIN } from '../../core/model/standard-input.ts';
import type { View } from '../../core/model/view.ts';
import type { Stats } from '../../core/stats/stats.ts';
import { Tally } from '../../core/stats/tally.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { publicView } from '../../core/view/public-view.ts';
import type { Env } from '../../io/env.ts';
import { GROUP_NAMES, type GroupName } from '../../printers/stats/groups.ts';
import { STATS_PRINTERS } from '../../printers/stats/index.ts';
import { type Head, headOf } from '../../printers/view/head.ts';
import { Loader } from '../../project/loader.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { eachView } from '../each-view.ts';
import { formatOption, printResult } from '../format-option.ts';
import { privateOption, tellKeptBack } from '../kept-back.ts';
import { isPublic, type Options, widthOption } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { viewOptions } from '../view-options.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Count what transcripts and their layers hold: standings of claims; turns, words, minutes and share of each\nspeaker; annotations, stances without a date, open requests, dates by role, and what waits for a person.\nWith --by, one table with every row (`onrecord help stats`).\n\nExamples:\n  $ onrecord stats talk.yaml\n  $ onrecord stats talks/\n  $ onrecord stats talks/ --by speaker\n  $ onrecord stats talk.yaml --by tag --format csv -o tags.csv\n  $ onrecord stats talks/ --format json | jq .totals.waiting\n\nExit status: 0 counted, 2 a file cannot be read or understood; the others are counted.',
      )
      .argument('[paths...]', 'files, folders and globs; `-` is standard input', ['.'])
      .addOption(
        new Option('--by <group>', 'print one table, with a row for each of these').choices(GROUP_NAMES),
      )
      .addOption(formatOption(Object.keys(STATS_PRINTERS), 'how counts are printed'));
    viewOptions(command);
    readingOptions(command);
    privateOption(command);
    widthOption(command);
  },
  async run([given], options, env) {
    const paths = given as string[];
    const tally = new Tally();
    const keptBack = { annotations: 0, sources: 0 };
    let head: Head | undefined;
    let isAny = false;
    let only: View | undefined;
    const purpose = { verb: 'count', command: 'stats' };
    const isInTrouble = await eachView(paths, { purpose, doing: 'counting' }, options, env, whole => {
      const open = isPublic(options) ? publicView(whole) : undefined;
      const view = open?.view ?? whole;
      keptBack.annotations += open?.keptBack.annotations ?? 0;
      keptBack.sources += open?.keptBack.sources ?? 0;
      tally.add(view);
      only = isAny ? undefined : whole;
      head = isAny ? undefined : headOf(view);
      isAny = true;
    });
    if (!isAny) return ExitStatus.trouble;
    const stats = tally.stats();
    // Git may be asked for it, which takes its time.
    const isAdvised = options['format'] === 'text' && (env.stdout.isTTY || options['width'] !== undefined);
    const report = {
      stats,
      by: options['by'] as GroupName | undefined,
      head,
      asOf: options['asOf'] as string | undefined,
      next: isAdvised ? await nextOf(stats, only, paths, options, env) : undefined,
    };
    await printResult(STATS_PRINTERS, report, options, env);
    await tellKeptBack(keptBack, env);
    return isInTrouble ? ExitStatus.trouble : ExitStatus.clean;
  },
};

/** Annotations that wait for a person come first. */
async function nextOf(
  { totals }: Stats,
  only: View | undefined,
  paths: readonly string[],
  options: Options,
  env: Env,
): Promise<string | undefined> {
  // Nothing comes on standard input a second time.
  if (paths.includes(STDIN)) return undefined;
  const words = paths.map(shellWord).join(' ');
  if (totals.waiting > 0) {
    if (only === undefined) return `onrecord check ${words}`;
    const { stepForWaiting } = await import('../step-for-waiting.ts');
    return stepForWaiting(only, new Loader(env, { reading: await readingFrom(options) }), env);
  }
  return totals.dates > 0 ? `onrecord timeline ${words}` : undefined;
}
