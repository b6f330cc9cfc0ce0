/** JSON on one line or indented. */
import { latePattern } from '../../core/lazily.ts';
import { COMMAND_MIDLINE, HIDDEN } from './characters.ts';

/** A value to print as JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Line feeds are the layout; those inside strings are `\n` already. */
const hiddenInJson = latePattern(`(?!\\n)(?:${HIDDEN}|${COMMAND_MIDLINE})`, 'gu');

/**
 * JSON that parses back to the same value: characters that could do harm raw are `\uXXXX`, and so is the second `#` of
 * `##[`. `indent` is the number of blanks a level; without it the result is one line.
 */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(hiddenInJson(), found =>
    Array.from({ length: found.length }, (_, i) => unicodeEscape(found.charCodeAt(i))).join(''),
  );
}

/** A whole document: indented, with a line feed at its end. */
export function jsonDocument(value: unknown): string {
  return `${json(value, 2)}\n`;
}

/** JSON Lines: each record on a line of its own. */
export function jsonLines(records: readonly object[]): string {
  return records.map(record => `${json(record)}\n`).join('');
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
