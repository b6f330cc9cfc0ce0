/** Edits that put one value in the place of another. */
import type { Path, TextEdit } from '../../../core/model/finding.ts';
import type { YamlDocument, YamlNode } from '../read/document.ts';
import { lineBreakStart, lineEnd, lineStart, trimEnd } from '../read/source-scan.ts';
import { behindIndicator } from './entry-start.ts';
import { columnOf, contentEnd, indentationOf, isBlockScalar, isInFlow } from './layout.ts';
import { entryLines, fieldLines, inlineText } from './new-text.ts';
import { insertion } from './text-edit.ts';

/** A value as it goes behind a key or dash: the rest of that line, and lines below it with their line breaks. */
interface NewValue {
  readonly head: string;
  readonly body: string;
}

/** Where the old value stands in a block collection. */
interface Place {
  readonly document: YamlDocument;
  readonly path: Path;
  readonly node: YamlNode;
  /** Behind the `-` or `:`. */
  readonly anchor: number;
  /** End of the old value, without a last line break. */
  readonly end: number;
}

/** @param path a field or entry that exists. */
export async function replaceValue(document: YamlDocument, path: Path, value: unknown): Promise<TextEdit[]> {
  const { text } = document;
  const node = document.node(path)!;
  if (isInFlow(document, path.slice(0, -1)))
    return [replaceInFlow(text, node, await inlineText(value, document))];
  const place = {
    document,
    path,
    node,
    anchor: behindIndicator(document, path),
    end: contentEnd(text, node),
  };
  const isBelow = lineEnd(text, place.anchor) < node.span.start;
  const gap = text.slice(lineEnd(text, place.anchor), lineStart(text, node.span.start));
  const hasCommentBeside = trimEnd(text, place.end, lineEnd(text, place.end)) > place.end;
  const isAboveComment = isIndentedComment(text, lineEnd(text, place.end), columnOfParent(document, path));
  const blockScalars = !hasCommentBeside && !isAboveComment && !(isBelow && gap.includes('#'));
  const newValue = await render(place, value, blockScalars);
  if (isBelow) return replaceBelow(place, newValue);
  return isBlockScalar(text, node) ? replaceBlockScalar(place, newValue) : replaceBeside(place, newValue);
}

function columnOfParent(document: YamlDocument, path: Path): number {
  return columnOf(document.text, document.node(path.slice(0, -1))!.span.start);
}

/** Whether a comment comes next that would be taken for the last line of a block scalar in front of it. */
function isIndentedComment(text: string, from: number, column: number): boolean {
  let i = from;
  while (i < text.length && ' \t\r\n'.includes(text[i]!)) i++;
  return text[i] === '#' && columnOf(text, i) > column;
}

function replaceInFlow(text: string, { span }: YamlNode, value: string): TextEdit {
  const { start, end } = span;
  if (start < end || text[start - 1] !== ':') {
    const isKeyAlone = start === end;
    return { span, text: isKeyAlone ? `: ${value}` : text[start - 1] === ':' ? ` ${value}` : value };
  }
  const hasBlank = text[start] === ' ' && text[start + 1] !== '#';
  return hasBlank ? insertion(start + 1, value) : insertion(start, ` ${value}`);
}

async function render(
  { document, path, node, anchor }: Place,
  value: unknown,
  blockScalars: boolean,
): Promise<NewValue> {
  const { text } = document;
  const style = { ...indentationOf(document), blockScalars };
  const isEntry = node.keySpan === undefined;
  const lines = isEntry ? await entryLines(value, style) : await fieldLines(STAND_IN, value, style);
  const column = columnOfParent(document, path);
  // An entry's fields line up with its first, which may stand further from the dash than the usual one blank.
  const startsBesideDash = isEntry && node.span.start > anchor && lineEnd(text, anchor) >= node.span.start;
  const extra = startsBesideDash ? node.span.start - anchor - 1 : 0;
  const lineBreak = document.lineBreak;
  const body = lines.slice(1).map(line => lineBreak + (line === '' ? '' : ' '.repeat(column + extra) + line));
  return { head: lines[0]!.slice(isEntry ? 1 : STAND_IN.length + 1).replace(/^ +/, ''), body: body.join('') };
}

/** Stands for the key while a value is printed. */
const STAND_IN = 'k';

/** The old value begins on the line of its key or dash. */
function replaceBeside(
  { document: { text }, node, anchor, end }: Place,
  { head, body }: NewValue,
): TextEdit[] {
  const { start } = node.span;
  const blank = head !== '' && start === anchor ? ' ' : '';
  const from = head === '' ? anchor : start;
  return [{ span: { start: from, end }, text: blank + head }, insertion(lineEnd(text, end), body)];
}

/** The old value is a block scalar: a comment beside its header stays. */
function replaceBlockScalar(
  { document: { text }, node, anchor, end }: Place,
  { head, body }: NewValue,
): TextEdit[] {
  const { start } = node.span;
  let headerEnd = start + 1;
  while ('+-123456789'.includes(text[headerEnd] ?? ' ')) headerEnd++;
  const bodyStart = Math.min(lineEnd(text, headerEnd), end);
  return [
    { span: { start: head === '' ? anchor : start, end: headerEnd }, text: head },
    { span: { start: Math.max(bodyStart, headerEnd), end: Math.max(end, headerEnd) }, text: body },
  ];
}

/** The old value begins on a later line: comments between it and its key stay. */
function replaceBelow({ document, node, anchor, end }: Place, { head, body }: NewValue): TextEdit[] {
  const { text } = document;
  const old = { start: lineBreakStart(text, lineStart(text, node.span.start)), end };
  if (head === '') return [{ span: old, text: body }];
  return [insertion(anchor, ` ${head}`), insertion(lineEnd(text, anchor), body), { span: old, text: '' }];
}
