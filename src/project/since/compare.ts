/** Compares all checked files with a git revision. Reports whatever cannot be compared. */

import path from 'node:path';
import { lazily } from '../../core/lazily.ts';
import { pushAll } from '../../core/long-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { renamesSince } from '../../io/renames.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import type { CheckedProject } from '../checked-projects.ts';
import { displayName } from '../display-name.ts';
import type { FileToCheck } from '../files-to-check.ts';
import type { LoadedFile } from '../loaded-file.ts';
import { Loader } from '../loader.ts';
import { ProjectConfigs } from '../project-config.ts';
import type { Reading } from '../reading.ts';
import { atRevision, type RevisionEnv } from '../revisions.ts';
import { Counterparts } from './counterparts.ts';
import { LOST_TIMES, lostTimesOf } from './lost-times.ts';
import { type Comparison, deletionsOf, RULE, transitionsOf } from './transitions.ts';
import { isWhole, mayHoldStances, stanceKeys, type Version, versionAt, versionOf } from './version.ts';

export interface SinceRequest {
  readonly revision: string;
  /** Files, folders and globs as given; standard input by the name it goes by. */
  readonly paths: readonly string[];
  /** The files that they lead to now. */
  readonly files: readonly FileToCheck[];
  readonly configs: ProjectConfigs;
  /** How transcripts in other formats are read in this run. */
  readonly reading: Reading;
  /** The configuration that the options name for every file, or `false` for none. */
  readonly fixedConfig: string | boolean | undefined;
  /** Chooses the part of all projects that this run compares. */
  readonly shareOf: <T>(all: readonly T[]) => readonly T[];
}

export interface SinceResult {
  /** Of the rule `forbidden-transition`. */
  readonly findings: readonly Finding[];
  /** Texts of the files that were read. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Files that could not be compared, and why. */
  readonly troubles: readonly unknown[];
}

/** The commit id that GitHub and git hooks send for "before the first commit". */
const NO_COMMIT = /^(?:0{40}|0{64})$/;

/** Whether a revision means the time before the first commit, with nothing to compare to. */
export function isBeforeAll(revision: string): boolean {
  return NO_COMMIT.test(revision);
}

export async function compareSince(request: SinceRequest, env: Env): Promise<SinceResult> {
  const troubles = new Troubles(request.revision);
  let then: RevisionEnv;
  try {
    then = atRevision(request.revision, env);
  } catch (error) {
    troubles.add(error);
    return { findings: [], sources: new Map(), troubles: troubles.all };
  }
  const { configs, fixedConfig } = request;
  const thenConfigs = fixedConfig === undefined ? await ProjectConfigs.open(then) : configs;
  const renames = lazily(() => namedRenames(then, env));
  const now = await versionOf(request.files, configs, new Loader(env, { configs, reading: request.reading }));
  const before = await versionAt(then, pathsThen(request, then, renames), thenConfigs, request.reading);
  const comparison = new SinceComparison({ request, env, then, now, before, renames, troubles });
  const findings = await comparison.run();
  return { findings, sources: now.loader.sources(), troubles: troubles.all };
}

/** The old name of each renamed file by its new one, as the command line would name them. */
function namedRenames(then: RevisionEnv, env: Env): ReadonlyMap<string, string> {
  const { top, commit } = then.files;
  const name = (inTree: string) => displayName(env, path.join(top, inTree));
  return new Map(Array.from(renamesSince(env.git, top, commit), ([now, old]) => [name(now), name(old)]));
}

/** Where the files of a check were: under the given paths, and under the old names of renamed files. */
function pathsThen(
  { paths, files }: SinceRequest,
  then: RevisionEnv,
  renames: () => ReadonlyMap<string, string>,
): string[] {
  const isThere = (name: string) => then.files.kind(name) !== 'missing';
  const oldNames = files.flatMap(({ name }) => (isThere(name) ? [] : (renames().get(name) ?? [])));
  return [...new Set([...paths, ...oldNames])];
}

class Troubles {
  readonly all: unknown[] = [];
  readonly #revision: string;
  readonly #told = new Set<string>();

  constructor(revision: string) {
    this.#revision = revision;
  }

  cannot(reason: string, hint?: string): void {
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    this.all.push(new InputError(`cannot compare with ${this.#revision}`, reason, hint));
  }

  /** An error of reading the revision; any other is thrown on. */
  add(error: unknown): void {
    if (!(error instanceof InputError)) throw error;
    const isClear = error.path === '.' || error.path === this.#revision;
    this.cannot(isClear ? error.message : `${error.path}: ${error.message}`, error.hint);
  }
}

