/** Where a file names a party by its id, for a party that gets another one. */
import type { Path } from '../model/finding.ts';
import type { Id } from '../model/model.ts';

/** Fields whose values are ids of parties, or lists of them; `of` is also free text, where it is no id. */
const PARTY_FIELDS: ReadonlySet<string> = new Set([
  ...['speaker', 'alternatives', 'to', 'via', 'by', 'refers-to', 'of', 'on-behalf-of', 'was-speaker'],
]);
/** Records with such fields in them. */
const RECORDS: ReadonlySet<string> = new Set(['voice', 'date', 'conflict', 'base', 'ours', 'theirs']);
const LISTS: ReadonlySet<string> = new Set(['utterances', 'statements', 'annotations']);

export interface IdPlace {
  readonly path: Path;
  readonly id: Id;
}

/**
 * Every place of a file, as it is written, that names one of the parties: fields of entries, in the order of the file.
 * The keys of `parties` are not among them.
 */
export function placesOfIds(file: Readonly<Record<string, unknown>>, ids: ReadonlySet<Id>): IdPlace[] {
  const places: IdPlace[] = [];
  const visit = (value: unknown, path: Path) => {
    if (typeof value === 'string') {
      if (ids.has(value)) places.push({ path, id: value });
    } else if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else visitFields(value, path);
  };
  const visitFields = (record: unknown, path: Path) => {
    if (typeof record !== 'object' || record === null) return;
    for (const [name, value] of Object.entries(record)) {
      if (PARTY_FIELDS.has(name)) visit(value, [...path, name]);
      else if (RECORDS.has(name)) visitFields(value, [...path, name]);
      // `accepted.by` is a person's name, whoever that is.
      else if (name === 'accepted') visitAcceptances(value, [...path, name]);
    }
  };
  const visitAcceptances = (value: unknown, path: Path) => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visitAcceptances(item, [...path, index]);
    } else if (typeof value === 'object' && value !== null && 'was-speaker' in value)
      visit(value['was-speaker'], [...path, 'was-speaker']);
  };
  for (const [name, value] of Object.entries(file)) {
    if (name === 'parties' && typeof value === 'object' && value !== null)
      for (const [id, party] of Object.entries(value)) visitFields(party, [name, id]);
    else if (LISTS.has(name) && Array.isArray(value))
      for (const [index, entry] of value.entries()) visitFields(entry, [name, index]);
  }
  return places;
}
