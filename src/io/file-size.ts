/** The largest file that the program reads. */
import { InputError } from './errors.ts';

/** Far above any real transcript; more would exhaust the memory of a small machine. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

export function tooLarge(shown: string): InputError {
  return new InputError(shown, `larger than the limit of ${MAX_FILE_BYTES / 1024 / 1024} MiB`);
}
