/** Keys as shared strings: a transcript has a dozen different keys and a hundred thousand places where they stand. */

/** How the plain scalars under a key are taken: as they are written, resolved, or resolved with all that is beneath. */
export type Typing = 0 | 1 | 2;
export const AS_WRITTEN = 0;
const TYPED = 1;
export const EXTENSION = 2;

const SLOTS = 256;

/** How the plain scalars under a key are taken. */
export function typingOf(key: string, typedKeys: ReadonlySet<string>): Typing {
  if (key.startsWith('x-')) return EXTENSION;
  return typedKeys.has(key) ? TYPED : AS_WRITTEN;
}

export class KeyCache {
  readonly #keys: string[] = new Array(SLOTS).fill('');

  /** The key that stands at `start` to `end`, without a new string or hash where it was seen before. */
  at(source: string, start: number, end: number): string {
    const slot = slotOf(source, start, end);
    const cached = this.#keys[slot]!;
    if (standsAt(cached, source, start, end)) return cached;
    const key = source.slice(start, end);
    this.#keys[slot] = key;
    return key;
  }
}

function standsAt(key: string, source: string, start: number, end: number): boolean {
  return key.length === end - start && source.startsWith(key, start);
}

function slotOf(source: string, start: number, end: number): number {
  return (source.charCodeAt(start) * 7 + source.charCodeAt(end - 1) + (end - start) * 31) & (SLOTS - 1);
}
