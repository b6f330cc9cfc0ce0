/**
 * Edits to a YAML file that leave every other byte alone: comments, quotes, order, line ends and indentation stay, because
 * only the source ranges concerned are replaced.
 */

import type { YamlDocument } from '../read/document.ts';
import type { Change } from './change.ts';
import { EditError } from './edit-error.ts';
import { planEdits } from './plan.ts';
import { applyEdits } from './text-edit.ts';
import { verifiedEdit } from './verify.ts';

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
