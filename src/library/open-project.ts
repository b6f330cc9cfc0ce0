/**
 * The library: the command line's answers as plain values. Each method is a command with its own defaults (words of the
 * language, presets, dates), so that a program and a person never get different answers.
 */
import path from 'node:path';
import type { Env, OutputStream } from '../io/env.ts';
import { MemoryFiles } from '../io/memory-files.ts';
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { nodeFiles } from '../io/node-files.ts';
import type {
  CheckResult,
  ConvertResult,
  DiffResult,
  MergeResult,
  More,
  ReanchorResult,
  ViewResult,
} from './results.ts';
import { messageOf, runCommand } from './run-command.ts';

/** Files by name, relative to the project: `talk.yaml`, `notes.layer.yaml`, `.onrecord.yaml`. */
export type Files = ReadonlyMap<string, string | Uint8Array> | Readonly<Record<string, string | Uint8Array>>;

export interface ProjectOptions {
  /** Name of the transcript, where the project holds several. */
  readonly transcript?: string;
}

export interface ViewOptions {
  /** Count only what had happened by this date (EDTF). */
  readonly asOf?: string;
  /** Acts whose date no source states: counted at any date, unless they are skipped. */
  readonly undated?: 'count' | 'skip';
  /** The query of `--where`: `tag:disputed speaker:okafor`. */
  readonly where?: string;
}

export interface CheckOptions {
  /** Only these rules. */
  readonly rules?: readonly string[];
}

export interface ConvertOptions {
  /** Format of the input; found by its content otherwise. */
  readonly from?: string;
  readonly to: string;
  /** Name of the input, for formats that are told by it and in messages. */
  readonly file?: string;
}

/** An error for which the command line exits with 2: an unreadable or invalid file, or wrong usage. */
export class OnrecordError extends Error {
  override readonly name = 'OnrecordError';
}

/** A transcript with its layers, in a folder or in memory. The library reads; it never writes a file. */
export interface OnrecordProject {
  /** @throws OnrecordError if a file cannot be opened, or if there is nothing to check. */
  check(options?: CheckOptions): Promise<CheckResult>;
  /** @throws OnrecordError if a file cannot be understood, a date or a query is wrong. */
  view(options?: ViewOptions): Promise<ViewResult>;
  /** Returns the changes in meaning from this project to `newer`. */
  diff(newer: OnrecordProject): Promise<DiffResult>;
  /** Carries the layers of this project to the transcript of `newer`. */
  reanchor(newer: OnrecordProject): Promise<ReanchorResult>;
}

/**
 * Opens a folder, or files in memory.
 *
 * @throws OnrecordError if there is no transcript, or if there are several and none is named.
 */
export async function openProject(
  source: string | { readonly files: Files },
  options: ProjectOptions = {},
): Promise<OnrecordProject> {
  const where = typeof source === 'string' ? onDisk(source) : inMemory(source.files);
  return new Project(where, options.transcript ?? transcriptIn(where));
}

/** Merges two versions of a file by ids and fields. Pass an empty `base` if there is no common version. */
export async function merge(versions: {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}): Promise<MergeResult> {
  const where = inMemory(versions);
  const outcome = await command(
    where,
    ['merge', 'base', 'ours', 'theirs', '-o', 'merged', '--format', 'json'],
    [0, 1],
  );
  const { conflicts } = JSON.parse(outcome.stdout) as { conflicts: readonly More[] };
  return { text: textOf(outcome.written.get(path.join(where.root, 'merged'))!), conflicts };
}

/** Converts a file from one format to another. */
export async function convert(content: string | Uint8Array, options: ConvertOptions): Promise<ConvertResult> {
  const name = options.file ?? 'input';
  const from = options.from === undefined ? [] : ['--from', options.from];
  const args = ['convert', name, '--to', options.to, ...from, '--loss-report', 'json'];
  const { stdout, stderr } = await command(inMemory({ [name]: content }), args, [0]);
  const report = stderr.split('\n').find(line => line.startsWith('{')) ?? '{"losses": []}';
  return { text: stdout, losses: (JSON.parse(report) as ConvertResult).losses };
}

