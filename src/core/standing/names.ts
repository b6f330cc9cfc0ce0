import type { Annotation } from '../model/model.ts';
import { listOf } from '../text/list-of.ts';
import { partyIn } from './act.ts';

/** What a party or source is called in a sentence. */
export type NameOf = (id: string) => string;

const NO_ONE = 'no one named';

export function partyOf(annotation: Annotation, nameOf: NameOf): string {
  const party = partyIn(annotation);
  return party === undefined ? NO_ONE : nameOf(party);
}

export function reportersOf({ via }: Annotation, nameOf: NameOf): string {
  return via === undefined || via.length === 0 ? NO_ONE : via.map(nameOf).join(', ');
}

/** "a", "a and b", "a, b and c", each once. */
export function listed(names: readonly string[]): string {
  return listOf([...new Set(names)]) || NO_ONE;
}
