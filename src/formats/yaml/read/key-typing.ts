/** How the plain scalars under a key are taken: as they are written, resolved, or resolved with all that is beneath. */
export type Typing = 0 | 1 | 2;
export const AS_WRITTEN = 0;
const TYPED = 1;
export const EXTENSION = 2;

/** How the plain scalars under a key are taken. */
export function typingOf(key: string, typedKeys: ReadonlySet<string>): Typing {
  if (key.startsWith('x-')) return EXTENSION;
  return typedKeys.has(key) ? TYPED : AS_WRITTEN;
}
