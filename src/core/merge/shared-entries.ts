/** Versions of one file that share the entries that are equal, so that a large file with a few edits is in memory once. */
import type { Fields } from '../diff/changes.ts';
import type { Layer, Transcript } from '../model/model.ts';
import { sameFields } from '../model/same-value.ts';

const SHARED = ['utterances', 'statements', 'claims', 'annotations'] as const;

/** Returns `version` with the entries of `base` in place of its own where they are equal. */
export function sharingEntries<T extends Transcript | Layer>(version: T, base: Transcript | Layer): T {
  const lists = SHARED.filter(list => list in version && list in base).map(list => {
    const [own, others] = [version, base].map(file => (file as Transcript)[list] as readonly Fields[]);
    return [list, shared(own!, others!)];
  });
  return { ...version, ...Object.fromEntries(lists) };
}

function shared(own: readonly Fields[], others: readonly Fields[]): readonly Fields[] {
  let places: Map<unknown, number> | undefined;
  let next = 0;
  return own.map(entry => {
    const { id } = entry;
    // Most entries stand behind the one that they stood behind, so the map is seldom needed.
    if (others[next]?.['id'] !== id) {
      places ??= new Map(others.map((other, place) => [other['id'], place]));
      const place = places.get(id);
      if (place === undefined) return entry;
      next = place;
    }
    const other = others[next++];
    return other !== undefined && sameFields(other, entry) ? other : entry;
  });
}
