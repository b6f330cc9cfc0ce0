/** Edits that add a field to an entry, in block or flow style, and leave every other byte alone. */
import type { Path, TextEdit } from '../../core/model/finding.ts';
import type { Document } from '../../core/model/project.ts';

/**
 * Makes a field the first of an entry that has at least one.
 * `value` is a plain scalar of YAML as it should stand in the file, such as an id.
 */
export function insertFirstField(document: Document, path: Path, key: string, value: string): TextEdit {
  const { start } = document.locate(path);
  if (!isFlow(document, path)) return insertion(start, `${key}: ${value}${lineBreak(document, start)}`);
  const blanks = /^\{ */.exec(document.source.text.slice(start))![0].length;
  return insertion(start + blanks, `${key}: ${value}, `);
}

/** Adds a field directly before another field of the entry. */
export function insertFieldBefore(
  document: Document,
  path: Path,
  next: string,
  key: string,
  value: string,
): TextEdit {
  const { start } = document.locate([...path, next], 'key');
  return insertion(start, `${key}: ${value}${isFlow(document, path) ? ', ' : lineBreak(document, start)}`);
}

function isFlow(document: Document, path: Path): boolean {
  return document.source.text[document.locate(path).start] === '{';
}

/** A line end as the file has them, and the indentation that brings the next field under `offset`. */
function lineBreak(document: Document, offset: number): string {
  const { text } = document.source;
  // A file has one kind of line end as a rule: a search for the other one must not run to its start.
  const afterLf = text.lastIndexOf('\n', offset - 1) + 1;
  const lineStart = afterLf + text.slice(afterLf, offset).lastIndexOf('\r') + 1;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return lineEnd + ' '.repeat(offset - lineStart);
}

function insertion(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}
