/** Outcomes as changes of a layer's YAML; every byte that says the same stays. */
import { ANCHOR_FIELDS, type Outcome } from '../../core/carry/outcome.ts';
import type { Change } from '../../formats/yaml/change.ts';
import { editYaml } from '../../formats/yaml/editor.ts';
import type { LoadedFile } from '../load.ts';
import { openYaml } from '../open-yaml.ts';

/** The bytes of a layer after its outcomes; the very bytes it has where nothing changes. */
export async function editedLayer(
  layer: LoadedFile,
  outcomes: readonly Outcome[],
  reference: string | undefined,
): Promise<Uint8Array> {
  const changes: Change[] = outcomes.flatMap(changesOf);
  if (reference !== undefined) changes.push({ kind: 'set', path: ['transcript'], value: reference });
  if (changes.length === 0) return layer.bytes;
  const { yaml, encode } = openYaml(layer);
  return encode(await editYaml(yaml, changes));
}

function changesOf({ kind, index, before, after }: Outcome): Change[] {
  return ANCHOR_FIELDS.flatMap((name): Change[] => {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) return [];
    const path = [`${kind}s`, index, name];
    const value = after[name];
    if (value === undefined) return [{ kind: 'remove', path }];
    return [{ kind: 'set', path, value: Array.isArray(value) && value.length === 1 ? value[0] : value }];
  });
}
