/**
 * The library: the command line's answers as plain values. Each method runs a command with its own defaults (words of the
 * language, presets, dates), so that a program and a person never get different answers.
 */
import path from 'node:path';
import { UsageError } from '../io/errors.ts';
import { Loader } from '../project/loader.ts';
import { transcriptIn } from '../project/transcript-in-folder.ts';
import { CONTENT, expect, expectOptions, NAME, NAMES, required, TEXT } from './arguments.ts';
import { OnrecordError } from './onrecord-error.ts';
import type { CheckOptions, ConvertOptions, Files, ProjectOptions, ViewOptions } from './options.ts';
import type {
  CheckResult,
  ConvertResult,
  DiffResult,
  MergeResult,
  More,
  ReanchorResult,
  ViewResult,
} from './results.ts';
import { command, envOf } from './run-command.ts';
import { at, filesOf, nameIn, onDisk, type Where } from './where.ts';

/**
 * A transcript with its layers, in a folder or in memory. The library reads; it never writes a file, and prints nothing.
 * Calls may run at the same time. Every call reads the files anew.
 */
export interface OnrecordProject {
  /**
   * Checks every transcript and layer of the folder. Faults in the files are findings.
   *
   * @throws OnrecordError if a file cannot be opened, there is nothing to check, or a rule is not known.
   */
  check(options?: CheckOptions): Promise<CheckResult>;
  /**
   * Returns the transcript with its annotations.
   *
   * @throws OnrecordError if a file cannot be understood, or a date or query is wrong.
   */
  view(options?: ViewOptions): Promise<ViewResult>;
  /**
   * Returns the changes in meaning from this project to `newer`.
   *
   * @throws OnrecordError if a file cannot be understood.
   */
  diff(newer: OnrecordProject): Promise<DiffResult>;
  /**
   * Carries the layers of this project, and the annotations inside the newer transcript, over to the transcript of `newer`.
   *
   * @throws OnrecordError if there is nothing to carry, or a file cannot be understood.
   */
  reanchor(newer: OnrecordProject): Promise<ReanchorResult>;
}

/**
 * Opens a folder, or files in memory. The transcript is the one that is named, or the only file, or else the one that
 * `onrecord show FOLDER` finds.
 *
 * @throws OnrecordError if there is no transcript, or if there are several and none is named.
 * @throws TypeError, as every call does, if a value is not of its type or an option is not known.
 */
export async function openProject(
  source: string | { readonly files: Files },
  options: ProjectOptions = {},
): Promise<OnrecordProject> {
  expectOptions('openProject', options, { transcript: NAME });
  const where = typeof source === 'string' ? folderOf(source) : filesIn(source);
  return new Project(where, options.transcript ?? (await onlyTranscript(where, source)));
}

/**
 * Merges two versions of a transcript or layer by ids and fields. Pass an empty `base` if there is no common version.
 *
 * @throws OnrecordError if a version cannot be understood.
 */
export async function merge(versions: {
  readonly base: string | Uint8Array;
  readonly ours: string | Uint8Array;
  readonly theirs: string | Uint8Array;
}): Promise<MergeResult> {
  const content = required(CONTENT);
  expectOptions('merge', versions, { base: content, ours: content, theirs: content });
  const where = at('project', versions);
  const args = ['merge', 'base', 'ours', 'theirs', '-o', 'merged', '--format', 'json'];
  const outcome = await command(where, args, [0, 1]);
  const { conflicts } = JSON.parse(outcome.stdout) as { conflicts: readonly More[] };
  return { text: outcome.written['merged']!, conflicts };
}

/**
 * Converts a file from one format to another.
 *
 * @throws OnrecordError if a format is not known, or the content is not of its format.
 */
export async function convert(content: string | Uint8Array, options: ConvertOptions): Promise<ConvertResult> {
  expect('convert: content', content, CONTENT);
  expectOptions('convert', options, { from: NAME, to: required(NAME), file: NAME });
  const name = options.file ?? 'input';
  const from = options.from === undefined ? [] : ['--from', options.from];
  const args = ['convert', '--to', options.to, ...from, '--loss-report', 'json', '--', argument(name)];
  const { stdout, stderr } = await command(at('project', { [name]: content }), args, [0]);
  const report = stderr.split('\n').find(line => line.startsWith('{')) ?? '{"losses": []}';
  return { text: stdout, losses: (JSON.parse(report) as ConvertResult).losses };
}

class Project implements OnrecordProject {
  readonly where: Where;
  readonly transcript: string;

  constructor(where: Where, transcript: string) {
    this.where = where;
    this.transcript = path.resolve(where.root, transcript);
  }

  async check(options: CheckOptions = {}): Promise<CheckResult> {
    expectOptions('check', options, { rules: NAMES });
    const only = (options.rules ?? []).flatMap(rule => ['--rule', rule]);
    const { stdout } = await command(this.where, ['check', '.', '--format', 'json', ...only], [0, 1]);
    return JSON.parse(stdout) as CheckResult;
  }

