/**
 * Edits to a YAML file that leave every other byte alone: comments, quotes, order, line ends and indentation stay, because
 * only the source ranges concerned are replaced.
 */

import type { Path } from '../../../core/model/finding.ts';
import type { YamlDocument } from '../read/document.ts';
import { readYaml } from '../read/reader.ts';
import { type Change, changedValue, isMeant } from './change.ts';
import { EditError } from './edit-error.ts';
import { planChange } from './plan.ts';
import { withRoom } from './rewritten-places.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * The edits that make the changes.
 *
 * @throws EditError if a change does not fit the document.
 */
export async function planEdits(document: YamlDocument, changes: readonly Change[]): Promise<TextEdit[]> {
  const planned = [];
  const made = withRoom(document, changes);
  const removed = new Set(
    made.flatMap(({ kind, path }) => (kind === 'remove' ? [JSON.stringify(path)] : [])),
  );
  const isRemoved = (path: Path) => removed.has(JSON.stringify(path));
  for (const change of made) {
    planned.push({ depth: depthOf(document, change), edits: await planChange(document, change, isRemoved) });
  }
  // At one offset, what goes into an entry stands before what goes behind it.
  planned.sort((a, b) => b.depth - a.depth);
  return planned.flatMap(({ edits }) => edits);
}

/** How deep in the document new text stands: that of a field which is there already stands inside it, also on lines below. */
function depthOf(document: YamlDocument, { kind, path }: Change): number {
  return kind === 'insert' || (kind === 'set' && document.has(path)) ? path.length + 1 : path.length;
}

/**
 * Reads an edited text again and compares it with what was meant.
 *
 * @throws EditError if it is anything else: such a text must not be written.
 */
export function verifiedEdit(document: YamlDocument, changes: readonly Change[], text: string): YamlDocument {
  const { document: edited, findings } = readYaml(text, { file: '', typedKeys: document.typedKeys });
  if (edited === undefined) {
    throw new EditError(`the edit would break the file: ${findings[0]?.message}`);
  }
  if (!isMeant(changedValue(document.value, changes), edited.value)) {
    throw new EditError('the edited file would not read back as what was meant');
  }
  return edited;
}

/**
 * The document with the changes made.
 *
 * @throws EditError if a change does not fit the document or would not read back as meant.
 */
export async function editDocument(
  document: YamlDocument,
  changes: readonly Change[],
): Promise<YamlDocument> {
  const edits = await planEdits(document, changes);
  let text: string;
  try {
    text = applyEdits(document.text, edits);
  } catch (error) {
    if (error instanceof RangeError) throw new EditError('two changes touch one place');
    throw error;
  }
  return verifiedEdit(document, changes, text);
}

/** As {@link editDocument}; the text alone. */
export async function editYaml(document: YamlDocument, changes: readonly Change[]): Promise<string> {
  return (await editDocument(document, changes)).text;
}
