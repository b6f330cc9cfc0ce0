/** The transcript that a folder stands for, when somebody names the folder. */
import path from 'node:path';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import { isTranscript } from '../core/model/project.ts';
import type { Env } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import type { Loader } from './loader.ts';
import { openInside } from './project-folder.ts';
import { looksLikeOurs } from './recognise.ts';
import { type FileRevision, revisionName } from './revisions.ts';

const YAML = /\.ya?ml$/i;
/** Folders below the named one; deeper ones are other projects. */
const DEPTH = 2;
/** Names of several transcripts that fit in a message. */
const FEW = 5;

/**
 * The name of the one transcript in a folder, or else of the one in the folders below it.
 *
 * @param loader of the revision that the folder is in.
 * @param env with the files of that revision.
 * @throws UsageError if there are several; InputError if there is none.
 */
export async function transcriptIn(folder: FileRevision, loader: Loader, env: Env): Promise<string> {
  const shown = (file: string) => revisionName({ ...folder, file });
  let level = [folder.file];
  for (let depth = 0; depth <= DEPTH; depth++) {
    const good: string[] = [];
    const broken: string[] = [];
    for (const { name, bytes } of level.flatMap(each => filesOf(each, env))) {
      const { document } = await loader.load(name, bytes);
      if (document === undefined) broken.push(name);
      else if (isTranscript(document)) good.push(name);
    }
    // A broken one is meant, and is told about, where there is no other.
    const found = good.length > 0 ? good : broken.filter(name => !LAYER_FILE.test(name));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      const more = found.length > FEW ? `, and ${found.length - FEW} more` : '';
      throw new UsageError(
        `${shown(folder.file)} has ${found.length} transcripts; name one`,
        found.slice(0, FEW).map(shown).join(', ') + more,
      );
    }
    level = level.flatMap(each => foldersOf(each, env));
  }
  throw new InputError(
    shown(folder.file),
    'there is no transcript in this folder',
    'name a file, or begin with `onrecord init`',
  );
}

/** Files that are meant to be ours, as far as can be seen without reading them as YAML. */
function filesOf(folder: string, env: Env): { readonly name: string; readonly bytes: Uint8Array }[] {
  return env.files
    .list(folder)
    .filter(name => YAML.test(name) && !name.startsWith('.'))
    .map(name => path.join(folder, name))
    .filter(name => env.files.kind(name) === 'file')
    .map(name => ({ name, bytes: env.files.read(openInside(env.files, name)) }))
    .filter(({ bytes }) => looksLikeOurs(bytes));
}

function foldersOf(folder: string, env: Env): string[] {
  const links = env.files.links(folder).map(name => `${name}/`);
  return env.files
    .list(folder)
    .filter(name => name.endsWith('/') && !name.startsWith('.') && name !== 'node_modules/')
    .filter(name => !links.includes(name))
    .map(name => path.join(folder, name));
}