/** Where files are: a folder of the disk, or a folder that is only in memory. */
interface Where {
  readonly root: string;
  /** Those in memory, by absolute path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Name of the earlier transcript while layers are carried. */
const EARLIER = '.earlier-version.yaml';

let projects = 0;

function onDisk(folder: string): Where {
  return { root: path.resolve(folder), files: new Map() };
}

/** Each project gets its own folder, so that two can be compared. */
function inMemory(files: Files): Where {
  const root = path.resolve('/', `onrecord-project-${++projects}`);
  const entries =
    files instanceof Map ? [...files] : Object.entries(files as Record<string, string | Uint8Array>);
  return {
    root,
    files: new Map(
      entries.map(([name, content]) => [
        path.resolve(root, name),
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  };
}

class Project implements OnrecordProject {
  readonly where: Where;
  readonly transcript: string;

  constructor(where: Where, transcript: string) {
    this.where = where;
    this.transcript = path.resolve(where.root, transcript);
  }

  async check({ rules }: CheckOptions = {}): Promise<CheckResult> {
    const only = (rules ?? []).flatMap(rule => ['--rule', rule]);
    const { stdout } = await command(this.where, ['check', '.', '--format', 'json', ...only], [0, 1]);
    return JSON.parse(stdout) as CheckResult;
  }

  async view({ asOf, undated, where }: ViewOptions = {}): Promise<ViewResult> {
    const args = ['show', this.#name(this.transcript), '--format', 'json'];
    if (asOf !== undefined) args.push('--as-of', asOf);
    if (undated !== undefined) args.push('--undated', undated);
    if (where !== undefined) args.push('--where', where);
    const { stdout } = await command(this.where, args, [0]);
    return JSON.parse(stdout) as ViewResult;
  }

  async diff(newer: OnrecordProject): Promise<DiffResult> {
    const other = ours(newer);
    const args = ['diff', this.#name(this.transcript), this.#name(other.transcript), '--format', 'json'];
    const { stdout } = await command(this.where, args, [0, 1], other.where.files);
    return JSON.parse(stdout) as DiffResult;
  }

  async reanchor(newer: OnrecordProject): Promise<ReanchorResult> {
    const { where, transcript } = ours(newer);
    const { layers } = (await this.view()) as ViewResult & { readonly layers: readonly string[] };
    // The layers move in with the newer transcript; the older one stands beside it under a name that nobody uses.
    const own = filesOf(this.where);
    const moved = new Map(layers.map(name => [path.resolve(where.root, name), own.read(name)]));
    moved.set(path.resolve(where.root, EARLIER), own.read(this.transcript));
    const { stdout, written } = await command(
      where,
      ['reanchor', EARLIER, path.relative(where.root, transcript), ...layers, '--format', 'json'],
      [0, 1],
      moved,
    );
    const files = new Map(
      Array.from(written, ([file, bytes]) => [path.relative(where.root, file), textOf(bytes)]),
    );
    return { ...(JSON.parse(stdout) as ReanchorResult), files };
  }

  /** As the command line would name it in this project. */
  #name(file: string): string {
    return path.relative(this.where.root, file);
  }
}

function ours(project: OnrecordProject): Project {
  if (project instanceof Project) return project;
  throw new TypeError('expected a project that openProject returned');
}

const TRANSCRIPT = /(?:^|[{,])\s*["']?utterances["']?\s*:/m;

/** @throws OnrecordError unless exactly one file has utterances. */
function transcriptIn(where: Where): string {
  const all = filesOf(where);
  const names = (all.kind('.') === 'folder' ? all.list('.') : []).filter(
    name => /\.(?:ya?ml|json)$/.test(name) && TRANSCRIPT.test(textOf(all.read(name))),
  );
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  const reason =
    names.length === 0 ? 'there is no transcript' : `there are several transcripts: ${names.join(', ')}`;
  throw new OnrecordError(`${reason}; name one: openProject(..., { transcript: NAME })`);
}

/** Files of the disk are always within reach: one of two projects may be there. What is written stays in memory. */
function filesOf({ root, files }: Where, others: ReadonlyMap<string, Uint8Array> = new Map()): MemoryFiles {
  return new MemoryFiles(root, new Map([...files, ...others]), nodeFiles(root));
}

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** @throws OnrecordError if the command ends with another status than those expected. */
async function command(
  where: Where,
  args: readonly string[],
  expected: readonly number[],
  others: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): OutputStream => ({
    isTTY: false,
    columns: undefined,
    write: async chunk => {
      text[name] += chunk;
    },
  });
  const files = filesOf(where, others);
  const env: Env = {
    ...nodeEnv(findProgramFolder(import.meta.dirname), where.root),
    vars: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: false, read: async () => new Uint8Array() },
    files,
  };
  const status = await runCommand(args, env).catch((error: unknown) => {
    const message = messageOf(error);
    throw message === undefined ? error : new OnrecordError(message, { cause: error });
  });
  if (!expected.includes(status)) throw new OnrecordError(text.stderr.trim());
  return { ...text, written: files.written() };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
