/** The files that a check is about, by its arguments and options. */
import { pushAll } from '../../core/long-lists.ts';
import { STDIN, STDIN_SHOWN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import { visible } from '../../printers/escape/visible.ts';
import { type FilesToCheck, type FileToCheck, filesToCheck } from '../../project/files-to-check.ts';
import { readStdin } from '../../project/named-bytes.ts';
import { nothingToCheckIn } from '../../project/nothing-to-check.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import type { Options } from '../printing.ts';
import { type Shard, shardOf } from './shard.ts';

export interface SelectedFiles extends Omit<FilesToCheck, 'empty'> {
  /** The part that this run takes. */
  readonly share: readonly FileToCheck[];
}

/**
 * Finds the files, and reads standard input if it is named. What leads to nothing is trouble, or told with `--allow-empty`.
 * @param drafts absolute paths of those that globs may match
 */
export async function selectFiles(
  paths: readonly string[],
  configs: ProjectConfigs,
  options: Options,
  env: Env,
  drafts?: ReadonlySet<string>,
): Promise<SelectedFiles> {
  const { empty, ...found } = await filesToCheck(env, paths, configs, {
    skipForeign: options['skipForeign'] === true,
    ...(drafts !== undefined && { drafts }),
  });
  const troubles = [...found.troubles];
  const files: FileToCheck[] = [];
  for (const file of found.files) {
    if (file.name !== STDIN) files.push(file);
    else {
      const bytes = await readStdin(env);
      if (bytes.length > 0) files.push({ name: stdinName(options), bytes });
      else troubles.push(new InputError(stdinName(options), 'no input'));
    }
  }
  if (options['allowEmpty'] !== true) pushAll(troubles, empty);
  else
    for (const { path, message } of empty)
      await env.stderr.write(`onrecord: ${visible(path)}: ${visible(message)}\n`);
  const share = shardOf(files, options);
  const shard = options['shard'] as Shard | undefined;
  if (shard !== undefined && share.length === 0 && files.length > 0)
    await env.stderr.write(
      `onrecord: shard ${shard.part}/${shard.of} is empty: there ${files.length === 1 ? 'is 1 file' : `are ${files.length} files`} in all\n`,
    );
  return { ...found, files, share, troubles };
}

/** A folder without a transcript is not empty if drafts in it are checked. */
export function withoutEmptyFolders(selected: SelectedFiles, folders: ReadonlySet<string>): SelectedFiles {
  const places = new Set(Array.from(folders, folder => nothingToCheckIn(folder)));
  const troubles = selected.troubles.filter(
    trouble => !(trouble instanceof InputError && places.has(trouble.path)),
  );
  return { ...selected, troubles };
}

/** The name of standard input in findings. */
export function stdinName(options: Options): string {
  return (options['stdinFilename'] as string | undefined) ?? STDIN_SHOWN;
}

/** @throws UsageError if standard input is named where a file is needed. */
export function refuseStdin(paths: readonly string[], options: Options): void {
  if (!paths.includes(STDIN)) return;
  if (options['fix'] === true) throw new UsageError('--fix cannot write to standard input', 'name the file');
  if (options['since'] !== undefined && options['stdinFilename'] === undefined)
    throw new UsageError(
      'standard input has no earlier version to compare with',
      'say which file it is: --stdin-filename talk.yaml',
    );
}
