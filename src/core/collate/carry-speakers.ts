/**
 * Carries the speakers of one witness over to the words of another. Nobody is put on record for another's words: where the
 * witnesses disagree, or where several pairings of words are possible, the speaker stays unknown.
 */

import type { WordTable } from '../align/words/word-table.ts';
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Transcript } from '../model/model.ts';

/** Who says some words: one party, or nobody, with those who may have said them. */
export interface Voice {
  readonly speaker: Id | undefined;
  readonly alternatives: readonly Id[];
}

export const NOBODY: Voice = { speaker: undefined, alternatives: [] };

/** Longest run of words missing from the other witness that takes a speaker; a longer run may well be somebody else's. */
const MOST_ADDED = 12;
/** Most words that may take the place of one word of the other witness. */
const MOST_FOR_ONE = 2;

/** A run of words without a counterpart. */
interface Gap {
  readonly start: number;
  readonly end: number;
  /** The words of the other witness in its place. */
  readonly from: number;
  readonly to: number;
}

/**
 * Returns, for each word of a witness, who says it in the other witness.
 *
 * @param sources the counterpart of each word in the other witness, or -1; doubtful words have none.
 * @param speakerOf returns who speaks a word of the other witness.
 */
export function carriedVoices(
  { utterances }: Transcript,
  table: WordTable,
  sources: Int32Array,
  source: WordTable,
  speakerOf: (word: number) => Id | undefined,
): Voice[] {
  const voices: Voice[] = Array.from({ length: table.length }, () => NOBODY);
  const known = new Map<Id, Voice>();
  const voiceOf = (speaker: Id | undefined): Voice => {
    if (speaker === undefined) return NOBODY;
    return getOrMake(known, speaker, () => ({ speaker, alternatives: [] }));
  };
  let before = -1;
  let sourceBefore = -1;
  for (let word = 0; word <= table.length; word++) {
    const counterpart = word < table.length ? sources[word]! : source.length;
    if (counterpart < 0) continue;
    if (word < table.length) voices[word] = voiceOf(speakerOf(counterpart));
    if (word - before > 1) fill({ start: before + 1, end: word, from: sourceBefore + 1, to: counterpart });
    before = word;
    sourceBefore = counterpart;
  }
  return voices;

  /** Fills a gap, utterance by utterance. */
  function fill(gap: Gap): void {
    const counts = new Map<Id | undefined, number>();
    for (let word = gap.from; word < gap.to; word++) countUp(counts, speakerOf(word));
    for (let start = gap.start; start < gap.end; ) {
      const utterance = table.utteranceOf[start]!;
      const end = Math.min(gap.end, table.firsts[utterance + 1]!);
      const voice = voiceOfPart(start, end, gap, counts);
      for (let word = start; word < end; word++) voices[word] = voice;
      start = end;
    }
  }

  function voiceOfPart(
    start: number,
    end: number,
    gap: Gap,
    counts: ReadonlyMap<Id | undefined, number>,
  ): Voice {
    const utterance = table.utteranceOf[start]!;
    const isBegun = start > table.firsts[utterance]!;
    const goesOn = end < table.firsts[utterance + 1]!;
    const left = gap.start > 0 ? voices[gap.start - 1]!.speaker : undefined;
    const right = gap.end < table.length ? speakerOf(sources[gap.end]!) : undefined;
    const inside = [...new Set([...(isBegun ? [left] : []), ...(goesOn ? [right] : [])])];
    const others = [...counts.keys()];
    const candidates = [...new Set([...inside, ...others])].filter(id => id !== undefined);
    const unsure: Voice = candidates.length > 1 ? { speaker: undefined, alternatives: candidates } : NOBODY;
    // A whole utterance without a counterpart may be anybody's. If it stands where the other witness has words, it is
    // theirs.
    const own = inside.length > 0 ? inside : others;
    const [speaker] = own;
    if (own.length !== 1 || speaker === undefined) return unsure;
    const count = end - start;
    if (others.length === 0) {
      const isShort = count <= MOST_ADDED && !isOfSentences(start, end, utterance);
      return isShort ? voiceOf(speaker) : NOBODY;
    }
    const ofOwn = counts.get(speaker) ?? 0;
    const isElsewhere = (id: Id | undefined) =>
      (id === left && (start > gap.start || ofOwn > 0)) || (id === right && (end < gap.end || ofOwn > 0));
    const areOthersElsewhere = others.every(id => id === speaker || (id !== undefined && isElsewhere(id)));
    if (!areOthersElsewhere) return unsure;
    return count <= MOST_FOR_ONE * ofOwn + 1 ? voiceOf(speaker) : unsure;
  }

  /** Whether these words are whole sentences, which somebody else may have thrown in. */
  function isOfSentences(start: number, end: number, utterance: number): boolean {
    const { text = '' } = utterances[utterance]!;
    const isEdge = (word: number) =>
      word === table.firsts[utterance] ||
      word === table.firsts[utterance + 1] ||
      ENDS_SENTENCE.test(text.slice(table.ends[word - 1], table.starts[word]));
    return isEdge(start) && isEdge(end);
  }
}

const ENDS_SENTENCE = /[.!?\u2026\u0589\u061f\u0964\u3002\uff01\uff1f]/;
