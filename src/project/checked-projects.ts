/** Groups transcripts and layers into projects. */
import { getOrMake } from '../core/maps.ts';
import type { Finding, RefusedNode } from '../core/model/finding.ts';
import type { Layer } from '../core/model/model.ts';
import type { Document, Project } from '../core/model/project.ts';
import { isLayer, isTranscript } from '../core/model/project.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import { brokenTranscript, missingTranscript } from './missing-transcript.ts';
import type { ProjectConfigs } from './project-config.ts';
import type { ProjectConfig } from './read-project-config.ts';
import { withTalkFacts } from './talk-facts.ts';

export interface CheckedProject {
  readonly project: Project;
  readonly config: ProjectConfig;
  /** The transcript, then its layers; also layers that are broken and may belong to it. */
  readonly files: readonly LoadedFile[];
  /** Nodes left out in reading. */
  readonly unreadable: readonly RefusedNode[];
  /** Whether a layer that may be one of its own cannot be opened. */
  readonly lacksLayer: boolean;
}

export interface CheckedProjects {
  readonly projects: readonly CheckedProject[];
  /** Layers whose transcript cannot be used. */
  readonly strays: readonly Document<Layer>[];
  /** One for each layer whose transcript cannot be used. */
  readonly refusals: readonly Finding[];
  /** The transcripts of all projects, those that cannot be used among them. */
  readonly transcripts: readonly LoadedFile[];
  /** Errors of opening layers, each once. */
  readonly troubles: readonly unknown[];
}

/** Each transcript once, with the given layers that name it, those beside it, and those that the configuration names. */
export async function projectsOf(
  files: readonly LoadedFile[],
  loader: Loader,
  configs: ProjectConfigs,
): Promise<CheckedProjects> {
  const refusals: Finding[] = [];
  const strays: Document<Layer>[] = [];
  const refuse = (layer: Document<Layer>, finding: Finding) => {
    strays.push(layer);
    refusals.push(finding);
  };
  const members = await membersOf(files, loader, refuse);
  const projects: CheckedProject[] = [];
  const troubles = new Set<unknown>();
  for (const [transcript, layers] of members) {
    const { document } = transcript;
    if (document === undefined || !isTranscript(document)) {
      for (const { document: layer } of layers)
        if (layer !== undefined && isLayer(layer)) refuse(layer, unusable(layer, transcript));
      continue;
    }
    const config = await configs.for(transcript.file);
    const found = await loader.openLayersOf(transcript);
    for (const layer of found.layers) layers.add(layer);
    for (const trouble of found.troubles) troubles.add(trouble);
    projects.push({
      project: withTalkFacts({
        transcript: document,
        layers: [...layers].flatMap(layer => layer.document ?? []).filter(isLayer),
        tags: config.config.tags,
      }),
      config,
      files: [transcript, ...layers],
      unreadable: [transcript, ...layers].flatMap(file => file.unreadable),
      lacksLayer: found.troubles.length > 0,
    });
  }
  return { projects, strays, refusals, transcripts: [...members.keys()], troubles: [...troubles] };
}

/** The given layers by their transcripts, in the order in which those were met. */
async function membersOf(
  files: readonly LoadedFile[],
  loader: Loader,
  refuse: (layer: Document<Layer>, finding: Finding) => void,
): Promise<Map<LoadedFile, Set<LoadedFile>>> {
  const members = new Map<LoadedFile, Set<LoadedFile>>();
  const layersOf = (transcript: LoadedFile) => getOrMake(members, transcript, () => new Set());
  for (const file of files) {
    if (file.document === undefined) continue;
    if (isTranscript(file.document)) layersOf(file);
    else if (isLayer(file.document)) {
      const target = await loader.transcriptOf(file.document);
      if ('refused' in target) refuse(file.document, missingTranscript(file.document, target));
      else layersOf(target).add(file);
    }
  }
  return members;
}

function unusable(layer: Document<Layer>, transcript: LoadedFile): Finding {
  return transcript.document === undefined
    ? brokenTranscript(layer, transcript.file)
    : missingTranscript(layer, { refused: `${transcript.file} is a layer, not a transcript` });
}
