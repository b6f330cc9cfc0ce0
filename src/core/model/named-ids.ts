/** Ids that an entry names. */

type Fields = Readonly<Record<string, unknown>>;

/** Fields, of entries and of the records in them, whose values are ids, ranges of ids, or lists of them. */
const REFERENCE_FIELDS: readonly string[] = [
  ...['speaker', 'alternatives', 'to', 'via', 'source', 'sources', 'by', 'target', 'voice', 'of', 'date'],
  ...['relative-to', 'refers-to', 'same-as', 'supersedes', 'derived-from', 'on-behalf-of'],
];

/** Everything in the entry that may be an id; `u2..u5` names both its ends. */
export function referencesOf(fields: object): Set<string> {
  const found = new Set<string>();
  const collect = (value: unknown) => {
    if (typeof value === 'string') for (const id of value.split('..')) found.add(id);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) collectFields(value as Fields);
  };
  const collectFields = (record: Fields) => {
    for (const field of REFERENCE_FIELDS) collect(record[field]);
  };
  collectFields(fields as Fields);
  return found;
}
