/** The words that a range of a text is about. */
import type { Span } from '../../core/model/span.ts';
import type { TextRange } from '../../core/model/view.ts';
import { toUtf16Range } from '../../core/text/code-points.ts';

/**
 * Returns UTF-16 offsets. Where words are gone, the range is empty: then the word behind it is meant, or else the one before.
 *
 * @param range code points of the text.
 */
export function wordsAt(text: string, range: TextRange): Span {
  const { start, end } = toUtf16Range(text, range);
  if (start < end) return { start, end };
  const behind = /^\s*(\S+)/u.exec(text.slice(start));
  if (behind !== null)
    return { start: start + behind[0].length - behind[1]!.length, end: start + behind[0].length };
  const before = /(\S+)\s*$/u.exec(text.slice(0, start));
  return before === null ? { start, end } : { start: before.index, end: before.index + before[1]!.length };
}
