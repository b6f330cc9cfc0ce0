/** Files that are written in place are in our own format; a transcript in another one is never touched. */

import { STDIN_SHOWN } from '../core/model/standard-input.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UsageError } from '../io/errors.ts';
import type { LoadedFile } from '../project/loaded-file.ts';
import { looksLikeOurs } from '../project/recognise.ts';

/**
 * Returns the file, if it is in our format and can be written in place.
 *
 * @throws UsageError with the `convert` command that makes such a file, if it is in another format.
 */
export function requireOurs(loaded: LoadedFile): LoadedFile {
  const { file, bytes, document } = loaded;
  if (file === STDIN_SHOWN) throw new UsageError('standard input cannot be written', 'name the file');
  if (document === undefined ? looksLikeOurs(bytes) : document.format === undefined) return loaded;
  const name = document?.format?.name ?? 'not a transcript of onrecord';
  throw new UsageError(`${file} is ${name}, and onrecord writes only its own YAML`, wayToOurs(file));
}

/** The command that makes a transcript that can be written of one in another format. */
export function wayToOurs(file: string): string {
  const converted = file.replace(/(?:\.[A-Za-z0-9]+)?$/, '.yaml');
  return `convert it first: onrecord convert ${shellWord(file)} -o ${shellWord(converted)}`;
}
