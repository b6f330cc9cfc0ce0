/** Which transcripts and layers belong together. */
import path from 'node:path';
import type { Finding, Location } from '../../core/finding.ts';
import type { Layer } from '../../core/model.ts';
import type { Document, Project } from '../../core/project.ts';
import type { Env } from '../../io/env.ts';
import { filesMatching } from '../../io/globs.ts';
import { resolveReference } from '../../io/project-folder.ts';
import { isLayer, isTranscript, type LoadedFile, type Loader, refusal, shownName } from '../load.ts';
import type { ProjectConfig, ProjectConfigs } from '../project-config.ts';

export interface CheckedProject {
  readonly project: Project;
  readonly config: ProjectConfig;
  /** What was left out in reading. */
  readonly unreadable: readonly Location[];
}

export interface CheckedProjects {
  readonly projects: readonly CheckedProject[];
  /** One for each layer whose transcript cannot be used. */
  readonly refusals: readonly Finding[];
}

/** Each transcript once, with the given layers that name it, those beside it, and those that the configuration names. */
export async function projectsOf(
  files: readonly LoadedFile[],
  loader: Loader,
  configs: ProjectConfigs,
  env: Env,
): Promise<CheckedProjects> {
  const refusals: Finding[] = [];
  const members = await membersOf(files, loader, refusals);
  const projects: CheckedProject[] = [];
  for (const [transcript, layers] of members) {
    const { document } = transcript;
    if (document === undefined || !isTranscript(document)) {
      const documents = [...layers].flatMap(layer => layer.document ?? []);
      refusals.push(...documents.map(layer => refusal(layer as Document<Layer>, whyUnusable(transcript))));
      continue;
    }
    const config = configs.for(transcript.file);
    for (const layer of await loader.layersBeside(transcript)) layers.add(layer);
    for (const layer of await namedLayers(transcript, config, loader, env)) layers.add(layer);
    projects.push({
      project: {
        transcript: document,
        layers: [...layers].flatMap(layer => layer.document ?? []).filter(isLayer),
      },
      config,
      unreadable: [transcript, ...layers].flatMap(file => file.unreadable),
    });
  }
  return { projects, refusals };
}

/** The given layers by their transcripts, in the order in which those were met. */
async function membersOf(
  files: readonly LoadedFile[],
  loader: Loader,
  refusals: Finding[],
): Promise<Map<LoadedFile, Set<LoadedFile>>> {
  const members = new Map<LoadedFile, Set<LoadedFile>>();
  const layersOf = (transcript: LoadedFile) => {
    const layers = members.get(transcript) ?? new Set();
    members.set(transcript, layers);
    return layers;
  };
  for (const file of files) {
    if (file.document === undefined) continue;
    if (isTranscript(file.document)) layersOf(file);
    else if (isLayer(file.document)) {
      const target = await loader.transcriptOf(file.document);
      if ('refused' in target) refusals.push(refusal(file.document, target.refused));
      else layersOf(target).add(file);
    }
  }
  return members;
}

/** Layers of this transcript among those that the configuration's globs match. */
async function namedLayers(
  transcript: LoadedFile,
  { folder, config }: ProjectConfig,
  loader: Loader,
  env: Env,
): Promise<LoadedFile[]> {
  if (folder === undefined || config.layers.length === 0) return [];
  const found: LoadedFile[] = [];
  const own = env.files.real(transcript.file);
  for (const name of filesMatching(env.files, folder, config.layers)) {
    const layer = await loader.load(shownName(env, path.join(folder, name)));
    if (layer.document === undefined || !isLayer(layer.document)) continue;
    const target = resolveReference(env.files, layer.file, layer.document.value.transcript);
    if ('path' in target && env.files.real(target.path) === own) found.push(layer);
  }
  return found;
}

function whyUnusable(file: LoadedFile): string {
  return file.document === undefined
    ? `${file.file} has errors`
    : `${file.file} is a layer, not a transcript`;
}
