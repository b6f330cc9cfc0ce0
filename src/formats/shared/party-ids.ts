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
/** What stands before the hash of a name of which nothing can be used. */
const NOTHING_USABLE = 'p';

/** Gives every label a party with an id made from it; the label stays as the party's name. */
export class PartyIds {
  readonly parties: Map<Id, Party>;
  readonly #ids: Map<string, Id>;
  readonly #taken: Set<Id>;

  /**
   * @param labels all of the file: of those that would have the same id, none gets it.
   * @param known parties that the file declares; a label that is the name of one of them stands for it.
   */
  constructor(labels: Iterable<string>, known: ReadonlyMap<Id, Party> = new Map()) {
    this.parties = new Map(known);
    this.#ids = new Map([...labelsFor(known.keys(), known)].map(([id, label]) => [label, id]));
    this.#taken = new Set(known.keys());
    this.#give(new Set(Array.from(labels, label => label.normalize('NFC'))));
  }

  /** The id of the party that a label stands for; labels that say "unknown" give `unknown`. */
  idOf(label: string): Id {
    const id = this.#ids.get(label) ?? this.#ids.get(label.normalize('NFC'));
    if (id === undefined) throw new Error(`no id was given to the label ${label}`);
    if (id !== UNKNOWN_PARTY && !this.parties.has(id)) this.parties.set(id, { name: label });
    return id;
  }

  #give(labels: ReadonlySet<string>): void {
    const labelsOf = new Map<Id, string[]>();
    for (const label of labels) {
      if (this.#ids.has(label)) continue;
      if (NO_ONE_KNOWN.test(label)) this.#ids.set(label, UNKNOWN_PARTY);
      else append(labelsOf, plainPartyId(label), label);
    }
    const unclear: [Id, string][] = [];
    for (const [wanted, those] of labelsOf) {
      const isClear = wanted !== '' && those.length === 1 && !this.#taken.has(wanted);
      if (isClear) this.#set(those[0]!, wanted);
      else for (const label of those) unclear.push([wanted, label]);
    }
    for (const [wanted, label] of unclear)
      this.#set(
        label,
        withHash(wanted || NOTHING_USABLE, label, id => this.#taken.has(id)),
      );
  }

  #set(label: string, id: Id): void {
    this.#ids.set(label, id);
    this.#taken.add(id);
  }
}
