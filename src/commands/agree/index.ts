/** How far readings of the same transcripts agree. */
import { InvalidArgumentError, Option } from 'commander';
import {
  type Comparison,
  compareReadings,
  GROUPINGS,
  type Grouping,
  isDifferent,
} from '../../core/agree/compare-readings.ts';
import type { Unit } from '../../core/agree/compared-units.ts';
import { LARGEST_SEED } from '../../core/agree/random.ts';
import type { View } from '../../core/model/view.ts';
import { annotationsOf } from '../../core/model/view.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { AGREE_PRINTERS } from '../../printers/agree/index.ts';
import {
  type AgreeReport,
  failureText,
  type ReportedUnit,
  TABLES,
  type TableName,
} from '../../printers/agree/report.ts';
import { visible } from '../../printers/escape/visible.ts';
import { readingLabel } from '../../printers/view/names.ts';
import { Loader } from '../../project/loader.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { keepAllBack, privateOption } from '../kept-back.ts';
import { type Options, widthOption } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { layersOption, viewOptions } from '../view-options.ts';
import { failuresOf, type Leasts, parseLeast } from './least.ts';
import { type ComparedProject, comparedProjects } from './projects.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Compare the readings of transcripts: how far readers agree on who speaks, on tags, on standings, and on\n' +
          'where passages begin and end. All layers by one creator are one reading; layers that you name are\n' +
          'compared only with each other. Several transcripts count together. `onrecord help agree` defines every\n' +
          'unit and figure.\n\n' +
          'A unit counts for alpha if two readings say something about it; one that only one reading has annotated\n' +
          'is in `units` and not in `both`. `unknown` is a value. Intervals are bootstraps of 2,000 samples of\n' +
          'units (BCa); below about 30 units they are rough.\n\n' +
          'Examples:\n' +
          '  $ onrecord agree talk.yaml\n' +
          '  $ onrecord agree talks/ --by tag\n' +
          '  $ onrecord agree ada.layer.yaml per.layer.yaml\n' +
          '  $ onrecord agree talks/ --min tags=0.67,standings=0.8\n' +
          '  $ onrecord agree talk.yaml --format csv --table units\n\n' +
          'Exit status: 0 compared, 1 a figure is below --min, 2 a file cannot be read, there are not two readings, or a\n' +
          'figure that --min asks for is undefined.',
      )
      .argument('[paths...]', 'transcripts, layers, folders and globs; default: this folder')
      .addOption(new Option('--by <what>', 'also compare by each tag, speaker or file').choices(GROUPINGS))
      .option(
        '--min <alpha>',
        'exit with 1 if alpha is below this for speakers, tags or standings, or for those named (tags=0.67,passages=0.5); with 2 if alpha is undefined; a figure without units is skipped unless it is named',
        parseLeast,
      )
      .addOption(formatOption(Object.keys(AGREE_PRINTERS)))
      .addOption(
        new Option('--table <name>', 'with csv: one row for each of these, figures if left out').choices(
          TABLES,
        ),
      )
      .option(
        '--seed <number>',
        'seed of the random draws; the same seed gives the same intervals (default: 1)',
        parseSeed,
      );
    viewOptions(command);
    readingOptions(command);
    privateOption(command);
    layersOption(command);
    widthOption(command);
  },
  combinations: [{ option: '--table', formats: ['csv'] }],
  async run([given], options, env) {
    refuseUnused(options);
    const paths = (given as string[]).length === 0 ? ['.'] : (given as string[]);
    const configs = await ProjectConfigs.open(env);
    const loader = new Loader(env, { configs, reading: await readingFrom(options) });
    const { projects, isInTrouble } = await comparedProjects(paths, loader, configs, options, env);
    if (projects === undefined) return ExitStatus.trouble;
    const views = projects.map(({ view }) => view);
    const seed = seedOf(options);
    const comparison = compareReadings(views, { seed, by: options['by'] as Grouping | undefined });
    if (comparison.readings.length < 2 || comparison.shared === 0) {
      // Readings may be missing because of faults already reported.
      if (!isInTrouble) await tellTooFew(comparison, views, env);
      return ExitStatus.trouble;
    }
    const report = await reportOn(comparison, projects, options, env);
    await printResult(AGREE_PRINTERS, report, options, env);
    if (['json', 'csv'].includes(String(options['format'])))
      for (const failure of report.failures)
        await env.stderr.write(`onrecord: ${visible(failureText(failure))}\n`);
    const isUndefined = report.failures.some(({ alpha }) => alpha === undefined);
    if (isInTrouble || isUndefined) return ExitStatus.trouble;
    return report.failures.length > 0 ? ExitStatus.found : ExitStatus.clean;
  },
};

