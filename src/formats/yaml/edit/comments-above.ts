/** The comments that belong to an entry: the lines directly above it, without a blank line in between. */
import type { Path } from '../../../core/model/finding.ts';
import type { YamlDocument } from '../read/document.ts';
import { lineBreakStart, lineEnd, lineStart } from '../read/source-scan.ts';
import { entryStart } from './entry-start.ts';
import { contentEnd } from './layout.ts';

/**
 * Returns the offset at which the lines of an entry or field of a block collection begin, comments included, as far up as
 * every line is wanted. The entry has a line of its own.
 */
export function startWithComments(
  document: YamlDocument,
  path: Path,
  isWanted: (comment: string) => boolean = () => true,
): number {
  const { text } = document;
  const limit = endBefore(document, path);
  for (let start = lineStart(text, entryStart(document, path)); ; ) {
    const breakStart = lineBreakStart(text, start);
    const above = lineStart(text, breakStart);
    const line = text.slice(above, breakStart).trim();
    if (start === 0 || above < limit || !line.startsWith('#') || !isWanted(line)) return start;
    start = above;
  }
}

/** Behind what stands in front of an entry: the one before it, or the key of its list. What looks like a comment may be part of a text. */
function endBefore(document: YamlDocument, path: Path): number {
  const { text } = document;
  const parent = path.slice(0, -1);
  const { before } = document.neighbours(path);
  if (before !== undefined) return contentEnd(text, before);
  const { keySpan } = document.node(parent)!;
  if (keySpan !== undefined) return lineEnd(text, keySpan.end);
  return parent.length === 0 ? 0 : lineStart(text, entryStart(document, parent));
}
