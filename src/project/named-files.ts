/** The files that paths, folders and globs name: those of a kind in folders and among what a glob matches. */
import { compareText } from '../core/model/finding.ts';
import { STDIN } from '../core/model/standard-input.ts';
import { globFault, isGlob, namesEnding } from '../core/text/glob.ts';
import type { Env } from '../io/env.ts';
import { InputError, noSuchFile, refuseEmptyName } from '../io/errors.ts';
import { PASSED_OVER } from '../io/passed-over.ts';
import { eachOnce } from './each-once.ts';
import { openInside } from './project-folder.ts';

/** The files to look for in folders. */
export interface WantedFiles {
  /** Used in messages: "no draft". */
  readonly noun: string;
  /** Whether a file is wanted: one in a folder, or that a glob such as `articles/*` matches, which names no ending. */
  isWanted(file: string): boolean;
}

export interface NamedFiles {
  readonly files: readonly string[];
  readonly troubles: readonly unknown[];
}

/** Files as named, each once. A path that leads to nothing is trouble, and so is a file that cannot be opened. */
export async function namedFiles(
  env: Env,
  paths: readonly string[],
  wanted: WantedFiles,
): Promise<NamedFiles> {
  const files: { readonly name: string }[] = [];
  const isGiven = new Set(paths);
  const troubles: unknown[] = [];
  for (const given of paths) {
    try {
      for (const name of await filesOf(env, given, wanted, troubles)) files.push({ name });
    } catch (error) {
      troubles.push(error);
    }
  }
  const once = eachOnce(files, env.files, name => isGiven.has(name));
  return { files: once.map(({ name }) => name), troubles };
}

async function filesOf(
  env: Env,
  given: string,
  wanted: WantedFiles,
  troubles: unknown[],
): Promise<readonly string[]> {
  if (given === STDIN) return [given];
  refuseEmptyName(given);
  const kind = env.files.kind(given);
  if (kind === 'folder') {
    const before = troubles.length;
    const found = [...filesBelow(env, given.replace(/\/+$/, '') || given)].filter(file =>
      attempt(troubles, () => wanted.isWanted(file) && openInside(env.files, file) === file),
    );
    if (found.length === 0 && troubles.length === before)
      throw new InputError(given, `no ${wanted.noun} is in this folder`);
    return found.sort(compareText);
  }
  if (kind !== 'missing') return [given];
  if (!isGlob(given)) throw noSuchFile(given);
  const fault = globFault(given);
  if (fault !== undefined) throw new InputError(given, fault);
  const { filesMatching } = await import('../io/globs.ts');
  const matched = filesMatching(env.files, '.', [given]);
  if (matched.length === 0) throw new InputError(given, 'no file matches');
  const found = namesEnding(given) ? matched : matched.filter(wanted.isWanted);
  if (found.length === 0) throw new InputError(given, `no ${wanted.noun} matches`);
  return found.filter(file => attempt(troubles, () => openInside(env.files, file) === file));
}

/** False if the file cannot be opened; the error is reported. */
function attempt(troubles: unknown[], isWanted: () => boolean): boolean {
  try {
    return isWanted();
  } catch (error) {
    troubles.push(error);
    return false;
  }
}

function* filesBelow({ files }: Env, folder: string): Generator<string> {
  for (const name of files.list(folder)) {
    if (files.special(folder).includes(name)) continue;
    const file = folder === '.' ? name : `${folder}/${name}`;
    if (!name.endsWith('/')) yield file;
    else if (!PASSED_OVER.test(name)) yield* filesBelow({ files } as Env, file.slice(0, -1));
  }
}
