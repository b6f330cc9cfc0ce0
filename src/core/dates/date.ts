/**
 * Dates as the files write them: EDTF (ISO 8601-2) level 2, in days. Reading is synchronous, so that rules and views
 * stay plain functions; who reads a project calls `prepareDates` once before.
 */
import type { DateBounds } from './bounds.ts';
import { loadEdtf, parseWithLibrary } from './edtf.ts';
import { NOT_PLAIN, parsePlain } from './plain.ts';

/** The word for a date that no source states, where the format allows one. */
export const UNKNOWN_DATE = 'unknown';

/** Loads the EDTF library if one of the strings needs it; most projects do not. */
export async function prepareDates(texts: Iterable<string>): Promise<void> {
  for (const text of texts) {
    if (text !== UNKNOWN_DATE && parsePlain(text) === NOT_PLAIN) return loadEdtf();
  }
}

/**
 * The days that an EDTF string can mean; undefined for other strings, including `unknown`.
 * @throws Error when the string needs the library and `prepareDates` did not see it.
 */
export function parseDate(text: string): DateBounds | undefined {
  if (text === UNKNOWN_DATE) return undefined;
  const plain = parsePlain(text);
  return plain === NOT_PLAIN ? parseWithLibrary(text) : plain;
}

/** Whether the string is EDTF, level 0 to 2. */
export function isDate(text: string): boolean {
  return parseDate(text) !== undefined;
}
