import type { Path } from '../../core/finding.ts';
import type { Document } from '../../core/project.ts';
import type { Span } from '../../core/span.ts';

/**
 * The edit that makes a field the first of a mapping that has at least one, in block or flow style.
 * `value` is a plain scalar of YAML as it should stand in the file, such as an id.
 */
export function insertField(
  document: Document,
  path: Path,
  key: string,
  value: string,
): { span: Span; text: string } {
  const { start } = document.locate(path);
  const { text } = document.source;
  if (text[start] === '{') return edit(start + 1, `${key}: ${value}, `);
  const lineStart = text.slice(0, start).search(/[^\r\n]*$/);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = ' '.repeat(start - lineStart);
  return edit(start, `${key}: ${value}${lineEnd}${indent}`);
}

function edit(offset: number, text: string) {
  return { span: { start: offset, end: offset }, text };
}
