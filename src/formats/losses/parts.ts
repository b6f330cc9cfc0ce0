/** Losses inside structured fields that are otherwise carried. */
import type { Conversation, Loss } from '../format.ts';
import { entriesIn } from './field-names.ts';
import { Losses } from './losses.ts';

/** Counts the parts that have a value: `['creator', 'role']` gives "role in creator". */
export function lossesOfParts(
  value: Conversation,
  parts: readonly (readonly [field: string, part: string])[],
): readonly Loss[] {
  const losses = new Losses();
  for (const { entry } of entriesIn(value)) {
    for (const [field, part] of parts) {
      const structure = (entry as Readonly<Record<string, unknown>>)[field] ?? [];
      const all = Array.isArray(structure) ? structure : [structure];
      losses.add(`${part} in ${field}`, all.filter(item => item?.[part] !== undefined).length);
    }
  }
  return losses.list();
}
