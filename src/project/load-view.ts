/** From the arguments of a command to the view it is about. */
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { messageContext, type Options } from '../commands/printing.ts';
import { parseDate, prepareDates } from '../core/dates/date.ts';
import type { Project } from '../core/model/project.ts';
import type { View } from '../core/model/view.ts';
import { closest } from '../core/text/closest.ts';
import { buildView } from '../core/view/build-view.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { printFindingsText } from '../printers/findings/text.ts';
import { LAYER_FILE, type LoadedFile, type Loader, loadProject } from './load.ts';
import { prepareDatesOf } from './prepare-dates.ts';

export function viewOptions(command: Command): void {
  command.option('--as-of <date>', 'count only what had happened by this date (EDTF)');
}

export function layersOption(command: Command): void {
  command.option(
    '--layers <names>',
    'of the layers found, show these (file names without .layer.yaml, separated by commas), or `none`',
    (text: string) => {
      const names = text.split(',').map(name => name.trim());
      if (names.includes('')) throw new InvalidArgumentError('Expected names separated by commas.');
      return names;
    },
  );
}

/**
 * The view of a transcript or layer at the date and with the layers that the options name; undefined where a file cannot
 * be understood, which is then told on stderr. Of the readings all are shown, or those named.
 *
 * @throws UsageError where an option does not fit the files; InputError where a file cannot be opened.
 */
export async function loadView(
  loader: Loader,
  file: string,
  layers: readonly string[],
  options: Options,
  env: Env,
  readings?: readonly string[],
): Promise<View | undefined> {
  const loaded = await loadProject(loader, file, layers.length > 0 ? layers : undefined);
  if (loaded.project === undefined) {
    await tellFindings(loaded.files, loaded.findings, options, env);
    return undefined;
  }
  const project = chooseLayers(loaded.project, options['layers'] as string[] | undefined);
  const asOf = options['asOf'] as string | undefined;
  await prepareDatesOf(project);
  if (asOf !== undefined) await checkDate(asOf);
  return buildView(project, { asOf, readings });
}

async function checkDate(asOf: string): Promise<void> {
  await prepareDates([asOf]);
  if (parseDate(asOf) === undefined) {
    throw new UsageError(`--as-of ${asOf} is no date`, 'write it as in EDTF: 2016, 2016-10 or 2016-10-14');
  }
}

/** Those of a project's layers that `--layers` names. */
export function chooseLayers(project: Project, names: readonly string[] | undefined): Project {
  if (names === undefined) return project;
  if (names.length === 1 && names[0] === 'none') return { ...project, layers: [] };
  const nameOf = (file: string) => path.basename(file).replace(LAYER_FILE, '');
  const known = project.layers.map(layer => nameOf(layer.file));
  const stranger = names.find(name => !known.includes(name));
  if (stranger !== undefined) {
    const guess = closest(stranger, known);
    throw new UsageError(
      `there is no layer ${stranger} here`,
      guess === undefined ? `there are: ${known.join(', ') || 'none'}` : `did you mean ${guess}?`,
    );
  }
  return { ...project, layers: project.layers.filter(layer => names.includes(nameOf(layer.file))) };
}

/** What keeps files from being understood goes to stderr: stdout is for results. */
export async function tellFindings(
  files: readonly Pick<LoadedFile, 'file' | 'source'>[],
  findings: LoadedFile['findings'],
  options: Options,
  env: Env,
): Promise<void> {
  const errors = findings.filter(finding => finding.severity === 'error');
  const sources = new Map(
    files.flatMap(({ file, source }) => (source === undefined ? [] : [[file, source]])),
  );
  const report = { findings: errors, sources, filesChecked: files.length };
  await env.stderr.write(printFindingsText(report, messageContext(env, options)));
}
