/** Edits in an order in which no two of them meet: values first, then what goes. */
import type { YamlDocument } from '../read/document.ts';
import type { Change } from './change.ts';
import { EditError } from './edit-error.ts';
import { editDocument } from './editor.ts';

/**
 * `removals` are in the order of the file, with paths as they are after `changes`.
 *
 * @throws EditError if a change cannot be made.
 */
export async function editThenRemove(
  document: YamlDocument,
  changes: readonly Change[],
  removals: readonly Change[],
): Promise<YamlDocument> {
  const changed = await edited(document, changes);
  if (removals.length < 2) return edited(changed, removals);
  try {
    return await edited(changed, removals);
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
  }
  // Neighbours in brackets share a comma, and the last of a list leaves brackets behind: one by one, from the end.
  let rest = changed;
  for (const removal of removals.toReversed()) rest = await edited(rest, [removal]);
  return rest;
}

async function edited(document: YamlDocument, changes: readonly Change[]): Promise<YamlDocument> {
  return changes.length === 0 ? document : editDocument(document, changes);
}
