import type { YamlDocument } from '../read/document.ts';
import { readYaml } from '../read/reader.ts';
import { type Change, changedValue, isMeant } from './change.ts';
import { EditError } from './edit-error.ts';

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
