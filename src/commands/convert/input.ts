/** The input of `convert`: decoded bytes, in a format that was named or detected. */
import type { Finding } from '../../core/model/finding.ts';
import { isTranscript } from '../../core/model/project.ts';
import { SourceText } from '../../core/model/span.ts';
import { binaryFormat } from '../../formats/foreign/binary-signatures.ts';
import type { ForeignFormat } from '../../formats/foreign/foreign-format.ts';
import type {
  Conversation,
  Format,
  FormatOption,
  Loss,
  ReadOptions,
  ReadResult,
} from '../../formats/format.ts';
import {
  FORMAT_IDS,
  formatOfName,
  isFormatId,
  loadFormat,
  type Recognised,
  recogniseFormat,
} from '../../formats/index.ts';
import { decodeImport, isEncoding } from '../../formats/shared/decode-import.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { chooseLayers } from '../../project/choose-layers.ts';
import { loadProject } from '../../project/load-project.ts';
import { STDIN } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import type { Options } from '../printing.ts';

export interface Input {
  /** Name for messages. */
  readonly file: string;
  /** Absent if the bytes are not text, or no format claims them. */
  readonly format?: Format;
  readonly value?: Conversation;
  readonly detail?: string;
  readonly findings: readonly Finding[];
  /** Content of the file that the conversation lacks. */
  readonly losses?: readonly Loss[];
  readonly sources: ReadonlyMap<string, SourceText>;
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

/** A `--no-` option is there, and true, where nobody gave it. */
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
  const encoding = options['encoding'] as string | undefined;
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(
      `--encoding ${encoding} is not known`,
      'for example: windows-1252, utf-16le, gb18030, koi8-r',
    );
  }
  const file = name === STDIN ? '<stdin>' : name;
  const bytes = await bytesOf(name, env);
  const binary = options['from'] === undefined ? binaryFormat(bytes) : undefined;
  if (binary !== undefined) return { file, findings: [notRead(file, binary)], sources: new Map() };
  const decoded = decodeImport(bytes, file, encoding);
  if ('finding' in decoded) return { file, findings: [decoded.finding], sources: new Map() };
  const sources = new Map([[file, new SourceText(decoded.text)]]);
  const { format, foreign } = await recognised(decoded.text, file, options);
  if (format?.read === undefined) return { file, findings: [notRead(file, foreign)], sources };
  if (isOurs(format) && name !== STDIN && options['transcript'] === undefined) {
    return readProject(name, layers, format, options, env);
  }
  if (layers.length > 0)
    throw new UsageError(`layers go with an onrecord transcript; ${file} is ${format.title}`);
  const readOptions = await readOptionsFrom(file, options, env);
  const read = withoutSilence(format.read(decoded.text, readOptions), format, file);
  const { warning } = decoded;
  return {
    file,
    format,
    sources,
    ...read,
    findings: [...(warning === undefined ? [] : [warning]), ...read.findings],
  };
}

/** Every option that was given must be of use to the format read or written. */
export function checkOptions(options: Options, reads: Format, writes: Format | undefined): void {
  for (const [option, key, flag] of FLAGS) {
    if (!isGiven(key, options) || reads.takes?.includes(option) || writes?.takes?.includes(option)) continue;
    const pair = writes === undefined ? reads.id : `${reads.id} to ${writes.id}`;
    throw new UsageError(`${flag} does not apply to ${pair}`);
  }
}

async function bytesOf(name: string, env: Env): Promise<Uint8Array> {
  if (name !== STDIN) return env.files.read(name);
  if (env.stdin.isTTY) await env.stderr.write('onrecord: reading standard input; end it with Ctrl-D\n');
  return env.stdin.read();
}

