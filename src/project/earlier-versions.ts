/** Looks for earlier versions of files in git: the newest revisions first, up to a limit, and only when asked. */
import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import type { EarlierVersion, FindEarlier } from '../core/model/earlier-version.ts';
import type { Statement, Utterance } from '../core/model/model.ts';
import { readDocument } from '../formats/onrecord/read.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { type FileVersion, fileVersions, readBlob } from '../io/file-history.ts';
import { workTree } from '../io/git.ts';
import { displayName } from './display-name.ts';

/** Revisions of one file that are looked at. */
const MAX_REVISIONS = 100;
/** Bytes of one file's revisions that are read: a long history of a large file would take minutes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Answers as `FindEarlier` does. */
export type EarlierVersions = (...asked: Parameters<FindEarlier>) => Awaited<ReturnType<FindEarlier>>;

export function earlierVersions(env: Env): EarlierVersions {
  const histories = new Map<string, History>();
  return (file, isMeant) => {
    let history = histories.get(file);
    if (history === undefined) {
      history = new History(env, file);
      histories.set(file, history);
    }
    return history.find(isMeant);
  };
}

class History {
  readonly #env: Env;
  readonly #folder: string;
  readonly #top: string | undefined;
  /** Revisions that were not read yet, the newest last. */
  readonly #unread: FileVersion[];
  readonly #read: EarlierVersion[] = [];
  #bytes = 0;

  constructor(env: Env, file: string) {
    this.#env = env;
    this.#folder = path.dirname(env.files.absolute(file));
    this.#top = topOf(env, this.#folder);
    this.#unread =
      this.#top === undefined
        ? []
        : fileVersions(env.git, this.#folder, path.basename(file), MAX_REVISIONS).reverse();
  }

  find(isMeant: (version: EarlierVersion) => boolean): EarlierVersion | undefined {
    const known = this.#read.find(isMeant);
    if (known !== undefined) return known;
    for (let next = this.#unread.pop(); next !== undefined; next = this.#unread.pop()) {
      const version = this.#versionOf(next);
      if (version === undefined) continue;
      this.#read.push(version);
      if (isMeant(version)) return version;
    }
    return undefined;
  }

  /** Undefined if it cannot be understood, or if enough was read. */
  #versionOf({ blob, revision, path: inTree }: FileVersion): EarlierVersion | undefined {
    const bytes = this.#bytes > MAX_BYTES ? undefined : readBlob(this.#env.git, this.#folder, blob);
    if (bytes === undefined) return undefined;
    this.#bytes += bytes.length;
    const file = displayName(this.#env, path.join(this.#top!, inTree));
    const { document } = readDocument(bytes, file);
    if (document === undefined) return undefined;
    const { value } = document;
    const speeches = new Map<string, Utterance | Statement>();
    const all = [...(value.kind === 'transcript' ? value.utterances : []), ...value.statements];
    for (const speech of all) if (speech.id !== undefined) speeches.set(speech.id, speech);
    return { name: `${revision}:${file}`, speeches, parties: value.parties };
  }
}

const tops = lazilyFor((_: Env) => new Map<string, string | undefined>());

/** The top folder of the work tree that holds a folder; undefined outside of git, and without it. */
function topOf(env: Env, folder: string): string | undefined {
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
