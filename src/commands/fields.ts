/** Fields of entries, with the names and the shape that a file has. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFilled(fields: Fields): boolean {
  return Object.values(fields).some(value => value !== undefined);
}

export function withoutUndefined(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Returns the text of a field; undefined if it is absent or not a text. */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** A list of one is written as that one. */
export function oneOrMany(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
