/** Values of a file as messages show them. */
import { sliceCodePoints } from '../../core/text/code-points.ts';

/** Code points after which a value is cut. */
const LONGEST_SHOWN = 40;

/** "a list", "a mapping", "nothing", or the scalar itself. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a mapping';
  return code(String(value));
}

/** A word of the file between backquotes, on one line and cut where it is long. */
export function code(word: string): string {
  const start = sliceCodePoints(word.slice(0, 2 * LONGEST_SHOWN), 0, LONGEST_SHOWN);
  return `\`${start.replace(/\s+/g, ' ')}${start.length < word.length ? '…' : ''}\``;
}
