/** Edits that add a field to a mapping or entries to a list that hold something already. */
import { pushAll } from '../../../core/long-lists.ts';
import type { Path, TextEdit } from '../../../core/model/finding.ts';
import type { YamlDocument, YamlNode } from '../read/document.ts';
import { lineEnd, lineStart } from '../read/source-scan.ts';
import { startWithComments } from './comments-above.ts';
import { copiedLines, type Written } from './copied-lines.ts';
import { columnOf, contentEnd, indentationOf, isBracketed, isCollection, isInFlow } from './layout.ts';
import { type BlockStyle, entryLines, fieldLines, inlineField, inlineText, type Lines } from './new-text.ts';
import { insertion } from './text-edit.ts';

/**
 * A field at the end of a mapping, in the mapping's own style.
 * @param last the last field that stays there.
 */
export async function insertField(
  document: YamlDocument,
  path: Path,
  last: YamlNode | undefined,
  name: string,
  value: unknown,
  written: Written | undefined,
): Promise<TextEdit[]> {
  const { text } = document;
  const mapping = document.node(path)!;
  if (isInFlow(document, path)) {
    const field = await inlineField(name, value, document);
    return [
      last === undefined ? insertion(mapping.span.start + 1, field) : insertion(last.span.end, `, ${field}`),
    ];
  }
  const column = columnOf(text, mapping.span.start);
  const lines =
    (written && copiedLines(written, document, column)) ??
    indented(await fieldLines(name, value, styleOf(document)), column);
  return [behind(document, last!, lines)];
}

/** Entries in front of entry `index` of a list that is not empty, or behind its last. */
export async function insertEntries(
  document: YamlDocument,
  path: Path,
  index: number,
  values: readonly unknown[],
  written: readonly (Written | undefined)[],
): Promise<TextEdit[]> {
  const { text } = document;
  const before = document.node([...path, index - 1]);
  const first = document.node([...path, 0])!;
  if (isInFlow(document, path)) {
    const entry = (await Promise.all(values.map(value => inlineText(value, document)))).join(', ');
    return [
      before === undefined
        ? insertion(first.span.start, `${entry}, `)
        : insertion(before.span.end, `, ${entry}`),
    ];
  }
  const dash = document.node(path)!.span.start;
  const column = columnOf(text, dash);
  const neighbour = before ?? first;
  const lines: string[] = [];
  for (const [at, value] of values.entries()) {
    const copied = written[at] && copiedLines(written[at], document, column);
    if (copied !== undefined) {
      pushAll(lines, copied);
      continue;
    }
    const inBrackets = isBracketed(text, neighbour) && isCollection(value);
    const entry = inBrackets
      ? [`- ${await inlineText(value, document)}`]
      : await entryLines(value, styleOf(document));
    pushAll(lines, indented(entry, column));
  }
  if (before !== undefined) return [behind(document, before, lines)];
  const lineBreak = document.lineBreak;
  if (text.slice(lineStart(text, dash), dash).trim() === '')
    return [insertion(startWithComments(document, [...path, 0]), lines.join(lineBreak) + lineBreak)];
  return [insertion(dash, `${lines.join(lineBreak).replace(/^ +/, '')}${lineBreak}${' '.repeat(column)}`)];
}

/** Lines of their own behind the line that a node ends on, so that a comment beside the node stays with it. */
function behind(document: YamlDocument, node: YamlNode, lines: Lines): TextEdit {
  const { text } = document;
  const lineBreak = document.lineBreak;
  return insertion(lineEnd(text, contentEnd(text, node)), lineBreak + lines.join(lineBreak));
}

function indented(lines: Lines, column: number): Lines {
  return lines.map(line => (line === '' ? line : ' '.repeat(column) + line));
}

function styleOf(document: YamlDocument): BlockStyle {
  return { ...indentationOf(document), blockScalars: true };
}
