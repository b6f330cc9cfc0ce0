/** Entries and fields taken over from another document as they are written there, with the comments above them. */
import type { Path } from '../../../core/model/finding.ts';
import type { YamlDocument } from '../read/document.ts';
import { lineBreakStart, lineEnd, lineStart } from '../read/source-scan.ts';
import { entryStart } from './entry-start.ts';
import { columnOf, contentEnd, isInFlow } from './layout.ts';
import type { Lines } from './new-text.ts';

/** Where a new entry or field is written already. Its value there is the one to be written. */
export interface Written {
  readonly document: YamlDocument;
  readonly path: Path;
}

const LINE_BREAK = /\r\n|\n|\r/;

/**
 * The lines of `written`, to stand in `target` at the same column; undefined where it stands at another one, in
 * brackets, or on a line with something else. Comments that `target` has already are left out.
 */
export function copiedLines(written: Written, target: YamlDocument, column: number): Lines | undefined {
  const { document, path } = written;
  const { text } = document;
  if (isInFlow(document, path.slice(0, -1))) return undefined;
  const start = entryStart(document, path);
  const left = lineStart(text, start);
  if (columnOf(text, start) !== column || text.slice(left, start).trim() !== '') return undefined;
  const end = lineEnd(text, contentEnd(text, document.node(path)!));
  return [...commentsAbove(written, left, target), ...text.slice(left, end).split(LINE_BREAK)];
}

function commentsAbove({ document, path }: Written, left: number, target: YamlDocument): string[] {
  const { text } = document;
  const parent = document.node(path.slice(0, -1))!;
  const siblings = document.children(path.slice(0, -1));
  const before = siblings[siblings.findIndex(({ step }) => step === path.at(-1)) - 1];
  // Behind a text of several lines, what looks like a comment may belong to it.
  const limit = before === undefined ? lineStart(text, parent.span.start) : contentEnd(text, before);
  const comments: string[] = [];
  for (let at = left; ; ) {
    const breakStart = lineBreakStart(text, at);
    const above = lineStart(text, breakStart);
    const line = text.slice(above, breakStart);
    if (at === 0 || above < limit || !line.trimStart().startsWith('#') || target.text.includes(line.trim()))
      return comments;
    comments.unshift(line);
    at = above;
  }
}
