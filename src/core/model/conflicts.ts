/** Conflicts that a merge kept in a file, and nobody has settled. */
import type { Place } from './finding.ts';
import type { Document } from './project.ts';

/** Part of the word `conflict`: a short string with a rare first letter is found several times as fast. */
const PART_OF_CONFLICT = 'flict';

export interface FoundConflict {
  readonly at: Place;
  readonly fields: readonly string[];
}

/** Conflicts at any depth, except inside `x-` keys, whose content is not ours. */
export function* conflictsOf({ file, value, source }: Document): Generator<FoundConflict> {
  // Looking through every entry takes as long as reading them.
  if (source.text.includes(PART_OF_CONFLICT)) yield* conflictsIn(value, { file, path: [] });
}

function* conflictsIn(node: object, at: Place): Generator<FoundConflict> {
  for (const [key, child] of childrenOf(node)) {
    if (typeof child !== 'object' || child === null) continue;
    if (key === 'extensions' || String(key).startsWith('x-')) continue;
    const place = { ...at, path: [...at.path, key] };
    if (key === 'conflict') yield { at: place, fields: Object.keys(child) };
    else yield* conflictsIn(child, place);
  }
}

function childrenOf(value: object): Iterable<[string | number, unknown]> {
  if (Array.isArray(value) || value instanceof Map) return value.entries();
  return Object.entries(value);
}
