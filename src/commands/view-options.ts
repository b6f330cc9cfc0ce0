/** The options that choose a view, and the view that they choose. */
import { type Command, Option } from 'commander';
import type { OlderText } from '../core/anchor/anchor-state.ts';
import { parseDate, prepareDates } from '../core/dates/date.ts';
import type { Project } from '../core/model/project.ts';
import type { View } from '../core/model/view.ts';
import { buildView } from '../core/view/build-view.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { chooseLayers } from '../project/choose-layers.ts';
import { loadProject } from '../project/load-project.ts';
import type { Loader } from '../project/loader.ts';
import { prepareDatesOf } from '../project/prepare-dates.ts';
import type { Options } from './printing.ts';
import { parseNames } from './reading-options.ts';

export function viewOptions(command: Command): void {
  command.option('--as-of <date>', 'count only what had happened by this date (EDTF)');
  undatedOption(command);
}

export function undatedOption(command: Command): void {
  command.addOption(
    new Option('--undated <how>', 'acts whose date no source states: count them at any date, or skip them')
      .choices(['count', 'skip'])
      .default('count'),
  );
}

export function layersOption(command: Command): void {
  command.option(
    '--layers <names>',
    'use only these of the layers found (file names without .layer.yaml, separated by commas), or `none`',
    parseNames,
  );
}

/** What a view shows beside what the options say. */
interface ViewParts {
  /** Names of the readings to show, undefined for that of no one named; all of them if left out. */
  readonly readings?: readonly (string | undefined)[];
  /** An older version of the transcript, by which anchors with an old pin are judged. */
  readonly old?: OlderText | undefined;
}

/**
 * The view of a transcript or layer, at the date and with the layers that the options name. Undefined if a file cannot
 * be understood; stderr then tells why. Says on stderr which layers beside it name a transcript that is not there.
 *
 * @throws UsageError if an option does not fit the files; InputError if a file cannot be opened.
 */
export async function loadView(
  loader: Loader,
  file: string,
  layers: readonly string[],
  options: Options,
  env: Env,
  revision?: string,
): Promise<View | undefined> {
  const project = await loadChosen(loader, file, layers, options, env, revision);
  if (project === undefined) return undefined;
  const { transcript } = project;
  if (layers.length === 0 && revision === undefined && transcript.file === file) {
    const strays = await loader.straysBeside(transcript);
    if (strays.length > 0) await (await import('./tell-strays.ts')).tellStrays(strays, file, loader, env);
  }
  return viewOf(project, options);
}

/**
 * The project of a transcript or layer, with the layers that the options name; as for {@link loadView}.
 *
 * @param revision the revision that the loader reads, for messages.
 */
export async function loadChosen(
  loader: Loader,
  file: string,
  layers: readonly string[],
  options: Options,
  env: Env,
  revision?: string,
): Promise<Project | undefined> {
  const loaded = await loadProject(loader, file, layers);
  if (loaded.project === undefined) {
    const { tellFindings } = await import('./tell-findings.ts');
    const { withRevision } = await import('../project/with-revision.ts');
    const all = loaded.files.map(file => withRevision(file, revision));
    const ofFiles = loaded.files.flatMap(({ findings }) => findings);
    const own = loaded.findings.filter(finding => !ofFiles.includes(finding));
    await tellFindings(all, [...own, ...all.flatMap(({ findings }) => findings)], options, env);
    return undefined;
  }
  return chooseLayers(loaded.project, options['layers'] as string[] | undefined);
}

/** @throws UsageError if `asOf` of the options is no date. */
export async function viewOf(
  project: Project,
  options: Options,
  { readings, old }: ViewParts = {},
): Promise<View> {
  return buildView(project, { ...(await momentOf([project], options)), readings, old });
}

/**
 * The date at which views of projects are made, with all that is needed to read dates.
 *
 * @throws UsageError if `asOf` of the options is no date.
 */
export async function momentOf(
  projects: readonly Project[],
  options: Options,
): Promise<{ readonly asOf: string | undefined; readonly skipUndated: boolean }> {
  const asOf = options['asOf'] as string | undefined;
  await prepareDatesOf(projects);
  if (asOf !== undefined) await checkDate(asOf);
  return { asOf, skipUndated: options['undated'] === 'skip' };
}

async function checkDate(asOf: string): Promise<void> {
  await prepareDates([asOf]);
  if (parseDate(asOf) === undefined) {
    const { adviceInWords, adviseOn } = await import('../core/dates/advice.ts');
    const advice = adviceInWords(adviseOn(asOf));
    throw new UsageError(
      `--as-of: "${asOf}" is not a date`,
      advice ?? 'write it as in EDTF: 2016, 2016-10 or 2016-10-14',
    );
  }
}
