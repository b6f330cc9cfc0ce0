/** Writes the merged file as an edit of OURS, so that unchanged text keeps its bytes. */
import { LIST_NAMES, type MergedEntries, type MergedEntry } from '../../core/merge/merged.ts';
import { EditError } from '../../formats/yaml/edit/edit-error.ts';
import { editThenRemove } from '../../formats/yaml/edit/edit-then-remove.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import { openYaml } from '../../project/open-yaml.ts';
import { type FieldChanges, fieldChanges } from './field-changes.ts';
import { type ListChanges, listChanges } from './list-changes.ts';
import type { VersionText } from './version.ts';

/** @throws EditError if OURS is laid out so that a change cannot be made in it. */
export async function writeMerged(
  merged: MergedEntries,
  ours: VersionText,
  theirs: VersionText,
): Promise<Uint8Array> {
  const { yaml, encode } = openYaml(ours);
  const documents = { ours: yaml, theirs: openYaml(theirs).yaml };
  const entries = LIST_NAMES.flatMap(list => merged.entries[list]);
  const changesIn = (side: 'ours' | 'theirs', some: readonly MergedEntry[]) =>
    joined(some.map(entry => fieldChanges(entry, side, documents, ours.kind)));
  const ofOurs = [merged.header, ...entries.filter(({ paths }) => paths.ours !== undefined)];
  const ofTheirs = entries.filter(({ paths }) => paths.ours === undefined);
  const fields = changesIn('ours', ofOurs);
  const theirsEdited = await withFields(documents.theirs, changesIn('theirs', ofTheirs));
  const listsOf = (document: YamlDocument) => listChanges(merged, document, theirsEdited);
  const text =
    (await editedAtOnce(documents.ours, fields, listsOf(documents.ours))) ??
    (await editedInSteps(documents.ours, fields, listsOf));
  return encode(text);
}

function joined(changes: readonly FieldChanges[]): FieldChanges {
  return {
    set: changes.flatMap(({ set }) => set),
    removed: changes.flatMap(({ removed }) => removed),
  };
}

/** Each edit reads the file again, which takes seconds where it is large. Returns undefined if the changes meet somewhere. */
async function editedAtOnce(
  document: YamlDocument,
  { set, removed }: FieldChanges,
  { additions, removals, hasMoves }: ListChanges,
): Promise<string | undefined> {
  const fields = [...set, ...removed];
  const all = [...fields, ...additions, ...removals];
  // An entry that moves is copied with the fields that it has before the edit.
  if (hasMoves && fields.length > 0) return undefined;
  if (all.length === 0) return document.text;
  try {
    return await editYaml(document, all);
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
}

async function editedInSteps(
  document: YamlDocument,
  fields: FieldChanges,
  listsOf: (document: YamlDocument) => ListChanges,
): Promise<string> {
  const edited = await withFields(document, fields);
  const { additions, removalsAfter } = listsOf(edited);
  return (await editThenRemove(edited, additions, removalsAfter)).text;
}

function withFields(document: YamlDocument, { set, removed }: FieldChanges): Promise<YamlDocument> {
  return editThenRemove(document, set, removed);
}
