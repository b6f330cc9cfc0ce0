/** Commands on the files that entries stand in. */
import { STDIN_SHOWN } from '../model/standard-input.ts';
import { shellWord } from '../text/shell-word.ts';
import type { AnchoredEntry } from './unsure.ts';

/** The command with each file once; undefined where one of them is no file that a command can name. */
export function commandOnFiles(
  command: string,
  entries: readonly Pick<AnchoredEntry, 'document'>[],
): string | undefined {
  const files = new Set(entries.map(({ document }) => document.file));
  if (files.has(STDIN_SHOWN)) return undefined;
  return [command, ...[...files].map(shellWord)].join(' ');
}
