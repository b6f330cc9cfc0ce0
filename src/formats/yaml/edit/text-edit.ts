/** Edits of a text by spans. What no span covers is copied untouched. */
import type { Span } from '../../../core/model/span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text with the edits made. Insertions at one place keep the order they are given in.
 *
 * @throws RangeError where two edits overlap or one lies outside the text.
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

/** The line break that most lines of a text end with; LF where it has none. */
export function dominantLineBreak(text: string): '\n' | '\r\n' | '\r' {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [lineBreak] of text.matchAll(/\r\n|\n|\r/g)) counts[lineBreak as keyof typeof counts]++;
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}
