/** Talks one after another: what commands over many files read, of which no more than one talk is held at a time. */
import { pushAll } from '../core/long-lists.ts';
import type { Project } from '../core/model/project.ts';
import type { Env } from '../io/env.ts';
import { projectsOf } from './checked-projects.ts';
import { type FileGroup, groupsOf } from './file-groups.ts';
import { filesToCheck } from './files-to-check.ts';
import type { LoadedFile } from './loaded-file.ts';
import { Loader } from './loader.ts';
import type { Purpose } from './nothing-to-check.ts';
import { ProjectConfigs } from './project-config.ts';
import type { ProjectConfig } from './read-project-config.ts';
import type { Reading } from './reading.ts';

/** A transcript with its layers, or files that lead to none. */
export interface Talk {
  readonly project: Project | undefined;
  readonly config: ProjectConfig | undefined;
  /** Whether the project has everything that the files say. */
  readonly isWhole: boolean;
  /** Files that cannot be understood as a whole, each with the first talk that it may belong to. */
  readonly unusable: readonly LoadedFile[];
  /** Their faults, and those of references to transcripts. */
  readonly findings: LoadedFile['findings'];
}

export interface Talks {
  /** Files of the same talk, which are read together. */
  readonly groups: readonly FileGroup[];
  /** Errors of opening files and folders; those of reading are added as talks are read. */
  readonly troubles: unknown[];
  /** Pipes, sockets and devices in folders, which nobody opens. */
  readonly special: readonly string[];
  /** Reads talks in the order of the files. What one holds is let go before the next. */
  read(): AsyncGenerator<Talk>;
}

export interface TalkReading {
  /** How transcripts in other formats are read. */
  readonly reading: Reading;
  /** Describes the work in progress: "searching 412 of 1,000 files". */
  readonly doing: string;
}

export interface TalksOptions extends TalkReading {
  readonly purpose: Purpose;
}

/**
 * The talks below paths: of a folder every transcript and layer of ours, captions, and what its configuration claims; of a
 * layer its transcript.
 */
export async function talksIn(
  paths: readonly string[],
  env: Env,
  { reading, purpose, doing }: TalksOptions,
): Promise<Talks> {
  const configs = await ProjectConfigs.open(env);
  const { files, troubles, empty, special } = await filesToCheck(env, paths, configs, {
    takesCaptions: true,
    keepsNothing: true,
    purpose,
  });
  const groups = groupsOf(files, env, false);
  const all = [...troubles, ...empty];
  const read = () => readTalks(groups, env, { reading, doing }, all, configs);
  return { groups, troubles: all, special, read };
}

/** Reads the talks of groups one after another. @param troubles errors of opening files are added to it */
export async function* readTalks(
  groups: readonly FileGroup[],
  env: Env,
  { reading, doing }: TalkReading,
  troubles: unknown[],
  known?: ProjectConfigs,
): AsyncGenerator<Talk> {
  const configs = known ?? (await ProjectConfigs.open(env));
  const loader = new Loader(env, { configs, reading, isForgetful: true });
  const done = new Map<string, Set<string>>();
  const told = new Set<string>();
  const progress = env.progress?.(doing, groups.length, 'file');
  try {
    for (const [index, group] of groups.entries()) {
      await progress?.at(index, group.files[0]!.name);
      for await (const talk of talksOf(group, loader, configs, troubles))
        if (isNew(talk, done)) yield untold(talk, told);
      loader.forget();
    }
  } finally {
    await progress?.end();
  }
}

/** A layer that names its transcript in a way that a quick look misses leads to it once more. */
function isNew({ project }: Talk, done: Map<string, Set<string>>): boolean {
  if (project === undefined) return true;
  const { file } = project.transcript;
  const layers = done.get(file);
  if (layers !== undefined && project.layers.every(layer => layers.has(layer.file))) return false;
  done.set(file, new Set(project.layers.map(layer => layer.file)));
  return true;
}

/** A broken layer may belong to every transcript beside it, but is reported once. */
function untold(talk: Talk, told: Set<string>): Talk {
  if (talk.isWhole) return talk;
  const unusable = talk.unusable.filter(({ file }) => !told.has(file));
  const known = new Set(
    talk.unusable.filter(file => !unusable.includes(file)).flatMap(file => file.findings),
  );
  for (const { file } of unusable) told.add(file);
  return { ...talk, unusable, findings: talk.findings.filter(finding => !known.has(finding)) };
}

async function* talksOf(
  { files }: FileGroup,
  loader: Loader,
  configs: ProjectConfigs,
  troubles: unknown[],
): AsyncGenerator<Talk> {
  const loaded = await loader.loadAll(files, troubles);
  const { projects, refusals, troubles: ofLayers } = await projectsOf(loaded, loader, configs);
  pushAll(troubles, ofLayers);
  const used = new Set(projects.flatMap(project => project.files));
  const strays = loaded.filter(file => !used.has(file) && !file.usable);
  if (strays.length > 0 || refusals.length > 0) {
    const findings = [...strays.flatMap(file => file.findings), ...refusals];
    yield { project: undefined, config: undefined, isWhole: false, unusable: strays, findings };
  }
  for (const { project, config, files, lacksLayer } of projects) {
    const unusable = files.filter(({ usable }) => !usable);
    const findings = unusable.flatMap(file => file.findings);
    yield { project, config, isWhole: unusable.length === 0 && !lacksLayer, unusable, findings };
  }
}
