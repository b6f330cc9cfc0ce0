/** Who is named by nothing but what is kept back from readers: their name alone would tell of it. */
import type { Id, Party, Source } from '../model/model.ts';
import { referencesOf } from '../model/named-ids.ts';

/** What names parties: speech, annotations and sources. */
type Naming = Iterable<object>;

/**
 * The parties that only `kept` names, itself or as those for whom a party of it acts. Who is named by nothing at all is
 * shown, as before.
 */
export function hiddenParties(parties: ReadonlyMap<Id, Party>, kept: Naming, shown: Naming): ReadonlySet<Id> {
  const hidden = withPrincipals(namedBy(kept, parties), parties);
  if (hidden.size === 0) return hidden;
  const others = [...parties.keys()].filter(id => !hidden.has(id));
  const open = withPrincipals(new Set([...namedBy(shown, parties), ...others]), parties);
  return new Set([...hidden].filter(id => !open.has(id)));
}

function namedBy(naming: Naming, parties: ReadonlyMap<Id, Party>): Set<Id> {
  const named = new Set<Id>();
  for (const entry of naming) {
    for (const id of referencesOf(entry)) if (parties.has(id)) named.add(id);
    const { publisher } = entry as Partial<Source>;
    if (publisher === undefined) continue;
    for (const [id, { name }] of parties) if (id === publisher || name === publisher) named.add(id);
  }
  return named;
}

function withPrincipals(ids: Set<Id>, parties: ReadonlyMap<Id, Party>): Set<Id> {
  // A set is walked with what is added to it on the way.
  for (const id of ids) {
    const principal = parties.get(id)?.['on-behalf-of'];
    if (principal !== undefined && parties.has(principal)) ids.add(principal);
  }
  return ids;
}
