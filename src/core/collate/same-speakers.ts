/**
 * Whether speakers of two witnesses are the same person, asked as reanchor, diff and merge ask it. Unlike versions of a
 * file, witnesses are made independently, so two signs mean nothing here: the label of a machine, which another voice may
 * have in the other witness, and an id under which the witnesses name two people.
 */
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Transcript } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { isLabel } from '../who-speaks/naming.ts';
import { lettersOfName } from '../who-speaks/speaker-names.ts';
import { type Speakers, speakersOf, type WordShares } from '../who-speaks/speakers.ts';
import type { Columns } from './columns.ts';

/** Share of a speaker's words that must be the other's; the rest may be corrections. */
const LEAST_SHARE = 0.9;

export type SameSpeakers = ReturnType<typeof sameSpeakers>;

export function sameSpeakers(witnesses: readonly Transcript[], columns: Columns) {
  const speakers = new Map<string, Speakers>();
  const shares = new Map<string, WordShares>();

  /** A label is never the same as a named person: they may only share words. */
  function isSame(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    const areNamed = [isNamed(one, speaker), isNamed(other, otherSpeaker)];
    if (areNamed[0] !== areNamed[1]) return false;
    const isSaid = isSaidBy(one, speaker, other, otherSpeaker);
    const isSaidBack = isSaidBy(other, otherSpeaker, one, speaker);
    if (!areNamed[0]) return isSaid || isSaidBack;
    if (speaker === otherSpeaker && haveTwoNames(one, other, speaker)) return isSaid && isSaidBack;
    return (
      between(one, other).isSame(speaker, otherSpeaker) && between(other, one).isSame(otherSpeaker, speaker)
    );
  }

  /**
   * Whether two speakers of the same words contradict each other. A label contradicts only if most of its words are
   * another speaker's and most words of that person have another label: one label for everybody says nothing.
   */
  function areContrary(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    if (isNamed(one, speaker) && isNamed(other, otherSpeaker))
      return !isSame(one, speaker, other, otherSpeaker);
    const counterpart = mostlySaidBy(one, speaker, other);
    const otherCounterpart = mostlySaidBy(other, otherSpeaker, one);
    if (counterpart === undefined || otherCounterpart === undefined) return false;
    return counterpart !== otherSpeaker && otherCounterpart !== speaker;
  }

  /** Whether a witness names the speaker: the label of a machine is no name. */
  function isNamed(witness: number, speaker: Id): boolean {
    return !isLabel(witnesses[witness]!.parties.get(speaker)?.name ?? speaker);
  }

  function haveTwoNames(one: number, other: number, id: Id): boolean {
    const [names, others] = [one, other].map(witness => {
      const { name, aliases = [] } = witnesses[witness]!.parties.get(id) ?? {};
      return name === undefined ? [] : [name, ...aliases].map(lettersOfName);
    });
    const [own, otherOwn] = [names![0], others![0]];
    if (own === undefined || otherOwn === undefined) return false;
    return !names!.includes(otherOwn) && !others!.includes(own);
  }

  function between(old: number, fresh: number): Speakers {
    const shares = () => sharesOf(old, fresh);
    const make = () => speakersOf(witnesses[old]!, witnesses[fresh]!, shares);
    return getOrMake(speakers, `${old} ${fresh}`, make);
  }

  /** Whether nearly all words of a speaker are those of one speaker of the other witness. */
  function isSaidBy(one: number, speaker: Id, other: number, otherSpeaker: Id): boolean {
    const counts = sharesOf(one, other).get(speaker);
    return counts !== undefined && (counts.get(otherSpeaker) ?? 0) >= LEAST_SHARE * sumOf(counts);
  }

  /** Returns who says more than half of a speaker's words in the other witness. */
  function mostlySaidBy(one: number, speaker: Id, other: number): Id | undefined {
    const counts = sharesOf(one, other).get(speaker);
    if (counts === undefined) return undefined;
    const all = sumOf(counts);
    for (const [id, count] of counts) if (2 * count > all) return id;
    return undefined;
  }

  /** Counts only the words that both witnesses share and give to somebody. */
  function sharesOf(old: number, fresh: number): WordShares {
    return getOrMake(shares, `${old} ${fresh}`, () => countShares(old, fresh));
  }

  function countShares(old: number, fresh: number): WordShares {
    const { tables, words, length } = columns;
    const shares = new Map<Id, Map<Id, number>>();
    for (let row = 0; row < length; row++) {
      const [word, other] = [words[old]![row]!, words[fresh]![row]!];
      if (word < 0 || other < 0 || tables[old]!.keys[word] !== tables[fresh]!.keys[other]) continue;
      const speaker = speakerOf(witnesses[old]!, tables[old]!.utteranceOf[word]!);
      const now = speakerOf(witnesses[fresh]!, tables[fresh]!.utteranceOf[other]!);
      if (speaker === undefined || now === undefined) continue;
      countUp(
        getOrMake(shares, speaker, () => new Map<Id, number>()),
        now,
      );
    }
    return shares;
  }

  return { isSame, areContrary, isNamed };
}

function sumOf(counts: ReadonlyMap<Id, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** Returns who speaks an utterance; undefined if nobody is named. */
export function speakerOf({ utterances }: Transcript, utterance: number): Id | undefined {
  const { speaker } = utterances[utterance]!;
  return speaker === UNKNOWN_PARTY ? undefined : speaker;
}
