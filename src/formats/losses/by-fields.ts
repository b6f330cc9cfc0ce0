/** Counts the losses of a write-only format: every field that it does not declare in `carries`. */
import type { Conversation, Loss, PartWritten } from '../format.ts';
import { entriesIn, type FieldName, type Kind, PLURALS } from './field-names.ts';
import { Losses } from './losses.ts';

/**
 * Counts the fields that are not carried. An entry of a kind of which no field is carried counts once, as a whole, and
 * so does one that the writer left out.
 */
export function lossesByFields(
  value: Conversation,
  carries: readonly FieldName[],
  { written, omitted, also = [] }: Omit<PartWritten, 'text'>,
): readonly Loss[] {
  const names = new Set<string>(carries);
  const kinds = new Set(carries.map(name => name.slice(0, name.indexOf('.'))));
  const isCarried = (kind: Kind, field: string) =>
    names.has(`${kind}.*`) ||
    names.has(`${kind}.${field}`) ||
    (field.startsWith('x-') && names.has(`${kind}.x-*`));
  const losses = new Losses();
  for (const { kind, entry, fields } of entriesIn(value)) {
    const told = written === undefined ? 'whole' : written.get(entry);
    if (kind !== 'transcript' && (told === undefined || !kinds.has(kind))) {
      losses.add(omitted?.get(entry) ?? PLURALS[kind]);
      continue;
    }
    for (const field of fields)
      if (!isCarried(kind, field) || !(told === 'whole' || told?.has(field)))
        losses.add(`${field} of ${PLURALS[kind]}`);
  }
  losses.addAll(also);
  return losses.list();
}