  async view(options: ViewOptions = {}): Promise<ViewResult> {
    expectOptions('view', options, { asOf: TEXT, undated: UNDATED, where: TEXT });
    const { asOf, undated, where } = options;
    const args = ['show', '--format', 'json'];
    if (asOf !== undefined) args.push('--as-of', asOf);
    if (undated !== undefined) args.push('--undated', undated);
    if (where !== undefined) args.push('--where', where);
    const { stdout } = await command(this.where, [...args, '--', argument(this.name)], [0]);
    return JSON.parse(stdout) as ViewResult;
  }

  async diff(newer: OnrecordProject): Promise<DiffResult> {
    const other = ours(newer, 'diff');
    const there = other.where === this.where ? other.where : other.where.beside();
    const file = nameIn(this.where, path.resolve(there.root, other.name));
    const args = ['diff', '--format', 'json', '--', argument(this.name), argument(file)];
    const result = JSON.parse((await command(this.where, args, [0, 1], there)).stdout) as DiffResult;
    // Files in memory keep their own names, wherever they lie for the comparison.
    const named = (name: string) =>
      there.isOnDisk ? name : nameIn(there, path.resolve(this.where.root, name));
    const { transcript, layers } = result.new;
    return { ...result, new: { ...result.new, transcript: named(transcript), layers: layers.map(named) } };
  }

  async reanchor(newer: OnrecordProject): Promise<ReanchorResult> {
    const { where, transcript } = ours(newer, 'reanchor');
    const { layers } = await this.view();
    // The layers move in with the newer transcript; so does the older one, to which they refer, under its own name.
    const own = filesOf(this.where);
    const moved = new Map(layers.map(name => [path.resolve(where.root, name), own.read(name)]));
    const beside = path.resolve(where.root, this.name);
    const earlier =
      beside === transcript ? path.resolve(beside, '..', `.earlier-version${path.extname(beside)}`) : beside;
    moved.set(earlier, own.read(this.transcript));
    // The newer transcript is named as a layer too, for the annotations inside it.
    const names = [earlier, transcript, ...layers.map(name => path.resolve(where.root, name)), transcript];
    const args = ['reanchor', '--format', 'json', '--', ...names.map(name => argument(nameIn(where, name)))];
    const { stdout, written } = await command(where, args, [0, 1], { root: where.root, files: moved });
    if (stdout === '') throw new OnrecordError('there is no layer to carry');
    const result = JSON.parse(stdout) as ReanchorResult;
    const unwritten = result.layers.map(layer => ({ ...layer, written: false }));
    return { ...result, old: this.name, layers: unwritten, files: written };
  }

  /** As the command line names the transcript in this project. */
  get name(): string {
    return nameIn(this.where, this.transcript);
  }
}

const UNDATED = {
  as: '"count" or "skip"',
  holds: (value: unknown) => value === 'count' || value === 'skip',
};

function ours(project: unknown, call: string): Project {
  if (project instanceof Project) return project;
  throw new TypeError(`${call}: expected a project that openProject returned`);
}

/** A name among the arguments of a command, where `-` alone is standard input. */
function argument(name: string): string {
  return name === '-' ? './-' : name;
}

/** @throws OnrecordError if it is no folder. */
function folderOf(folder: string): Where {
  const where = onDisk(folder);
  const kind = folder === '' ? 'missing' : filesOf(where).kind('.');
  if (kind === 'folder') return where;
  throw new OnrecordError(
    kind === 'missing'
      ? `there is no transcript: no such folder: ${JSON.stringify(folder)}`
      : `there is no transcript: ${JSON.stringify(folder)} is not a folder; open its folder and name it: ${BY_NAME}`,
  );
}

function filesIn(source: unknown): Where {
  const files = typeof source === 'object' && source !== null && 'files' in source ? source.files : undefined;
  const isFiles = typeof files === 'object' && files !== null && !Array.isArray(files);
  const entries = isFiles && (files instanceof Map || !(Symbol.iterator in files));
  if (!entries)
    throw new TypeError('openProject: expected the name of a folder, or { files } by their names');
  for (const [name, content] of files instanceof Map ? files : Object.entries(files)) {
    expect('openProject: names in files', name, NAME);
    expect(`openProject: files[${JSON.stringify(name)}]`, content, CONTENT);
  }
  return at('project', files as Files);
}

const BY_NAME = 'openProject(..., { transcript: NAME })';

/** @throws OnrecordError unless there is one. */
async function onlyTranscript(where: Where, source: string | { readonly files: Files }): Promise<string> {
  const [only, ...others] = where.files.keys();
  if (only !== undefined && others.length === 0) return only;
  if (!where.isOnDisk && only === undefined) throw new OnrecordError('there is no transcript: no files');
  const env = envOf(where);
  try {
    return await transcriptIn({ file: '.', revision: undefined }, new Loader(env), env);
  } catch (error) {
    if (error instanceof UsageError)
      throw new OnrecordError(`there are several transcripts: ${error.hint}; name one: ${BY_NAME}`);
    const place = typeof source === 'string' ? `in ${JSON.stringify(source)}` : 'among the files';
    throw new OnrecordError(`there is no transcript ${place}; name one in another format: ${BY_NAME}`, {
      cause: error,
    });
  }
}
