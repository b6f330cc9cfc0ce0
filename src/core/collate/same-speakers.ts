/**
 * Whether speakers of two witnesses are the same person, asked as reanchor, diff and merge ask it. Witnesses are made apart
 * from each other, so two things that tell something of versions tell nothing of them: the label of a machine (another
 * voice may have it in the other witness), and an id under which they name two people.
 */
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Transcript } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { isLabel } from '../who-speaks/naming.ts';
import { lettersOfName } from '../who-speaks/speaker-names.ts';
import { Speakers, type WordShares } from '../who-speaks/speakers.ts';
import type { Columns } from './columns.ts';

/** Share of the words of a speaker that must be the other's: the rest may be corrections. */
const LEAST_SHARE = 0.9;

export class SameSpeakers {
  readonly #witnesses: readonly Transcript[];
  readonly #columns: Columns;
  readonly #speakers = new Map<string, Speakers>();
  readonly #shares = new Map<string, WordShares>();

  constructor(witnesses: readonly Transcript[], columns: Columns) {
    this.#witnesses = witnesses;
    this.#columns = columns;
  }

  /** A label is never the same as somebody who is named: it only may be on the same words. */
  isSame(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    const areNamed = [this.isNamed(one, speaker), this.isNamed(other, otherSpeaker)];
    if (areNamed[0] !== areNamed[1]) return false;
    const isSaid = this.#isSaidBy(one, speaker, other, otherSpeaker);
    const isSaidBack = this.#isSaidBy(other, otherSpeaker, one, speaker);
    if (!areNamed[0]) return isSaid || isSaidBack;
    if (speaker === otherSpeaker && this.#haveTwoNames(one, other, speaker)) return isSaid && isSaidBack;
    return (
      this.#between(one, other).isSame(speaker, otherSpeaker) &&
      this.#between(other, one).isSame(otherSpeaker, speaker)
    );
  }

  /**
   * Whether two speakers of the same words contradict each other. A label does so only where most of its words are another
   * one's, and most words of whom the other witness names have another label: one label for everybody says nothing.
   */
  areContrary(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    if (this.isNamed(one, speaker) && this.isNamed(other, otherSpeaker))
      return !this.isSame(one, speaker, other, otherSpeaker);
    const counterpart = this.#mostlySaidBy(one, speaker, other);
    const otherCounterpart = this.#mostlySaidBy(other, otherSpeaker, one);
    if (counterpart === undefined || otherCounterpart === undefined) return false;
    return counterpart !== otherSpeaker && otherCounterpart !== speaker;
  }

  /** Whether a witness says who a speaker is: the label of a machine does not. */
  isNamed(witness: number, speaker: Id): boolean {
    return !isLabel(this.#witnesses[witness]!.parties.get(speaker)?.name ?? speaker);
  }

  #haveTwoNames(one: number, other: number, id: Id): boolean {
    const [names, others] = [one, other].map(witness => {
      const { name, aliases = [] } = this.#witnesses[witness]!.parties.get(id) ?? {};
      return name === undefined ? [] : [name, ...aliases].map(lettersOfName);
    });
    const [own, otherOwn] = [names![0], others![0]];
    if (own === undefined || otherOwn === undefined) return false;
    return !names!.includes(otherOwn) && !others!.includes(own);
  }

  #between(old: number, fresh: number): Speakers {
    const shares = () => this.#sharesOf(old, fresh);
    const make = () => new Speakers(this.#witnesses[old]!, this.#witnesses[fresh]!, shares);
    return getOrMake(this.#speakers, `${old} ${fresh}`, make);
  }

  /** Whether nearly all words of a speaker are those of one of the other witness. */
  #isSaidBy(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    const counts = this.#sharesOf(one, other).get(speaker);
    return counts !== undefined && (counts.get(otherSpeaker) ?? 0) >= LEAST_SHARE * sumOf(counts);
  }

  /** Who of the other witness says more than half of the words of a speaker. */
  #mostlySaidBy(one: number, speaker: Id, other: number): Id | undefined {
    const counts = this.#sharesOf(one, other).get(speaker);
    if (counts === undefined) return undefined;
    const all = sumOf(counts);
    for (const [id, count] of counts) if (2 * count > all) return id;
    return undefined;
  }

  /** Only words that both have alike count, where both name somebody. */
  #sharesOf(old: number, fresh: number): WordShares {
    return getOrMake(this.#shares, `${old} ${fresh}`, () => this.#countShares(old, fresh));
  }

  #countShares(old: number, fresh: number): WordShares {
    const { tables, words, length } = this.#columns;
    const shares = new Map<Id, Map<Id, number>>();
    for (let row = 0; row < length; row++) {
      const [word, other] = [words[old]![row]!, words[fresh]![row]!];
      if (word < 0 || other < 0 || tables[old]!.keys[word] !== tables[fresh]!.keys[other]) continue;
      const speaker = speakerOf(this.#witnesses[old]!, tables[old]!.utteranceOf[word]!);
      const now = speakerOf(this.#witnesses[fresh]!, tables[fresh]!.utteranceOf[other]!);
      if (speaker === undefined || now === undefined) continue;
      countUp(
        getOrMake(shares, speaker, () => new Map<Id, number>()),
        now,
      );
    }
    return shares;
  }
}

function sumOf(counts: ReadonlyMap<Id, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** Who speaks an utterance; undefined where nobody is named. */
export function speakerOf({ utterances }: Transcript, utterance: number): Id | undefined {
  const { speaker } = utterances[utterance]!;
  return speaker === UNKNOWN_PARTY ? undefined : speaker;
}
