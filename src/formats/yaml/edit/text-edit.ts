/** Edits of a text by spans. What no span covers is copied untouched. */
import type { TextEdit } from '../../../core/model/finding.ts';

export function insertion(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/**
 * The text with the edits made. Insertions at one place keep the order they are given in.
 *
 * @throws RangeError if two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError('edits overlap or lie outside the text');
    }
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
