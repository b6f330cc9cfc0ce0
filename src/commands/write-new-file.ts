/** Writes the file that `--output` names: a new one, or with `--force` one that is there. Inputs are never written. */
import type { Env } from '../io/env.ts';
import { folderForFile, InputError, refuseEmptyName } from '../io/errors.ts';
import { refuseUnfinishedFile } from '../project/edit-journal.ts';

/** @throws InputError if the file is an input, no regular file, or is there and `isForced` is false, or is part of an unfinished edit. */
export function writeNewFile(
  output: string,
  text: string | Iterable<string>,
  inputs: readonly string[],
  isForced: boolean,
  env: Env,
): void {
  refuseEmptyName(output);
  const { files } = env;
  const kind = files.kind(output);
  if (kind === 'folder') throw folderForFile(output);
  if (kind === 'other')
    throw new InputError(
      output,
      'is not a regular file; nothing was written',
      'to write to a pipe, use `-o -`',
    );
  refuseUnfinishedFile(files, output);
  const existing = files.real(output);
  if (existing !== undefined && inputs.some(input => files.real(input) === existing)) {
    throw new InputError(
      output,
      'is an input of this command; nothing was written',
      'name another file with -o',
    );
  }
  if (existing !== undefined && !isForced) {
    throw new InputError(output, 'already exists; nothing was written', 'name another file, or add --force');
  }
  files.replace(output, text, existing === undefined ? undefined : 'anything');
}
