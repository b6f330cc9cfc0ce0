/** Outcomes as changes of a file's YAML; every byte that says the same stays. */

import type { Path } from '../../core/model/finding.ts';
import { sameValue } from '../../core/model/same-value.ts';
import { ANCHOR_FIELDS, type Outcome, type ReferenceChange } from '../../core/reanchor/outcome.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { openYaml } from '../../project/open-yaml.ts';

/**
 * The bytes of a file after the outcomes of its entries; the very bytes it has where nothing changes.
 *
 * @param reference the new reference to the transcript; undefined where it stays.
 * @param parties references to parties that have other ids now, with paths as the file is written.
 */
export async function editedFile(
  layer: LoadedFile,
  outcomes: readonly Outcome[],
  reference: string | undefined,
  parties: readonly ReferenceChange[],
): Promise<Uint8Array> {
  const changes: Change[] = outcomes.flatMap(changesOf);
  const references = outcomes.flatMap(referencesOf);
  if (reference !== undefined) changes.push({ kind: 'set', path: ['transcript'], value: reference });
  for (const { path, new: value } of parties) changes.push({ kind: 'set', path, value });
  if (changes.length === 0 && references.length === 0) return layer.bytes;
  const { yaml, encode } = openYaml(layer);
  for (const { path, new: value } of references)
    changes.push({ kind: 'set', path: writtenPath(yaml.value, path), value });
  return encode(await editYaml(yaml, changes));
}

function referencesOf({ kind, index, references }: Outcome): ReferenceChange[] {
  return references.map(change => ({ ...change, path: [`${kind}s`, index, ...change.path] }));
}

function changesOf({ kind, index, before, after }: Outcome): Change[] {
  return ANCHOR_FIELDS.flatMap((name): Change[] => {
    if (sameValue(before[name], after[name])) return [];
    const path = [`${kind}s`, index, name];
    const value = after[name];
    if (value === undefined) return [{ kind: 'remove', path }];
    return [{ kind: 'set', path, value: Array.isArray(value) && value.length === 1 ? value[0] : value }];
  });
}

/**
 * Returns the path in the file for a path of the model: a list of one and a record of one field may be written as their
 * content alone.
 */
function writtenPath(root: unknown, path: Path): Path {
  let value = root;
  let length = 0;
  while (length < path.length && typeof value !== 'string')
    value = (value as Readonly<Record<string | number, unknown>>)[path[length++]!];
  return path.slice(0, length);
}
