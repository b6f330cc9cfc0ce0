/** Which party of a transcript a speaker of another witness is, and who gets the words for which both name somebody. */

import { withHash } from '../anchor/hash.ts';
import { getOrMake } from '../maps.ts';
import type { Id, Party, Transcript, Utterance } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import type { Voice } from './carry-speakers.ts';
import type { SameSpeakers } from './same-speakers.ts';

/** Who speaks in the result. */
export interface Resolved extends Voice {
  /** Whether only the other witness said so. */
  readonly isInferred: boolean;
}

/** Their indexes in {@link SameSpeakers}. */
const [FROM, ONTO] = [0, 1];

/** @param taken ids in use in the transcript's project. */
export function speakersOnto(from: Transcript, onto: Transcript, same: SameSpeakers, taken: ReadonlySet<Id>) {
  const ids = new Map<Id, Id>();
  const known = new Map<Id, readonly Id[]>();
  const parties: Map<Id, Party> = new Map(onto.parties);

  /** Returns who speaks words of an utterance for which the other witness has a voice. */
  function resolve(
    { speaker, alternatives }: Voice,
    { speaker: own, alternatives: open = [] }: Utterance,
  ): Resolved {
    const present = own === UNKNOWN_PARTY ? undefined : own;
    if (speaker === undefined) {
      if (present !== undefined) return { speaker: present, alternatives: [], isInferred: false };
      const ids = alternatives.map(id => idOf(id));
      return { speaker: own, alternatives: unique([...open, ...ids]), isInferred: false };
    }
    if (present !== undefined && isKept(present, speaker))
      return { speaker: present, alternatives: [], isInferred: false };
    const id = idOf(speaker);
    const isOpen =
      present === undefined
        ? open.length > 0 && !open.includes(id)
        : same.areContrary(FROM, speaker, ONTO, present) && !isOverruled(present, speaker);
    if (isOpen) {
      const all = unique([...(present === undefined ? open : [present]), id]);
      return { speaker: undefined, alternatives: all, isInferred: false };
    }
    return { speaker: id, alternatives: [], isInferred: true };
  }

  /** A named speaker stays against a label, and against the same person. */
  function isKept(present: Id, speaker: Id): boolean {
    const isNamed = same.isNamed(ONTO, present);
    if (isNamed && !same.isNamed(FROM, speaker)) return true;
    return same.isSame(FROM, speaker, ONTO, present);
  }

  /** A label gives way to a named person. */
  function isOverruled(present: Id, speaker: Id): boolean {
    return !same.isNamed(ONTO, present) && same.isNamed(FROM, speaker);
  }

  /** Returns the parties of the transcript that are the same person. */
  function namesakes(speaker: Id): readonly Id[] {
    return getOrMake(known, speaker, () => {
      const speaking = onto.utterances.flatMap(({ speaker: id }) => id ?? []);
      return unique([...onto.parties.keys(), ...speaking]).filter(
        id => id !== UNKNOWN_PARTY && same.isSame(FROM, speaker, ONTO, id),
      );
    });
  }

  function idOf(speaker: Id): Id {
    return getOrMake(ids, speaker, () => {
      const [namesake, another] = namesakes(speaker);
      if (namesake !== undefined && another === undefined) return namesake;
      const id = freeId(speaker);
      // The party that somebody speaks for may be missing from this transcript.
      const { 'on-behalf-of': _, ...party } = from.parties.get(speaker) ?? {};
      parties.set(id, party);
      return id;
    });
  }

  function freeId(speaker: Id): Id {
    const isFree = (id: Id) => !taken.has(id) && !parties.has(id);
    if (isFree(speaker)) return speaker;
    return withHash(speaker, from.parties.get(speaker)?.name ?? speaker, id => !isFree(id));
  }

  return { parties, resolve };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
