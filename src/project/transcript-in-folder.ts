/** Finds the transcript of a folder that somebody names. */
import { compareText } from '../core/model/finding.ts';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import { isTranscript } from '../core/model/project.ts';
import type { Env } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import { type FileToCheck, filesToCheck } from './files-to-check.ts';
import type { Loader } from './loader.ts';
import { ProjectConfigs } from './project-config.ts';
import { type FileRevision, revisionName } from './revisions.ts';

/** Folders below the named one; deeper ones are other projects. */
const DEPTH = 2;
/** Names of several transcripts that fit in a message. */
const FEW = 5;

/**
 * The name of the one transcript in a folder, or else of the one in the folders below it: of those that `check` would look
 * at, or else of captions that lie there.
 *
 * @param loader of the revision that the folder is in.
 * @param env with the files of that revision.
 * @throws UsageError if there are several; InputError if there is none.
 */
export async function transcriptIn(folder: FileRevision, loader: Loader, env: Env): Promise<string> {
  const shown = (file: string) => revisionName({ ...folder, file });
  const configs = ProjectConfigs.withoutRules(env);
  let nothing: InputError | undefined;
  for (const takesCaptions of [false, true]) {
    for (let depth = 0; depth <= DEPTH; depth++) {
      const options = { takesCaptions, depth, purpose: { verb: 'show' } };
      const { files, troubles, empty } = await filesToCheck(env, [folder.file], configs, options);
      if (troubles.length > 0) throw troubles[0];
      nothing = empty[0];
      const found = await transcriptsAmong(files, loader);
      if (found.length === 1) return found[0]!;
      if (found.length > 1) {
        const more = found.length > FEW ? `, and ${found.length - FEW} more` : '';
        throw new UsageError(
          `${shown(folder.file)} has ${found.length} transcripts; name one`,
          found.toSorted(compareText).slice(0, FEW).map(shown).join(', ') + more,
        );
      }
    }
  }
  if (nothing?.hint !== undefined) throw new InputError(shown(folder.file), nothing.message, nothing.hint);
  throw new InputError(
    shown(folder.file),
    'there is no transcript in this folder',
    'name a file, or begin with `onrecord init`',
  );
}

/** A broken file counts, and is reported, if there is no transcript. */
async function transcriptsAmong(files: readonly FileToCheck[], loader: Loader): Promise<readonly string[]> {
  const good: string[] = [];
  const broken: string[] = [];
  for (const { name, bytes } of files) {
    const { document } = await loader.load(name, bytes);
    if (document === undefined) broken.push(name);
    else if (isTranscript(document)) good.push(name);
  }
  return good.length > 0 ? good : broken.filter(name => !LAYER_FILE.test(name));
}
