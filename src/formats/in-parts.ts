import type { Loss, WriteResult } from './format.ts';

/** A text that is put together only for those who want it whole: to join a hundred megabytes copies them. */
export function inParts(parts: readonly string[], losses: readonly Loss[] = []): WriteResult {
  return {
    parts,
    losses,
    get text() {
      return parts.join('');
    },
  };
}