interface Parts {
  readonly request: SinceRequest;
  readonly env: Env;
  readonly then: RevisionEnv;
  readonly now: Version;
  readonly before: Version;
  readonly renames: () => ReadonlyMap<string, string>;
  readonly troubles: Troubles;
}

class SinceComparison {
  readonly #parts: Parts;
  readonly #counterparts: Counterparts;
  readonly #stancesNow: () => ReadonlySet<string>;
  readonly #newNames: () => ReadonlyMap<string, string>;

  constructor(parts: Parts) {
    const { env, now, renames, request } = parts;
    this.#parts = parts;
    this.#stancesNow = lazily(() => stanceKeys(now));
    this.#newNames = lazily(() => new Map(Array.from(renames(), ([name, old]) => [old, name])));
    this.#counterparts = new Counterparts(now, this.#newNames, { env, configs: request.configs });
  }

  async run(): Promise<Finding[]> {
    const { request, then, before, troubles } = this.#parts;
    for (const { name } of request.files)
      if (!then.files.holds(name)) troubles.cannot(`${name} is not in this git repository`);
    for (const trouble of before.troubles) troubles.add(trouble);
    const findings: Finding[] = [];
    for (const project of request.shareOf(before.projects)) pushAll(findings, await this.#ofProject(project));
    for (const layer of request.shareOf(before.strays)) {
      const comparison = await this.#comparisonOf(layer.file);
      if (comparison !== undefined) pushAll(findings, deletionsOf([layer], comparison));
    }
    const inProjects = new Set(before.projects.flatMap(({ files }) => files));
    for (const file of before.files)
      if (
        !inProjects.has(file) &&
        file.document === undefined &&
        mayHoldStances(file) &&
        !this.#isUnchanged(file)
      )
        this.#refuseThen(file);
    return findings;
  }

  async #ofProject(old: CheckedProject): Promise<Finding[]> {
    const { troubles } = this.#parts;
    const comparison = await this.#comparisonOf(old.project.transcript.file);
    if (comparison === undefined) return [];
    const counterpart = await this.#counterparts.of(old);
    if ('project' in counterpart && haveSameFiles(old, counterpart.project)) return [];
    const broken = old.files.filter(file => !isWhole(file));
    for (const file of broken) this.#refuseThen(file);
    if (broken.length > 0) return [];
    if ('gone' in counterpart)
      return deletionsOf(
        old.files.flatMap(({ document }) => document ?? []),
        comparison,
      );
    const files = 'broken' in counterpart ? [counterpart.broken] : counterpart.project.files;
    const brokenNow = files.filter(file => !isWhole(file));
    for (const { file } of brokenNow) troubles.cannot(`${file} has errors`, 'correct them first');
    if (brokenNow.length > 0 || 'broken' in counterpart) return [];
    const { project, config } = counterpart.project;
    const level = config.config.levels.get(LOST_TIMES) ?? 'warning';
    const lost = level === 'off' ? [] : lostTimesOf(old.project, project, comparison.revision, level);
    return [...(await transitionsOf(old, counterpart.project, comparison)), ...lost];
  }

  /** Undefined if the rule is off. */
  async #comparisonOf(file: string): Promise<Comparison | undefined> {
    const { request, env } = this.#parts;
    const { config } = await request.configs.for(file);
    const severity = config.levels.get(RULE) ?? 'error';
    if (severity === 'off') return undefined;
    return {
      revision: request.revision,
      severity,
      env,
      stancesNow: this.#stancesNow(),
      newNames: this.#newNames,
    };
  }

  #refuseThen({ file }: LoadedFile): void {
    this.#parts.troubles.cannot(`${this.#parts.request.revision}:${file} has errors`);
  }

  #isUnchanged({ file, bytes }: LoadedFile): boolean {
    const { files } = this.#parts.env;
    return files.kind(file) === 'file' && sameBytes(files.read(file), bytes);
  }
}

/** Whether nothing changed: most projects of a large repository. */
function haveSameFiles(old: CheckedProject, now: CheckedProject): boolean {
  if (old.files.length !== now.files.length || old.config.file !== now.config.file) return false;
  const sources = [old.config.source?.text, now.config.source?.text];
  if (sources[0] !== sources[1]) return false;
  const byName = new Map(now.files.map(({ file, bytes }) => [file, bytes]));
  return old.files.every(({ file, bytes }) => sameBytes(byName.get(file), bytes));
}
