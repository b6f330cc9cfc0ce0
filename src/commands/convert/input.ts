/** The input of `convert`: decoded bytes, in a format that was named or detected. */

import { isLayer, isTranscript, type Project } from '../../core/model/project.ts';
import type { SourceText } from '../../core/model/span.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Format, FormatOption, ReadOptions } from '../../formats/format.ts';
import { loadFormat } from '../../formats/index.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { chooseLayers } from '../../project/choose-layers.ts';
import { type Imported, isOurs, openImport } from '../../project/import-file.ts';
import { loadProject } from '../../project/load-project.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import { namedBytes } from '../../project/named-bytes.ts';
import { withFacts } from '../../project/talk-facts.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';

export interface Input extends Omit<Imported, 'source'> {
  /** Name for messages. */
  readonly file: string;
  /** The project of the conversation, if it was read from files of ours. */
  readonly project?: Project | undefined;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The layers that name the file, if it is in another format: they can be carried over to the output. */
  readonly layersOnIt?: readonly string[];
}

/** Options of the command line that only some formats take. */
const FLAGS: readonly (readonly [option: FormatOption, key: string, flag: string])[] = [
  ['profile', 'profile', '--profile'],
  ['profile', 'toProfile', '--to-profile'],
  ['columns', 'map', '--map'],
  ['speakers', 'speakers', '--speakers'],
  ['carrySpeaker', 'carrySpeaker', '--carry-speaker'],
  ['fold', 'fold', '--no-fold'],
  ['transcript', 'transcript', '--transcript'],
  ['withAnnotations', 'withAnnotations', '--with-annotations'],
];

/** A `--no-` option is present, and true, if nobody gave it. */
function isGiven(key: string, options: Options): boolean {
  return key === 'fold' ? options[key] === false : options[key] !== undefined;
}

/** @throws UsageError if an option does not fit; InputError if a file cannot be opened. */
export async function readInput(
  name: string,
  layers: readonly string[],
  options: Options,
  env: Env,
): Promise<Input> {
  const loader = new Loader(env, { reading: await readingFrom(options) });
  const reading = name === STDIN ? await readingFrom(options) : await loader.readingOf(name);
  const { file, bytes } = await namedBytes(name, env);
  const isProject = name !== STDIN && options['transcript'] === undefined;
  const ours = isProject && reading.from === undefined ? await ourFormat(bytes, name) : undefined;
  if (ours !== undefined) return readProject({ name, bytes }, layers, ours, options, env);
  const { imported, read } = await openImport(bytes, file, reading);
  const { format } = imported;
  if (format !== undefined && isOurs(format) && isProject)
    return readProject({ name, bytes }, layers, format, options, env);
  if (layers.length > 0 && format !== undefined)
    throw new UsageError(`layers go with an onrecord transcript; ${file} is ${format.title}`);
  const { source, ...result } = await read({
    ...reading,
    carrySpeaker: options['carrySpeaker'] as boolean | undefined,
    fold: options['fold'] as boolean | undefined,
    transcript: () => transcriptFrom(options, env),
  });
  const layersOnIt = name === STDIN || isLayerFormat(format) ? [] : await loader.layersOf({ file });
  return {
    file,
    ...withTalkOf(layersOnIt, result),
    sources: new Map(source === undefined ? [] : [[file, source]]),
    layersOnIt: layersOnIt.map(layer => layer.file),
  };
}

/** A format of annotations alone is no transcript that layers could name. */
function isLayerFormat(format: Format | undefined): boolean {
  return format === undefined || format.takes?.includes('transcript') === true;
}

/** Takes along the facts about the talk from layers on a file in another format: our YAML has a place for them. */
function withTalkOf(
  layers: readonly LoadedFile[],
  imported: Omit<Imported, 'source'>,
): Omit<Imported, 'source'> {
  const { value } = imported;
  const said = layers.flatMap(({ document }) =>
    document !== undefined && isLayer(document) ? [document.value] : [],
  );
  if (value === undefined || said.length === 0) return imported;
  return { ...imported, value: { ...value, transcript: withFacts(value.transcript, said) } };
}

/** Every option that was given must be of use to the format read or written. */
export function checkOptions(options: Options, reads: Format, writes: Format | undefined): void {
  for (const [option, key, flag] of FLAGS) {
    if (!isGiven(key, options) || reads.takes?.includes(option) || writes?.takes?.includes(option)) continue;
    const pair = writes === undefined ? reads.id : `${reads.id} to ${writes.id}`;
    throw new UsageError(`${flag} does not apply to ${pair}`);
  }
}

/** The format of a file of ours, by its name and first lines: it need not be decoded twice. */
async function ourFormat(bytes: Uint8Array, file: string): Promise<Format | undefined> {
  const id = /\.ya?ml$/i.test(file) ? 'onrecord-yaml' : /\.json$/i.test(file) ? 'onrecord-json' : undefined;
  const format = id === undefined ? undefined : await loadFormat(id);
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return format !== undefined && format.detect(beginning, file) === 1 ? format : undefined;
}

/** In bytes. */
const BEGINNING = 1000;

/** A transcript of ours comes with the layers beside it, as for `show`. */
async function readProject(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  layers: readonly string[],
  format: Format,
  options: Options,
  env: Env,
): Promise<Input> {
  const loader = new Loader(env);
  await loader.load(name, bytes);
  const loaded = await loadProject(loader, name, layers);
  const sources = new Map(
    loaded.files.flatMap(({ file, source }) => (source === undefined ? [] : [[file, source]])),
  );
  const { findings } = loaded;
  if (loaded.project === undefined) return { file: name, format, findings, sources };
  const project = chooseLayers(loaded.project, options['layers'] as string[] | undefined);
  const value = { transcript: project.transcript.value, layers: project.layers.map(layer => layer.value) };
  return { file: project.transcript.file, format, value, project, findings, sources };
}

async function transcriptFrom(options: Options, env: Env): Promise<ReadOptions['transcript']> {
  const name = options['transcript'] as string | undefined;
  if (name === undefined) return undefined;
  const { document, usable } = await new Loader(env).load(name);
  if (document === undefined || !isTranscript(document) || !usable)
    throw new UsageError(
      `--transcript ${name} is not a transcript that can be read`,
      `onrecord check ${shellWord(name)} says why`,
    );
  return { file: name, value: document.value };
}
