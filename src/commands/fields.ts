/** Fields of entries, with the names and the shape that a file has. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFilled(fields: Fields): boolean {
  return Object.values(fields).some(value => value !== undefined);
}

export function withoutUndefined(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A list of one is written as that one. */
export function oneOrMany(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
