/** The drafts that configurations name, with the transcripts that they quote. */
import path from 'node:path';
import { pushAll } from '../../core/long-lists.ts';
import type { QuotedDrafts } from '../../core/model/config.ts';
import { isGlob, isNegated, namesEnding } from '../../core/text/glob.ts';
import { draftFormatOf } from '../../formats/drafts/index.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { filesMatching, matcher, matcherOfFound } from '../../io/globs.ts';
import { displayName, nameIn } from '../display-name.ts';
import { filesToCheck, type MatchedFiles } from '../files-to-check.ts';
import type { ProjectConfigs } from '../project-config.ts';
import { openInside } from '../project-folder.ts';
import type { ProjectConfig } from '../read-project-config.ts';

/** One entry of `quotes`, its globs followed. */
interface QuotedEntry {
  readonly drafts: readonly string[];
  readonly in: readonly string[];
  /** Names of no file, and files that cannot be opened. */
  readonly troubles: readonly unknown[];
}

/**
 * The files of an entry of a configuration: those that it names, and among what its globs match the drafts, and the
 * transcripts and layers that a folder would give.
 * @throws InputError if one of its lists leads to nothing, for nobody would look at what it stands for; if it names a file
 * as both; or if it leads out of the project.
 */
export async function filesOfEntry(
  env: Env,
  configs: ProjectConfigs,
  config: ProjectConfig,
  entry: QuotedDrafts,
): Promise<QuotedEntry> {
  const records = await transcriptsOfEntry(env, configs, config, entry);
  const isRecord = new Set(records.files.map(file => env.files.real(file)));
  const drafts = filesOfList(env, config, 'drafts', entry.drafts);
  for (const file of drafts.named)
    if (isRecord.has(env.files.real(file)))
      throw new InputError(config.file!, `quotes: ${file} is named as a draft and as its transcript`);
  const matched = drafts.matched.flatMap(({ glob, names }) =>
    names.filter(
      file => (namesEnding(glob) || draftFormatOf(file) !== undefined) && !isRecord.has(env.files.real(file)),
    ),
  );
  const all = [...new Set([...drafts.named, ...matched])];
  if (all.length === 0)
    throw new InputError(
      config.file!,
      `quotes: drafts: no draft (Markdown, text, HTML, DOCX) is among the files of ${entry.drafts.join(', ')}`,
    );
  return { drafts: all, in: records.files, troubles: [...drafts.troubles, ...records.troubles] };
}

interface EntryTranscripts {
  readonly files: readonly string[];
  readonly troubles: readonly unknown[];
}

async function transcriptsOfEntry(
  env: Env,
  configs: ProjectConfigs,
  config: ProjectConfig,
  entry: QuotedDrafts,
): Promise<EntryTranscripts> {
  const { named, matched, troubles } = filesOfList(env, config, 'in', entry.in);
  const found = await filesToCheck(env, [...named, ...matched], configs, {
    takesCaptions: true,
    purpose: { verb: 'quote' },
  });
  if (found.files.length === 0) throw found.troubles[0] ?? emptyList(config, found.empty[0]!);
  return { files: found.files.map(({ name }) => name), troubles: [...troubles, ...found.troubles] };
}

/** Where the globs of `in` match files, and none of them is a transcript. */
function emptyList({ file }: ProjectConfig, { path: place, message, hint }: InputError): InputError {
  return new InputError(file!, `quotes: in: ${place}: ${message}`, hint);
}

interface FilesOfList {
  readonly named: readonly string[];
  /** What each glob matches. */
  readonly matched: readonly MatchedFiles[];
  /** Names of no file. */
  readonly troubles: readonly InputError[];
}

/** @throws InputError if a list of an entry leads to nothing. */
function filesOfList(
  env: Env,
  config: ProjectConfig,
  key: 'drafts' | 'in',
  list: readonly string[],
): FilesOfList {
  const folder = config.folder!;
  const isLeftOut = leftOutBy(list);
  const named: string[] = [];
  const matched: MatchedFiles[] = [];
  const troubles: InputError[] = [];
  for (const pattern of list) {
    if (isNegated(pattern)) continue;
    const names = filesMatching(env.files, folder, [pattern])
      .filter(file => !isLeftOut(file))
      .map(file => {
        openInside(env.files, path.join(folder, file), folder);
        return displayName(env, path.join(folder, file));
      });
    if (isGlob(pattern)) matched.push({ glob: pattern, names });
    else if (names.length > 0) pushAll(named, names);
    else
      troubles.push(
        new InputError(
          config.file!,
          `quotes: ${key}: no file matches ${pattern}`,
          env.files.kind(path.join(folder, pattern)) === 'folder'
            ? `it names a folder: write \`${pattern}/**\``
            : undefined,
        ),
      );
  }
  if (named.length === 0 && matched.every(({ names }) => names.length === 0))
    throw troubles[0] ?? new InputError(config.file!, `quotes: ${key}: no file matches ${list.join(', ')}`);
  return { named, matched, troubles };
}

/** The transcripts that a configuration names for a draft. */
export async function transcriptsFor(
  env: Env,
  configs: ProjectConfigs,
  config: ProjectConfig,
  draft: string,
): Promise<EntryTranscripts> {
  const files: string[] = [];
  const troubles: unknown[] = [];
  for (const entry of config.config.quotes) {
    if (!isNamedBy(env, config, entry, draft)) continue;
    const found = await transcriptsOfEntry(env, configs, config, entry);
    pushAll(files, found.files);
    pushAll(troubles, found.troubles);
  }
  return { files, troubles };
}

/**
 * Whether these are all the drafts of a configuration: those that its entries name, or any where it names none. False where
 * it cannot be said.
 */
export async function areAllDrafts(
  env: Env,
  configs: ProjectConfigs,
  config: ProjectConfig,
  drafts: readonly { readonly file: string }[],
): Promise<boolean> {
  const real = new Set(drafts.map(({ file }) => env.files.real(file)));
  try {
    for (const entry of config.config.quotes) {
      const { drafts: named } = await filesOfEntry(env, configs, config, entry);
      if (named.some(file => !real.has(env.files.real(file)))) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Whether an entry of a configuration names a draft; a glob that names no ending means the usual ones. */
export function isNamedBy(
  env: Env,
  { folder }: ProjectConfig,
  { drafts }: QuotedDrafts,
  draft: string,
): boolean {
  if (folder === undefined) return false;
  const isUsual = draftFormatOf(draft) !== undefined;
  const meant = drafts.filter(pattern => isUsual || !isGlob(pattern) || namesEnding(pattern));
  const name = nameIn(folder, env.files.absolute(draft));
  return matcherOfFound(meant)(name) && !leftOutBy(drafts)(name);
}

/** What the patterns of a list that begin with `!` leave out of it. */
function leftOutBy(list: readonly string[]): (file: string) => boolean {
  return matcher(list.filter(isNegated).map(pattern => pattern.slice(1)));
}
