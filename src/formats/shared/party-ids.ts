/**
 * Ids of parties, made from the names that a file has. They do not depend on who speaks first, and the same name has the
 * same id in every file in which no other name would have it: annotations of one import are about the same people in
 * the next.
 */
import { withHash } from '../../core/anchor/hash.ts';
import { append } from '../../core/maps.ts';
import type { Id, Party } from '../../core/model/model.ts';
import { plainPartyId } from '../../core/model/party-id.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { labelsFor } from './speakers.ts';

const NO_ONE_KNOWN = /^(?:unknown(?: speaker)?|speaker \?|\?+)$/i;
/** Precedes the hash of a name without a usable letter. */
const NOTHING_USABLE = 'p';

export type PartyIds = ReturnType<typeof partyIds>;

/**
 * Gives every label a party with an id made from it; the label stays the party's name.
 *
 * @param labels all labels of the file: if several would get the same id, none gets it.
 * @param known parties that the file declares; a label with the name of one of them means that party.
 */
export function partyIds(labels: Iterable<string>, known: ReadonlyMap<Id, Party> = new Map()) {
  const parties = new Map(known);
  const ids = new Map([...labelsFor(known.keys(), known)].map(([id, label]) => [label, id]));
  const taken = new Set(known.keys());
  give(new Set(Array.from(labels, label => label.normalize('NFC'))));

  /** Returns the id of a label's party; labels that say "unknown" get `unknown`. */
  function idOf(label: string): Id {
    const id = ids.get(label) ?? ids.get(label.normalize('NFC'));
    if (id === undefined) throw new Error(`no id was given to the label ${label}`);
    if (id !== UNKNOWN_PARTY && !parties.has(id)) parties.set(id, { name: label });
    return id;
  }

  function give(labels: ReadonlySet<string>): void {
    const labelsOf = new Map<Id, string[]>();
    for (const label of labels) {
      if (ids.has(label)) continue;
      if (NO_ONE_KNOWN.test(label)) ids.set(label, UNKNOWN_PARTY);
      else append(labelsOf, plainPartyId(label), label);
    }
    const unclear: [Id, string][] = [];
    for (const [wanted, those] of labelsOf) {
      const isClear = wanted !== '' && those.length === 1 && !taken.has(wanted);
      if (isClear) set(those[0]!, wanted);
      else for (const label of those) unclear.push([wanted, label]);
    }
    for (const [wanted, label] of unclear)
      set(
        label,
        withHash(wanted || NOTHING_USABLE, label, id => taken.has(id)),
      );
  }

  function set(label: string, id: Id): void {
    ids.set(label, id);
    taken.add(id);
  }

  return { parties, idOf };
}
