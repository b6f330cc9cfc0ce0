/** Looks for earlier versions of files in git: the newest revisions first, up to a limit, and only when asked. */
import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import { getOrMake } from '../core/maps.ts';
import { type EarlierVersion, type EarlierVersions, earlierVersion } from '../core/model/earlier-version.ts';
import type { ReadDocument } from '../formats/onrecord/read-sound.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { type FileVersion, fileVersions, isShallow, readBlob } from '../io/file-history.ts';
import { workTree } from '../io/git.ts';
import { renamesSince } from '../io/renames.ts';
import { displayName, nameIn } from './display-name.ts';

/** Revisions of one file that are looked at. */
const MAX_REVISIONS = 100;
/** Bytes of one file's revisions that are read: a long history of a large file would take minutes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads bytes as those of a file of this name. */
export type ReadVersion = (bytes: Uint8Array, file: string) => Promise<Pick<ReadDocument, 'document'>>;

/** Answers for everybody who names an earlier version: rules of `check`, and what commands say to do next. */
export function earlierVersions(env: Env, read: ReadVersion): EarlierVersions {
  const histories = new Map<string, History>();
  const of = (file: string) => getOrMake(histories, file, () => new History(env, file, read));
  return { find: (file, isMeant) => of(file).find(isMeant), isCutOff: file => of(file).isCutOff };
}

class History {
  readonly #env: Env;
  readonly #readVersion: ReadVersion;
  readonly #folder: string;
  readonly #top: string | undefined;
  /** Revisions that were not read yet, the newest last. */
  readonly #unread: FileVersion[];
  readonly #read: EarlierVersion[] = [];
  #bytes = 0;

  constructor(env: Env, file: string, read: ReadVersion) {
    this.#env = env;
    this.#readVersion = read;
    this.#folder = path.dirname(env.files.absolute(file));
    this.#top = topOf(env, this.#folder);
    this.#unread = this.#top === undefined ? [] : versionsOf(env, file, this.#top).reverse();
  }

  get isCutOff(): boolean {
    return this.#top !== undefined && isShallow(this.#env.git, this.#top);
  }

  async find(isMeant: (version: EarlierVersion) => boolean): Promise<EarlierVersion | undefined> {
    const known = this.#read.find(isMeant);
    if (known !== undefined) return known;
    for (let next = this.#unread.pop(); next !== undefined; next = this.#unread.pop()) {
      const version = await this.#versionOf(next);
      if (version === undefined) continue;
      this.#read.push(version);
      if (isMeant(version)) return version;
    }
    return undefined;
  }

  /** Undefined if it cannot be understood, or if enough was read. */
  async #versionOf({ blob, revision, path: inTree }: FileVersion): Promise<EarlierVersion | undefined> {
    const bytes = this.#bytes > MAX_BYTES ? undefined : readBlob(this.#env.git, this.#folder, blob);
    if (bytes === undefined) return undefined;
    this.#bytes += bytes.length;
    const file = displayName(this.#env, path.join(this.#top!, inTree));
    const { document } = await this.#readVersion(bytes, file);
    return document && earlierVersion(`${revision}:${file}`, document.value);
  }
}

/** Newest first, across renames: committed versions, and one in the index. */
function versionsOf({ files, git }: Env, file: string, top: string): FileVersion[] {
  const absolute = files.absolute(file);
  const own = fileVersions(git, path.dirname(absolute), path.basename(file), MAX_REVISIONS);
  if (own.length > 0) return own;
  const inTree = nameIn(top, path.join(files.real(path.dirname(absolute)) ?? '', path.basename(file)));
  const before = renamesSince(git, top, 'HEAD').get(inTree);
  return before === undefined ? [] : fileVersions(git, top, before, MAX_REVISIONS);
}

const tops = lazilyFor((_: Env) => new Map<string, string | undefined>());

/** The top folder of the work tree that holds a folder; undefined outside of git, and without it. */
export function topOf(env: Env, folder: string): string | undefined {
  const known = tops(env);
  if (!known.has(folder)) known.set(folder, findTop(env, folder));
  return known.get(folder);
}

function findTop(env: Env, folder: string): string | undefined {
  try {
    return workTree(env.git, folder);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
