/** Writes the merged file as an edit of OURS, so that unchanged text keeps its bytes. */
import type { Merged } from '../../core/merge/merged.ts';
import { LIST_NAMES } from '../../core/merge/merged.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import { editThenRemove } from '../../formats/yaml/edit/edit-then-remove.ts';
import { encodeText } from '../../formats/yaml/read/decode.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import { type FieldChanges, fieldChanges } from './field-changes.ts';
import { listChanges } from './list-changes.ts';
import type { Version } from './version.ts';

/** @throws EditError if OURS is laid out so that a change cannot be made in it. */
export async function writeMerged(
  merged: Merged<Transcript | Layer>,
  ours: Version,
  theirs: Version,
): Promise<Uint8Array> {
  const versions = { ours, theirs };
  const entries = LIST_NAMES.flatMap(list => merged.entries[list]);
  const ofOurs = [merged.header, ...entries.filter(({ paths }) => paths.ours !== undefined)];
  const ofTheirs = entries.filter(({ paths }) => paths.ours === undefined);
  const [oursEdited, theirsEdited] = [
    await withFields(
      ours.yaml,
      ofOurs.map(entry => fieldChanges(entry, 'ours', versions)),
    ),
    await withFields(
      theirs.yaml,
      ofTheirs.map(entry => fieldChanges(entry, 'theirs', versions)),
    ),
  ];
  const lists = listChanges(merged, oursEdited, theirsEdited);
  const result = await editThenRemove(oursEdited, lists.additions, lists.removals);
  return encodeText(result.text, ours.bom);
}

function withFields(document: YamlDocument, changes: readonly FieldChanges[]): Promise<YamlDocument> {
  const set = changes.flatMap(change => change.set);
  const removed = changes.flatMap(change => change.removed);
  return editThenRemove(document, set, removed);
}
