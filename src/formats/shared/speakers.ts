/** Parties as other formats write them: one label a party. */
import type { Id, Party, Transcript } from '../../core/model/model.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';

/** How the unknown speaker is written where a label must stand. */
export const UNKNOWN_LABEL = 'Unknown';

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

/** As {@link labelsOf}, for some ids. */
export function labelsFor(ids: Iterable<Id>, parties: ReadonlyMap<Id, Party>): Map<Id, string> {
  const labels = new Map<Id, string>([[UNKNOWN_PARTY, UNKNOWN_LABEL]]);
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
