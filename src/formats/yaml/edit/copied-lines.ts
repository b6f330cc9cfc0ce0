/** Entries and fields taken over from another document as they are written there, with the comments above them. */
import type { Path } from '../../../core/model/finding.ts';
import type { YamlDocument } from '../read/document.ts';
import { lineEnd, lineStart } from '../read/source-scan.ts';
import { startWithComments } from './comments-above.ts';
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
 * The lines of `written`, to stand in `target` at the same column; undefined if it stands at another one, in
 * brackets, or on a line with something else. Comments that `target` has already are left out; an entry that moves inside
 * `target` takes its own along.
 */
export function copiedLines(written: Written, target: YamlDocument, column: number): Lines | undefined {
  const { document, path } = written;
  const { text } = document;
  if (isInFlow(document, path.slice(0, -1))) return undefined;
  const start = entryStart(document, path);
  const left = lineStart(text, start);
  if (columnOf(text, start) !== column || text.slice(left, start).trim() !== '') return undefined;
  const from = startWithComments(
    document,
    path,
    comment => document === target || !target.text.includes(comment),
  );
  const end = lineEnd(text, contentEnd(text, document.node(path)!));
  return text.slice(from, end).split(LINE_BREAK);
}
