/** Which file an operation changes: a new annotation goes into the layer named, or the only one there is; a change to where its entry stands. */
import path from 'node:path';
import { compareText, type Finding } from '../../core/model/finding.ts';
import { LAYER_FILE } from '../../core/model/layer-file.ts';
import { type Document, EntryIndex, isLayer, type Project } from '../../core/model/project.ts';
import { STDIN_SHOWN } from '../../core/model/standard-input.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import { foldName } from '../../core/text/fold-name.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { shortLayerName } from '../../project/choose-layers.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { missingTranscript } from '../../project/missing-transcript.ts';
import { type OpenYaml, openYaml } from '../../project/open-yaml.ts';
import { actorFrom } from '../acting.ts';
import type { Options } from '../printing.ts';
import { requireOurs } from '../writable-file.ts';

export interface ChosenFile extends OpenYaml {
  readonly name: string;
  /** undefined where the file is new. */
  readonly bytes: Uint8Array | undefined;
  /** The header of a new file. */
  readonly header: readonly Change[];
  /** Name of the file's creator: an annotation by the same one does not repeat it. */
  readonly creator: string | undefined;
}

export interface RefusedFile {
  readonly refused: readonly Finding[];
  readonly file: LoadedFile;
}

/** Returns the file with an entry, if it was loaded with the project; a layer that is named takes precedence. */
export async function fileWith(
  id: string,
  project: Project,
  loader: Loader,
  options: Options,
): Promise<ChosenFile | undefined> {
  if (options['layer'] !== undefined) return undefined;
  const index = new EntryIndex(project);
  const entry = index.of('annotation', id) ?? index.of('claim', id);
  if (entry === undefined) return undefined;
  const { file } = entry.document;
  if (file === STDIN_SHOWN)
    throw new UsageError(`${id} is in standard input, which cannot be changed`, 'name the file');
  const loaded = requireOurs(await loader.load(file));
  return loaded.document === undefined ? undefined : opened(loaded, loaded.document);
}

export async function chooseLayer(
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<ChosenFile | RefusedFile> {
  const named = options['layer'] as string | undefined;
  const name = named === undefined ? onlyLayer(project) : layerNamed(named, project);
  if (env.files.kind(name) === 'missing') return begin(name, project, options, env);
  const loaded = await loader.load(name);
  if (!loaded.usable || loaded.document === undefined) return { refused: loaded.findings, file: loaded };
  if (!isLayer(loaded.document))
    throw new UsageError(`${name} is not a layer`, 'name a file with `transcript:` in it');
  const target = await loader.transcriptOf(loaded.document);
  if ('refused' in target) return { refused: [missingTranscript(loaded.document, target)], file: loaded };
  if (target.document?.file !== project.transcript.file) {
    throw new UsageError(`${name} is a layer of ${target.file}, not of ${project.transcript.file}`);
  }
  return opened(loaded, loaded.document);
}

/** A file; or a layer of the project by its short name or by the name of its creator. */
function layerNamed(name: string, project: Project): string {
  if (project.layers.some(({ file }) => file === name)) return name;
  const meant = project.layers.filter(
    ({ file, value }) =>
      shortLayerName(file) === name ||
      (value.creator !== undefined && foldName(value.creator.name) === foldName(name)),
  );
  return meant.length === 1 ? meant[0]!.file : name;
}

/** Returns the only layer; the name of the first one if there is none yet. */
function onlyLayer(project: Project): string {
  const [only, ...others] = project.layers.map(layer => layer.file).sort(compareText);
  if (only === undefined) return firstLayerOf(project.transcript.file);
  if (others.length > 0) {
    throw new UsageError(
      'there are several layers beside the transcript',
      `say which: --layer ${[only, ...others].join(' or --layer ')}`,
    );
  }
  return only;
}

function firstLayerOf(transcript: string): string {
  if (transcript === STDIN_SHOWN)
    throw new UsageError('standard input has no layer beside it', 'name one: --layer FILE.layer.yaml');
  return `${transcript.slice(0, transcript.length - path.extname(transcript).length)}.notes.layer.yaml`;
}

function opened(loaded: LoadedFile, document: Document): ChosenFile {
  return {
    name: loaded.file,
    bytes: loaded.bytes,
    ...openYaml(loaded),
    header: [],
    creator: document.value.creator?.name,
  };
}

function begin(name: string, project: Project, options: Options, env: Env): ChosenFile {
  if (!LAYER_FILE.test(name)) {
    throw new UsageError(
      `${name} is not a name for a layer`,
      'its name ends in .layer.yaml, so that it is found beside its transcript',
    );
  }
  const from = path.dirname(env.files.absolute(name));
  const reference = path
    .relative(from, env.files.absolute(project.transcript.file))
    .split(path.sep)
    .join('/');
  const creator = actorFrom(options, env);
  const header: Change[] = [
    { kind: 'set', path: ['transcript'], value: reference },
    ...(creator === undefined ? [] : [{ kind: 'set', path: ['creator'], value: creator } as const]),
  ];
  return {
    name,
    bytes: undefined,
    ...openYaml({ file: name, bytes: new TextEncoder().encode(`onrecord: ${FORMAT_VERSION}\n`) }),
    header,
    creator,
  };
}
