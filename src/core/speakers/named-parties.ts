/** Gives parties names by the labels that a recording's transcript has for them. */
import type { Id, Party } from '../model/model.ts';
import { closest } from '../text/closest.ts';

export type NamedParties =
  | { readonly parties: ReadonlyMap<Id, Party> }
  /** No party is called that; `labels` are those there are. */
  | { readonly unknown: string; readonly nearest: string | undefined; readonly labels: readonly string[] };

/** @param names by the label, name or id of a party. */
export function namedParties(
  parties: ReadonlyMap<Id, Party>,
  names: ReadonlyMap<string, string>,
): NamedParties {
  const named = new Map(parties);
  for (const [label, name] of names) {
    const found = [...parties].find(([id, party]) => id === label || party.name === label);
    if (found === undefined) {
      const labels = [...parties].map(([id, party]) => party.name ?? id);
      return { unknown: label, nearest: closest(label, labels), labels };
    }
    const [id, party] = found;
    named.set(id, { ...party, name });
  }
  return { parties: named };
}
