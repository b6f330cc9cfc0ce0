/** Labels of other formats and parties of ours: one party a label, and back. */
import type { Id, Party, Transcript } from '../../core/model/model.ts';
import { RESERVED_IDS } from '../../core/model/vocabulary.ts';
import { slugOf } from '../../core/text/slug.ts';

export const UNKNOWN = 'unknown';
/** How the unknown speaker is written where a label must stand. */
export const UNKNOWN_LABEL = 'Unknown';
const NO_ONE_KNOWN = /^(?:unknown(?: speaker)?|speaker \?|\?+)$/i;

/** An import numbers utterances so; a party must not take their ids. */
const UTTERANCE_ID = /^u\d+$/;

/** Gives every label a party with an id made from it; the label stays as the party's name. */
export class PartyIds {
  readonly parties: Map<Id, Party>;
  readonly #ids: Map<string, Id>;

  /** `known` are parties that the file declares; a label that is the name of one of them stands for it. */
  constructor(known: ReadonlyMap<Id, Party> = new Map()) {
    this.parties = new Map(known);
    this.#ids = new Map([...labelsFor(known.keys(), known)].map(([id, label]) => [label, id]));
  }

  /** The id of the party that a label stands for; labels that say "unknown" give `unknown`. */
  idOf(label: string): Id {
    let id = this.#ids.get(label);
    if (id === undefined) {
      id = NO_ONE_KNOWN.test(label) ? UNKNOWN : this.#unused(plainId(label));
      this.#ids.set(label, id);
      if (id !== UNKNOWN) this.parties.set(id, { name: label });
    }
    return id;
  }

  #unused(wanted: Id): Id {
    let id = wanted;
    for (let n = 2; this.parties.has(id); n++) id = `${wanted}-${n}`;
    return id;
  }
}

function plainId(label: string): Id {
  const ascii = slugOf(label);
  if (ascii === '') return 'speaker';
  return UTTERANCE_ID.test(ascii) || (RESERVED_IDS as readonly string[]).includes(ascii)
    ? `party-${ascii}`
    : ascii;
}

/** A label for every speaker of a transcript: the party's name, with the id where two parties share a name. */
export function labelsOf(transcript: Transcript): ReadonlyMap<Id, string> {
  const speaking = transcript.utterances.flatMap(({ speaker }) => speaker ?? []);
  return labelsFor([...transcript.parties.keys(), ...speaking], transcript.parties);
}

/** The label with how it is said behind it, as it was read. */
export function directed(label: string, utterance: object): string {
  const direction = (utterance as { 'x-direction'?: unknown })['x-direction'];
  return typeof direction === 'string' ? `${label} (${direction})` : label;
}

function labelsFor(ids: Iterable<Id>, parties: ReadonlyMap<Id, Party>): Map<Id, string> {
  const labels = new Map<Id, string>([[UNKNOWN, UNKNOWN_LABEL]]);
  const taken = new Set<string>([UNKNOWN_LABEL]);
  for (const id of ids) {
    if (labels.has(id)) continue;
    const name = labelOf(parties.get(id)?.name ?? id);
    const label = taken.has(name) ? `${name} (${id})` : name;
    taken.add(label);
    labels.set(id, label);
  }
  return labels;
}

/** A name on one line: no format has labels of several. */
function labelOf(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line === '' ? UNKNOWN_LABEL : line;
}
