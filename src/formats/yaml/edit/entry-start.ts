/** The signs that introduce an entry: the dash in front of it, the colon between key and value. */
import type { Path } from '../../../core/model/finding.ts';
import type { YamlDocument } from '../read/document.ts';
import { isBlank, skipGap } from '../read/source-scan.ts';
import { EditError } from './edit-error.ts';

/** Where a field or an entry of a block collection begins: at its key, or at the `-` or `?` in front of it. */
export function entryStart(document: YamlDocument, path: Path): number {
  const { keySpan } = document.node(path)!;
  if (keySpan === undefined) return behindIndicator(document, path) - 1;
  let i = keySpan.start - 1;
  while (isBlank(document.text.charCodeAt(i))) i--;
  return document.text[i] === '?' ? i : keySpan.start;
}

/** The offset behind the `-` or `:` that introduces a value of a block collection. */
export function behindIndicator(document: YamlDocument, path: Path): number {
  const { keySpan } = document.node(path)!;
  const parent = path.slice(0, -1);
  const index = path.at(-1)!;
  const before = typeof index === 'number' ? document.node([...parent, index - 1]) : undefined;
  const from = keySpan?.end ?? before?.span.end ?? document.node(parent)!.span.start;
  const indicator = skipGap(document.text, from);
  const expected = keySpan === undefined ? '-' : ':';
  if (document.text[indicator] !== expected) throw new EditError('the field is written without ":"');
  return indicator + 1;
}
