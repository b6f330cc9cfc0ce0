/** The transcripts that are compared, each with the readings that the command line names. */
import type { ReadingName } from '../../core/agree/compared-units.ts';
import type { Document } from '../../core/model/project.ts';
import type { View } from '../../core/model/view.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import type { CheckedProject } from '../../project/checked-projects.ts';
import { chooseLayers } from '../../project/choose-layers.ts';
import { loadRecords } from '../../project/load-records.ts';
import type { Loader } from '../../project/loader.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { Options } from '../printing.ts';
import { tellFindings } from '../tell-findings.ts';
import { reportTrouble } from '../trouble.ts';
import { viewOf } from '../view-options.ts';

export interface ComparedProject {
  readonly view: View;
  /** The command that shows it, to be pasted into a shell. */
  readonly command: string;
}

export interface ComparedProjects {
  /** Undefined if nothing can be compared; stderr says why. */
  readonly projects: readonly ComparedProject[] | undefined;
  /** Whether a file could not be opened or understood; the other talks are compared all the same. */
  readonly isInTrouble: boolean;
}

export async function comparedProjects(
  paths: readonly string[],
  loader: Loader,
  configs: ProjectConfigs,
  options: Options,
  env: Env,
): Promise<ComparedProjects> {
  const { projects, unusable, refusals, troubles } = await loadRecords(env, paths, loader, configs, {
    verb: 'compare',
    command: 'agree',
  });
  let isInTrouble = await reportTrouble(troubles, env);
  if (unusable.length + refusals.length > 0) {
    isInTrouble = true;
    await tellFindings(unusable, [...unusable.flatMap(file => file.findings), ...refusals], options, env);
  }
  const whole = projects.filter(({ files }) => files.every(({ usable }) => usable));
  if (whole.length === 0) return { projects: undefined, isInTrouble };
  const named = new Set(paths.map(name => env.files.absolute(name)));
  const isNamed = ({ file }: Document) => named.has(env.files.absolute(file));
  const compared: ComparedProject[] = [];
  for (const checked of whole) {
    const project = chooseLayers(checked.project, options['layers'] as string[] | undefined);
    const readings = namedReadings(project.layers.filter(isNamed), project.transcript, isNamed);
    const view = await viewOf(project, options, readings === undefined ? {} : { readings });
    compared.push({ view, command: await showing(checked, loader, options) });
  }
  return { projects: compared, isInTrouble };
}

/** The readings of the named layers, and of the transcript if it is named too; undefined for all. */
function namedReadings(
  layers: readonly Document[],
  transcript: Document,
  isNamed: (document: Document) => boolean,
): readonly ReadingName[] | undefined {
  if (layers.length === 0) return undefined;
  return [...layers, ...(isNamed(transcript) ? [transcript] : [])].flatMap(({ value }) => [
    value.creator?.name,
    ...value.annotations.map(({ creator }) => creator?.name ?? value.creator?.name),
  ]);
}

/** Layers that `show` would not find by itself are named. */
async function showing(
  { project, files }: CheckedProject,
  loader: Loader,
  options: Options,
): Promise<string> {
  const { file } = project.transcript;
  const [transcript] = files;
  const found = new Set((await loader.layersOf(transcript!)).map(layer => layer.file));
  const isComplete = project.layers.every(layer => found.has(layer.file));
  const asOf = options['asOf'] as string | undefined;
  const names = [file, ...(isComplete ? [] : project.layers.map(layer => layer.file))];
  return [
    'onrecord show',
    ...names.map(shellWord),
    ...(asOf === undefined ? [] : [`--as-of ${shellWord(asOf)}`]),
    ...(options['undated'] === 'skip' ? ['--undated skip'] : []),
  ].join(' ');
}
