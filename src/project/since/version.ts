/** One version of all checked files: the work tree, or a revision. */
import { pushAll } from '../../core/long-lists.ts';
import { LAYER_FILE } from '../../core/model/layer-file.ts';
import { type Annotation, isStance } from '../../core/model/model.ts';
import { type Document, documentsOf } from '../../core/model/project.ts';
import type { Env } from '../../io/env.ts';
import { type CheckedProject, type CheckedProjects, projectsOf } from '../checked-projects.ts';
import { type FileToCheck, filesToCheck } from '../files-to-check.ts';
import type { LoadedFile } from '../loaded-file.ts';
import { Loader } from '../loader.ts';
import type { ProjectConfigs } from '../project-config.ts';
import type { Reading } from '../reading.ts';
import { looksLikeOurs } from '../recognise.ts';

export interface Version extends CheckedProjects {
  readonly files: readonly LoadedFile[];
  readonly loader: Loader;
  /** Errors of opening files. */
  readonly troubles: readonly unknown[];
}

/** The files that the paths name in a version. */
export async function versionAt(
  env: Env,
  paths: readonly string[],
  configs: ProjectConfigs,
  reading: Reading,
): Promise<Version> {
  const { files, troubles } = await filesToCheck(env, paths, configs);
  const version = await versionOf(files, configs, new Loader(env, { configs, reading, mayMissLayers: true }));
  return { ...version, troubles: [...troubles, ...version.troubles] };
}

export async function versionOf(
  names: readonly FileToCheck[],
  configs: ProjectConfigs,
  loader: Loader,
): Promise<Version> {
  const troubles: unknown[] = [];
  const files = await loader.loadAll(names, troubles);
  const projects = await projectsOf(files, loader, configs);
  pushAll(troubles, projects.troubles);
  return { ...projects, files, loader, troubles };
}

/** Whether the model holds the whole file, so that nothing looks deleted; a missing first key loses nothing. */
export function isWhole({ document, findings }: LoadedFile): boolean {
  return (
    document !== undefined &&
    findings.every(({ severity, rule }) => severity !== 'error' || rule === 'format-version')
  );
}

/** Whether a file that is not understood may be one of ours with something in it. */
export function mayHoldStances({ file, bytes }: LoadedFile): boolean {
  return LAYER_FILE.test(file) ? !isBlank(bytes) : looksLikeOurs(bytes);
}

/** Nothing but blanks and comments. */
function isBlank(bytes: Uint8Array): boolean {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.every(line => line.trim() === '' || line.trimStart().startsWith('#'));
}

export function stancesIn(document: Document): readonly Annotation[] {
  return document.value.annotations.filter(isStance);
}

/** A key that is unique across projects, for ids such as `a1` occur in many of them. */
export function stanceKey({ id, tag, by }: Annotation): string {
  return JSON.stringify([id, tag, by]);
}

/** The keys of all stances of a version. */
export function stanceKeys({ projects, strays }: Version): ReadonlySet<string> {
  const documents = [...projects.flatMap(({ project }) => documentsOf(project)), ...strays];
  return new Set(documents.flatMap(stancesIn).map(stanceKey));
}

export function transcriptName({ project }: CheckedProject): string {
  return project.transcript.file;
}
