/** Files that are written in place are in our own format; a transcript in another one is never touched. */
import { shellWord } from '../core/text/shell-word.ts';
import { UsageError } from '../io/errors.ts';
import { type LoadedFile, STDIN_SHOWN } from '../project/loaded-file.ts';
import { looksLikeOurs } from '../project/recognise.ts';

/**
 * The file, where it is one that can be written.
 *
 * @throws UsageError with the `convert` command that makes one, where it is in another format.
 */
export function requireOurs(loaded: LoadedFile): LoadedFile {
  const { file, bytes } = loaded;
  if (file === STDIN_SHOWN) throw new UsageError('standard input cannot be written', 'name the file');
  if (loaded.document !== undefined || looksLikeOurs(bytes)) return loaded;
  const converted = file.replace(/(?:\.[A-Za-z0-9]+)?$/, '.yaml');
  throw new UsageError(
    `${file} is not in onrecord's own format, and only that is written`,
    `convert it first: onrecord convert ${shellWord(file)} -o ${shellWord(converted)}`,
  );
}
