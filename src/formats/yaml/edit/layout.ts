/** Layout around an edit: columns, brackets, and the style of new text. */
import type { Path } from '../../../core/model/finding.ts';
import { isMapping, type YamlDocument, type YamlNode } from '../read/document.ts';
import { isLineEnd, lineBreakStart, lineStart } from '../read/source-scan.ts';

/** Characters from the start of the line. */
export function columnOf(source: string, offset: number): number {
  return offset - lineStart(source, offset);
}

/** The end of what a node holds, without the last line break of a text that keeps its own (`|+`). */
export function contentEnd(source: string, node: YamlNode): number {
  const { start, end } = node.span;
  if (end === start || !isLineEnd(source.charCodeAt(end - 1))) return end;
  return lineBreakStart(source, end);
}

export function isBracketed(source: string, node: YamlNode): boolean {
  const first = source[node.span.start];
  return isCollection(node.value) && (first === '{' || first === '[');
}

export function isBlockScalar(source: string, node: YamlNode): boolean {
  const first = source[node.span.start];
  return (
    typeof node.value === 'string' && node.span.end > node.span.start && (first === '|' || first === '>')
  );
}

export function isCollection(value: unknown): boolean {
  return Array.isArray(value) || isMapping(value);
}

/** Whether the inside of a path is written in brackets, its own or those around it. */
export function isInFlow(document: YamlDocument, path: Path): boolean {
  for (let length = 0; length <= path.length; length++) {
    const node = document.node(path.slice(0, length));
    if (node !== undefined && isBracketed(document.text, node)) return true;
  }
  return false;
}

const USUAL_INDENT = 2;

/** The indentation of a file, as its top level shows it. */
export function indentationOf(document: YamlDocument): { indent: number; indentLists: boolean } {
  const { text } = document;
  const left = columnOf(text, document.node([])!.span.start);
  const blocks = document.children([]).filter(node => isCollection(node.value) && !isBracketed(text, node));
  const stepOf = (node: YamlNode | undefined) =>
    node === undefined ? 0 : columnOf(text, node.span.start) - left;
  const list = blocks.find(node => Array.isArray(node.value));
  const mapping = blocks.find(node => !Array.isArray(node.value));
  const step = stepOf(mapping) || stepOf(list);
  return { indent: step > 0 ? step : USUAL_INDENT, indentLists: list === undefined || stepOf(list) > 0 };
}