async function recognised(text: string, file: string, options: Options): Promise<Recognised> {
  const from = options['from'] as string | undefined;
  if (from === undefined) {
    const found = await recogniseFormat(text, file);
    const isTable =
      options['map'] !== undefined && (found.format === undefined || found.format.id === 'text');
    return isTable ? { format: await loadFormat(isTabbed(text) ? 'tsv' : 'csv') } : found;
  }
  const format = isFormatId(from) ? await loadFormat(from) : await formatOfName(`.${from}`);
  if (format?.read === undefined) {
    throw new UsageError(`cannot read ${from}`, `formats: ${FORMAT_IDS.join(', ')}; see convert --list`);
  }
  return { format };
}

/** A file in which nothing is said is no transcript; formats of annotations alone say their words elsewhere. */
function withoutSilence(read: ReadResult, format: Format, file: string): ReadResult {
  const isTranscript = !isOurs(format) && format.takes?.includes('transcript') !== true;
  if (!isTranscript || read.value === undefined || read.value.transcript.utterances.length > 0) return read;
  const { value: _none, ...rest } = read;
  const empty: Finding = {
    rule: 'bad-structure',
    severity: 'error',
    file,
    message: `no words were found in the file, which was read as ${format.title}`,
    help: 'if it is in another format, name it with --from; onrecord convert --list shows them',
  };
  return { ...rest, findings: [...read.findings, empty] };
}

/** Columns are named for tables alone; the first line says which kind. */
function isTabbed(text: string): boolean {
  return /^[^\r\n]*\t/.test(text);
}

function isOurs(format: Format): boolean {
  return format.id === 'onrecord-yaml' || format.id === 'onrecord-json';
}

/** A transcript of ours comes with the layers beside it, as for `show`. */
async function readProject(
  name: string,
  layers: readonly string[],
  format: Format,
  options: Options,
  env: Env,
): Promise<Input> {
  const loaded = await loadProject(new Loader(env), name, layers.length > 0 ? layers : undefined);
  const sources = new Map(
    loaded.files.flatMap(({ file, source }) => (source === undefined ? [] : [[file, source]])),
  );
  const { findings } = loaded;
  if (loaded.project === undefined) return { file: name, format, findings, sources };
  const project = chooseLayers(loaded.project, options['layers'] as string[] | undefined);
  const value = { transcript: project.transcript.value, layers: project.layers.map(layer => layer.value) };
  return { file: project.transcript.file, format, value, findings, sources };
}

async function readOptionsFrom(file: string, options: Options, env: Env): Promise<ReadOptions> {
  const name = options['transcript'] as string | undefined;
  const transcript = name === undefined ? undefined : await new Loader(env).load(name);
  const document = transcript?.document;
  if (
    name !== undefined &&
    (document === undefined || !isTranscript(document) || transcript?.usable !== true)
  ) {
    throw new UsageError(
      `--transcript: cannot read "${name}" as a transcript`,
      `onrecord check ${name} says why`,
    );
  }
  return {
    file,
    profile: options['profile'] as string | undefined,
    columns: options['map'] as ReadOptions['columns'],
    speakers: options['speakers'] as string[] | undefined,
    carrySpeaker: options['carrySpeaker'] as boolean | undefined,
    fold: options['fold'] as boolean | undefined,
    transcript:
      document !== undefined && isTranscript(document) ? { file: name!, value: document.value } : undefined,
  };
}

/** Refuses by name where the format is known. */
function notRead(file: string, foreign: ForeignFormat | undefined): Finding {
  const common = { rule: 'unknown-format', severity: 'error', file } as const;
  return foreign === undefined
    ? {
        ...common,
        message: 'the format of the file is not known',
        help: 'name the format with --from; onrecord convert --list shows them',
      }
    : { ...common, message: `onrecord does not read ${foreign.name}`, help: wayIn(foreign, file) };
}

/** With the file's own name in the command, where a shell takes it as it is. */
function wayIn({ wayIn: way }: ForeignFormat, file: string): string {
  return /^[\w./-]+$/.test(file) ? way.replaceAll('FILE', file) : way;
}