/** @throws UsageError for options of figures if the table to print has none. */
function refuseUnused(options: Options): void {
  const table = options['table'] as TableName | undefined;
  if (table === undefined || table === 'figures') return;
  const unused = (['by', 'seed'] as const).find(name => options[name] !== undefined);
  if (unused !== undefined) throw new UsageError(`--${unused} goes with --table figures, not ${table}`);
}

function parseSeed(text: string): number {
  const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= LARGEST_SEED))
    throw new InvalidArgumentError(`Expected a whole number from 0 to ${LARGEST_SEED}.`);
  return seed;
}

function seedOf(options: Options): number {
  return (options['seed'] as number | undefined) ?? 1;
}

/** Says why nothing can be compared. */
async function tellTooFew({ readings }: Comparison, views: readonly View[], env: Env): Promise<void> {
  const isAnonymous = views.some(({ project }) =>
    project.layers.some(({ value }) => value.creator === undefined),
  );
  const hint = isAnonymous
    ? 'layers that name no `creator` are one reading; give each its creator'
    : 'it takes two: layers by one creator are one reading';
  const names = visible(readings.map(readingLabel).join(', '));
  const what =
    readings.length === 0
      ? 'no reading says who speaks, tags anything or weighs a claim'
      : readings.length === 1
        ? `only one reading to compare: ${names}`
        : `nothing to compare: no unit has two of the readings ${names}`;
  await env.stderr.write(`onrecord: ${what}\n${readings.length > 1 ? '' : `  ${hint}\n`}`);
}

async function reportOn(
  comparison: Comparison,
  projects: readonly ComparedProject[],
  options: Options,
  env: Env,
): Promise<AgreeReport> {
  const { readings, figures, groups, units, shared, waiting } = comparison;
  const by = options['by'] as Grouping | undefined;
  const table = (options['table'] as TableName | undefined) ?? 'figures';
  const shown = await shownTo(projects, options, env);
  const isShown = ({ annotations }: Unit) => annotations.every(({ entry }) => shown(entry.value));
  const commands = new Map(projects.map(({ view, command }) => [view, command]));
  const report = (list: readonly Unit[]) =>
    list.filter(isShown).map(unit => reportedUnit(unit, commands.get(unit.view)!));
  const different = units.filter(isDifferent);
  const differences = report(different);
  const tags = new Set(
    projects.flatMap(({ view }) =>
      [...annotationsOf(view)]
        .filter(({ entry }) => shown(entry.value))
        .map(({ annotation }) => annotation.tag),
    ),
  );
  return {
    readings,
    figures,
    groups: by === 'tag' ? groups.filter(({ name }) => tags.has(name)) : groups,
    shared,
    waiting,
    transcripts: projects.map(({ view }) => view.project.transcript.file),
    by,
    seed: seedOf(options),
    differences,
    units: table === 'units' ? report(units) : [],
    keptBack: different.length - differences.length,
    failures: failuresOf(figures, (options['min'] as Leasts | undefined) ?? new Map(), readings.length),
    table,
    next: env.stdout.isTTY ? differences[0]?.command : undefined,
  };
}

/** Figures count everything, as standings do; rows about private entries are kept back from readers. */
async function shownTo(
  projects: readonly ComparedProject[],
  options: Options,
  env: Env,
): Promise<(annotation: unknown) => boolean> {
  const views = await keepAllBack(
    projects.map(({ view }) => view),
    options,
    env,
  );
  const shown = new Set<unknown>(
    views.flatMap(view => [...annotationsOf(view)].map(({ entry }) => entry.value)),
  );
  return annotation => shown.has(annotation);
}

/** An entry without an id is shown by the annotations on it. */
function reportedUnit(unit: Unit, show: string): ReportedUnit {
  const annotations = [...new Set(unit.annotations.map(({ annotation }) => annotation.id))];
  const ids = unit.place.id ?? annotations.join(',');
  return {
    of: unit.of,
    file: unit.view.project.transcript.file,
    place: unit.place,
    values: unit.values,
    annotations,
    command: `${show} --where ${shellWord(`id:${ids}`)}`,
  };
}
