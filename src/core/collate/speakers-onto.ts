/** Which party of a transcript the speaker of another witness is, and whose words are whose where both name somebody. */

import { withHash } from '../anchor/hash.ts';
import { getOrMake } from '../maps.ts';
import type { Id, Party, Transcript, Utterance } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import type { Voice } from './carry-speakers.ts';
import type { SameSpeakers } from './same-speakers.ts';

/** Who speaks in the result. */
export interface Resolved extends Voice {
  /** Whether the other witness said so and the transcript itself did not. */
  readonly isInferred: boolean;
}

/** The places of the two in {@link SameSpeakers}. */
const [FROM, ONTO] = [0, 1];

export class SpeakersOnto {
  readonly parties: Map<Id, Party>;
  readonly #from: Transcript;
  readonly #onto: Transcript;
  readonly #same: SameSpeakers;
  readonly #taken: ReadonlySet<Id>;
  readonly #ids = new Map<Id, Id>();
  readonly #known = new Map<Id, readonly Id[]>();

  /** @param taken ids that the project of the transcript has. */
  constructor(from: Transcript, onto: Transcript, same: SameSpeakers, taken: ReadonlySet<Id>) {
    this.parties = new Map(onto.parties);
    this.#from = from;
    this.#onto = onto;
    this.#same = same;
    this.#taken = taken;
  }

  /** Who speaks words of an utterance that the other witness gives a voice. */
  resolve({ speaker, alternatives }: Voice, { speaker: own, alternatives: open = [] }: Utterance): Resolved {
    const present = own === UNKNOWN_PARTY ? undefined : own;
    if (speaker === undefined) {
      if (present !== undefined) return { speaker: present, alternatives: [], isInferred: false };
      const ids = alternatives.map(id => this.#idOf(id));
      return { speaker: own, alternatives: unique([...open, ...ids]), isInferred: false };
    }
    if (present !== undefined && this.#isKept(present, speaker))
      return { speaker: present, alternatives: [], isInferred: false };
    const id = this.#idOf(speaker);
    const isOpen =
      present === undefined
        ? open.length > 0 && !open.includes(id)
        : this.#same.areContrary(FROM, speaker, ONTO, present) && !this.#isOverruled(present, speaker);
    if (isOpen) {
      const all = unique([...(present === undefined ? open : [present]), id]);
      return { speaker: undefined, alternatives: all, isInferred: false };
    }
    return { speaker: id, alternatives: [], isInferred: true };
  }

  /** Who is named stays beside a label, and beside the same person. */
  #isKept(present: Id, speaker: Id): boolean {
    const isNamed = this.#same.isNamed(ONTO, present);
    if (isNamed && !this.#same.isNamed(FROM, speaker)) return true;
    return this.#same.isSame(FROM, speaker, ONTO, present);
  }

  /** A label gives way to somebody who is named. */
  #isOverruled(present: Id, speaker: Id): boolean {
    return !this.#same.isNamed(ONTO, present) && this.#same.isNamed(FROM, speaker);
  }

  /** Parties of the transcript who are the same person. */
  #namesakes(speaker: Id): readonly Id[] {
    return getOrMake(this.#known, speaker, () => {
      const speaking = this.#onto.utterances.flatMap(({ speaker: id }) => id ?? []);
      return unique([...this.#onto.parties.keys(), ...speaking]).filter(
        id => id !== UNKNOWN_PARTY && this.#same.isSame(FROM, speaker, ONTO, id),
      );
    });
  }

  #idOf(speaker: Id): Id {
    return getOrMake(this.#ids, speaker, () => {
      const [namesake, another] = this.#namesakes(speaker);
      if (namesake !== undefined && another === undefined) return namesake;
      const id = this.#freeId(speaker);
      // Whom a party speaks for may be nobody of this transcript.
      const { 'on-behalf-of': _, ...party } = this.#from.parties.get(speaker) ?? {};
      this.parties.set(id, party);
      return id;
    });
  }

  #freeId(speaker: Id): Id {
    const isFree = (id: Id) => !this.#taken.has(id) && !this.parties.has(id);
    if (isFree(speaker)) return speaker;
    return withHash(speaker, this.#from.parties.get(speaker)?.name ?? speaker, id => !isFree(id));
  }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
