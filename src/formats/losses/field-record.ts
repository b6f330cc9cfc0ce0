/** Records the fields of entries that a writer writes, where it writes them. */
import { getOrMake } from '../../core/maps.ts';
import type { WrittenFields } from '../format.ts';

export class FieldRecord {
  readonly #written = new Map<object, Set<string>>();

  add(entry: object, ...fields: readonly string[]): void {
    const written = getOrMake(this.#written, entry, () => new Set());
    for (const field of fields) written.add(field);
  }

  get written(): WrittenFields {
    return this.#written;
  }
}
