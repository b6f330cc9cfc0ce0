/** Edits that take one of several fields or entries away, with the lines they stand on. */
import type { Path, TextEdit } from '../../../core/model/finding.ts';
import type { Span } from '../../../core/model/span.ts';
import type { YamlDocument } from '../read/document.ts';
import { lineBreakStart, lineEnd, lineStart, skipLineBreak, trimEnd } from '../read/source-scan.ts';
import { startWithComments } from './comments-above.ts';
import { entryStart } from './entry-start.ts';
import { contentEnd, isInFlow } from './layout.ts';

/**
 * @param path a field or entry that is not the only one of its collection.
 * @param keepComments a text whose comments stay where the others above the entry go; undefined if all stay.
 */
export function removeChild(document: YamlDocument, path: Path, keepComments?: string): TextEdit[] {
  const parent = path.slice(0, -1);
  const { span, keySpan } = document.node(path)!;
  const { before, after } = document.neighbours(path);
  if (!isInFlow(document, parent)) {
    const next = after === undefined ? undefined : [...parent, after.step!];
    return [{ span: blockSpan(document, path, next, keepComments), text: '' }];
  }
  if (before !== undefined) return [{ span: { start: before.span.end, end: span.end }, text: '' }];
  return [{ span: { start: (keySpan ?? span).start, end: (after!.keySpan ?? after!.span).start }, text: '' }];
}

function blockSpan(
  document: YamlDocument,
  path: Path,
  next: Path | undefined,
  keepComments: string | undefined,
): Span {
  const { text } = document;
  const start = entryStart(document, path);
  const end = contentEnd(text, document.node(path)!);
  const left = lineStart(text, start);
  const hasOwnLine = trimEnd(text, left, start) === left;
  if (!hasOwnLine) {
    // The first field of an entry shares its line with the dash: the next field takes its place, unless a comment is in between.
    const nextStart = next === undefined ? end : entryStart(document, next);
    const between = text.slice(end, nextStart);
    return { start, end: between.includes('#') ? end : nextStart };
  }
  const right = lineEnd(text, end);
  const first =
    keepComments === undefined
      ? left
      : startWithComments(document, path, comment => !keepComments.includes(comment));
  if (right < text.length) return { start: first, end: skipLineBreak(text, right) };
  // The last line of a file without a final line break: the one before it becomes the last.
  return { start: lineBreakStart(text, first), end: right };
}
