/** What changed between two annotated views. */
import { InvalidArgumentError, Option } from 'commander';
import type { Alarm } from '../core/diff/changes.ts';
import { DIFF_PARTS, type DiffPart, diffReaders, diffViews, onlyParts } from '../core/diff/diff-views.ts';
import { DIFF_FORMATS, DIFF_PRINTERS, type DiffFormat } from '../printers/diff/index.ts';
import { revisionName } from '../project/revisions.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { keepBack, privateOption } from './kept-back.ts';
import { printContext, widthOption } from './printing.ts';
import { loadSides, sidesOf } from './sides.ts';
import { layersOption, undatedOption } from './view-options.ts';

const ALARMS = ['standing-lost', 'forbidden-transition'] as const satisfies readonly Alarm['kind'][];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print what changed in meaning between two annotated views: words, speakers, annotations, evidence,\nand the standings that follow.\n\nExamples:\n  $ onrecord diff old.yaml new.yaml\n  $ onrecord diff HEAD~1:talk.yaml talk.yaml\n  $ onrecord diff --rev main..HEAD talk.yaml --only standing\n  $ onrecord diff --as-of 2020-12-07..2020-12-31 talk.yaml\n  $ onrecord diff first-reader.layer.yaml second-reader.layer.yaml\n\nExit status: 0 the same, 1 different, 2 trouble. With --fail-on, 1 only where one of its alarms is raised.',
      )
      .argument('<files...>', 'the old and the new transcript or layer; REV:path is a file in git')
      .addOption(
        new Option('--format <format>', 'how changes are printed').choices(DIFF_FORMATS).default('text'),
      )
      .option('--rev <a..b>', 'compare one file in two revisions; without ..b, with the work tree')
      .option('--as-of <date>', 'count only what had happened by this date (EDTF); D1..D2 compares two dates')
      .addOption(
        new Option('--only <parts>', `only these parts: ${DIFF_PARTS.join(', ')}`).argParser(
          listOf(DIFF_PARTS),
        ),
      )
      .addOption(
        new Option('--fail-on <alarms>', `end with 1 only on these: ${ALARMS.join(', ')}`).argParser(
          listOf(ALARMS),
        ),
      );
    undatedOption(command);
    privateOption(command);
    layersOption(command);
    widthOption(command);
  },
  async run([files], options, env) {
    const sides = sidesOf(files as string[], options, env);
    const views = await loadSides(sides, options, env);
    if (views === undefined) return ExitStatus.trouble;
    const isForReaders = options['format'] === 'markdown';
    const old = await keepBack(views.old, isForReaders, options, env);
    const fresh = await keepBack(views.new, isForReaders, options, env);
    const whole = views.areReadings
      ? diffReaders(old, fresh)
      : diffViews(old, fresh, views.olderText?.verdictOf);
    const only = options['only'] as readonly DiffPart[] | undefined;
    const diff = only === undefined ? whole : onlyParts(whole, only);
    const print = await DIFF_PRINTERS[options['format'] as DiffFormat]();
    const names = { old: revisionName(sides.old), new: revisionName(sides.new) };
    await env.stdout.write(print({ diff, names }, await printContext(env, options)));
    const failOn = options['failOn'] as readonly string[] | undefined;
    const isFound =
      failOn === undefined ? diff.changes.length > 0 : whole.alarms.some(({ kind }) => failOn.includes(kind));
    return isFound ? ExitStatus.found : ExitStatus.clean;
  },
};

function listOf<T extends string>(allowed: readonly T[]): (text: string) => readonly T[] {
  return text => {
    const names = text.split(',').map(name => name.trim());
    const stranger = names.find(name => !(allowed as readonly string[]).includes(name));
    if (stranger !== undefined)
      throw new InvalidArgumentError(`Allowed are ${allowed.join(', ')}, separated by commas.`);
    return names as T[];
  };
}
