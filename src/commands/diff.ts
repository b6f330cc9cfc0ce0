/** What changed between two annotated views. */
import { InvalidArgumentError } from 'commander';
import type { Alarm } from '../core/diff/changes.ts';
import {
  DIFF_PARTS,
  type DiffPart,
  diffReaders,
  diffViews,
  onlyParts,
  type ViewDiff,
} from '../core/diff/diff-views.ts';
import { earlierVersion } from '../core/model/earlier-version.ts';
import { sameValue } from '../core/model/same-value.ts';
import { STDIN } from '../core/model/standard-input.ts';
import type { View } from '../core/model/view.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { publicView } from '../core/view/public-view.ts';
import type { Env } from '../io/env.ts';
import { DIFF_PRINTERS } from '../printers/diff/index.ts';
import type { DiffReport } from '../printers/diff/report.ts';
import { fileName } from '../printers/escape/visible.ts';
import { isSameFile, type RevisionLoaders, revisionLoaders, revisionName } from '../project/revisions.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { formatOption, printResult } from './format-option.ts';
import { privateOption, tellKeptBack } from './kept-back.ts';
import { widthOption } from './printing.ts';
import { readingFrom, readingOptions } from './reading-options.ts';
import { type LoadedSides, loadSides, type Sides, sidesOf } from './sides.ts';
import { layersOption, undatedOption } from './view-options.ts';

const ALARMS = ['standing-lost', 'forbidden-transition'] as const satisfies readonly Alarm['kind'][];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print what changed in meaning between two annotated views: words, speakers, annotations, evidence,\nand the standings that follow.\n\nExamples:\n  $ onrecord diff old.yaml new.yaml\n  $ onrecord diff HEAD~1:talk.yaml talk.yaml\n  $ onrecord diff --rev main..HEAD talk.yaml --only standing\n  $ onrecord diff --as-of 2020-12-07..2020-12-31 talk.yaml\n  $ onrecord diff first-reader.layer.yaml second-reader.layer.yaml\n\nExit status: 0 the same, 1 different, 2 trouble. With --fail-on, 1 only where one of its alarms is raised.',
      )
      .argument(
        '<files...>',
        'the old and the new transcript or layer, or the folder of each; REV:path is one in git',
      )
      .addOption(formatOption(Object.keys(DIFF_PRINTERS), 'how changes are printed'))
      .option('--rev <a..b>', 'compare one file in two revisions; without ..b, with the work tree')
      .option('--as-of <date>', 'count only what had happened by this date (EDTF); D1..D2 compares two dates')
      .option('--only <parts>', `only these parts: ${DIFF_PARTS.join(', ')}`, listOf(DIFF_PARTS))
      .option('--fail-on <alarms>', `exit with 1 only on these: ${ALARMS.join(', ')}`, listOf(ALARMS))
      .option('--all', 'also list annotations whose pin only followed their words');
    undatedOption(command);
    readingOptions(command);
    privateOption(command);
    layersOption(command);
    widthOption(command);
  },
  async run([files], options, env) {
    const loaders = revisionLoaders(env, await readingFrom(options));
    const sides = await sidesOf(files as string[], options, loaders, env);
    const views = await loadSides(sides, loaders, options, env);
    if (views === undefined) return ExitStatus.trouble;
    const compare = (old: View, fresh: View) =>
      views.areReadings ? diffReaders(old, fresh) : diffViews(old, fresh, views.olderText?.verdictOf);
    const only = options['only'] as readonly DiffPart[] | undefined;
    const asked = (of: ViewDiff) => (only === undefined ? of : onlyParts(of, only));
    const names = { old: revisionName(sides.old), new: revisionName(sides.new) };
    const whole = compare(views.old, views.new);
    const diff = asked(whole);
    const forReaders = options['format'] === 'markdown' && options['private'] !== true;
    const shown = forReaders ? await keepBackOfBoth(views, names, env) : undefined;
    const report =
      shown === undefined ? { diff, names } : publicReport(diff, asked(compare(shown.old, shown.new)), names);
    const isAll = options['all'] === true;
    const next = await nextStep(sides, views, diff, loaders, env);
    const printed = { ...report, isAll, next: env.stdout.isTTY ? next : undefined };
    await printResult(DIFF_PRINTERS, printed, options, env);
    await tellOneFile(sides, env);
    if (views.areReadings)
      await env.stderr.write(
        'onrecord: two readings of one transcript: they differ by reader, nothing changed over time\n' +
          (env.stdout.isTTY ? '' : `  how far they agree: ${next}\n`),
      );
    // What is kept back from readers is different all the same.
    const failOn = options['failOn'] as readonly string[] | undefined;
    const isFound =
      failOn === undefined ? diff.changes.length > 0 : whole.alarms.some(({ kind }) => failOn.includes(kind));
    return isFound ? ExitStatus.found : ExitStatus.clean;
  },
};

/** Says that two names are of one file: that nothing changed says nothing then. */
async function tellOneFile({ old, new: fresh }: Sides, env: Env): Promise<void> {
  const [one, other] = [old, fresh].map(side => fileName(revisionName(side)));
  if (one === other || !isSameFile(old, fresh, env)) return;
  await env.stderr.write(`onrecord: ${one} and ${other} are one file\n`);
}

/** Two readings are measured by `agree`; what waits for a person is carried by `reanchor`. */
async function nextStep(
  sides: Sides,
  { areReadings, old: before, new: fresh }: LoadedSides,
  diff: ViewDiff,
  loaders: RevisionLoaders,
  env: Env,
): Promise<string | undefined> {
  if (areReadings)
    return `onrecord agree ${[sides.old, sides.new].map(side => shellWord(revisionName(side))).join(' ')}`;
  if (!env.stdout.isTTY || diff.changes.length === 0 || sides.new.revision !== undefined) return undefined;
  const { stepForWaiting } = await import('./step-for-waiting.ts');
  const { old } = sides;
  const compared =
    old.file === STDIN ? [] : [earlierVersion(revisionName(old), before.project.transcript.value)];
  return stepForWaiting(fresh, loaders.workTree, env, compared);
}

interface BothSides<T> {
  readonly old: T;
  readonly new: T;
}

/** Both views as readers get them; undefined if nothing is kept back. What is kept back is counted on stderr. */
async function keepBackOfBoth(
  views: BothSides<View>,
  names: BothSides<string>,
  env: Env,
): Promise<BothSides<View> | undefined> {
  const fresh = publicView(views.new, publicView(views.old).parties);
  const old = publicView(views.old, fresh.parties);
  if (sameValue(old.keptBack, fresh.keptBack)) await tellKeptBack(fresh.keptBack, env);
  else {
    await tellKeptBack(old.keptBack, env, names.old);
    await tellKeptBack(fresh.keptBack, env, names.new);
  }
  const isWhole = old.view === views.old && fresh.view === views.new;
  return isWhole ? undefined : { old: old.view, new: fresh.view };
}

function publicReport(diff: ViewDiff, shown: ViewDiff, names: BothSides<string>): DiffReport {
  const keptBack = {
    changes: diff.changes.length - shown.changes.length,
    alarms: diff.alarms.length - shown.alarms.length,
  };
  return { diff: shown, names, keptBack };
}

function listOf<T extends string>(allowed: readonly T[]): (text: string) => readonly T[] {
  return text => {
    const names = text.split(',').map(name => name.trim());
    const stranger = names.find(name => !(allowed as readonly string[]).includes(name));
    if (stranger !== undefined)
      throw new InvalidArgumentError(`Allowed are ${allowed.join(', ')}, separated by commas.`);
    return names as T[];
  };
}
