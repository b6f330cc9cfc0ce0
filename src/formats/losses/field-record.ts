/** Records which fields of which entries a writer wrote, where it writes them. */
import type { WrittenFields } from '../format.ts';

export class FieldRecord {
  readonly #written = new Map<object, Set<string>>();

  add(entry: object, ...fields: readonly string[]): void {
    const known = this.#written.get(entry);
    if (known === undefined) this.#written.set(entry, new Set(fields));
    else for (const field of fields) known.add(field);
  }

  get written(): WrittenFields {
    return this.#written;
  }
}
