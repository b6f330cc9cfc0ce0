import type { Loss, WriteResult } from './format.ts';

/**
 * A text in parts, which are made anew each time that somebody goes through them: to hold a hundred megabytes takes them
 * once more, and to put them together twice.
 */
export function inParts(make: () => Iterable<string>, losses: readonly Loss[] = []): WriteResult {
  const parts: Iterable<string> = { [Symbol.iterator]: () => make()[Symbol.iterator]() };
  return {
    parts,
    losses,
    get text() {
      return [...parts].join('');
    },
  };
}
