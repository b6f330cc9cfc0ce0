/** Deep equality of plain data: values from files, and values derived from them. */

type Fields = Readonly<Record<string, unknown>>;

/** Whether two values mean the same: the order of keys in a record does not matter, that of a list does. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameValue(item, b[index]));
  }
  return sameFields(a as Fields, b as Fields);
}

/** Whether two entries have the same fields with the same values; a field that is undefined is absent. */
export function sameFields(a: Fields, b: Fields): boolean {
  if (a === b) return true;
  for (const name in a) if (a[name] !== b[name] && !sameValue(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
}

/** Text that is equal for values that are the same, to find them by. */
export function valueKey(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return { list: value.map(ordered) };
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
}
