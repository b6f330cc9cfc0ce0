/** The comments inside an entry: beside its fields, between them, and behind its last. */
import type { Path } from '../../../core/model/finding.ts';
import type { Span } from '../../../core/model/span.ts';
import { isMapping, type YamlDocument } from '../read/document.ts';
import { isBlank, isLineEnd, lineEnd } from '../read/source-scan.ts';
import { entryStart } from './entry-start.ts';
import { contentEnd } from './layout.ts';

/** Each with its `#`, in order. A `#` in a text is none. */
export function commentsInside(document: YamlDocument, path: Path): string[] {
  const { text } = document;
  const scalars = scalarsIn(document, path).sort((a, b) => a.start - b.start);
  const end = lineEnd(text, contentEnd(text, document.node(path)!));
  const comments: string[] = [];
  let next = 0;
  for (let at = entryStart(document, path); at < end; at++) {
    while (next < scalars.length && scalars[next]!.end <= at) next++;
    const scalar = scalars[next];
    if (scalar !== undefined && scalar.start <= at) at = scalar.end - 1;
    else if (text[at] === '#' && (isBlank(text.charCodeAt(at - 1)) || isLineEnd(text.charCodeAt(at - 1)))) {
      const stop = Math.min(end, lineEnd(text, at));
      comments.push(text.slice(at, stop).trimEnd());
      at = stop;
    }
  }
  return comments;
}

/** Keys and values without parts. */
function scalarsIn(document: YamlDocument, path: Path): Span[] {
  const { value, span } = document.node(path)!;
  if (!Array.isArray(value) && !isMapping(value)) return [span];
  return document
    .children(path)
    .flatMap(({ step, keySpan }) => [
      ...(keySpan === undefined ? [] : [keySpan]),
      ...scalarsIn(document, [...path, step!]),
    ]);
}
