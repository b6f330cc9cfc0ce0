/** Talks made from a seed, and what another witness makes of them: words changed, put in and left out, with the truth. */
import type { Transcript, Utterance } from '../../src/core/model/model.ts';
import { wordsField } from '../../src/core/model/word-times.ts';
import { NOTHING } from '../fixtures/project.ts';

export type Random = () => number;

/** Mulberry32: the same numbers for a seed on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface TalkWord {
  readonly text: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly speaker: string | undefined;
}

/** By utterance its words. */
export type TalkWords = readonly (readonly TalkWord[])[];

const SYLLABLES = ['ba', 'ko', 'ri', 'ten', 'mu', 'la', 'ves', 'do', 'sha', 'ni', 'por', 'ge', 'ul', 'tam'];

/** A word of a language with few frequent and many rare words. */
function wordOf(random: Random): string {
  let rank = Math.floor(random() ** 3 * 4000);
  let word = '';
  do {
    word += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  return word;
}

/** Turns of four speakers at 150 words a minute, with pauses between sentences. */
export function talkOf(random: Random, words: number): TalkWords {
  const turns: TalkWord[][] = [];
  let time = 300;
  let speaker = 0;
  for (let count = 0; count < words; ) {
    speaker = (speaker + 1 + Math.floor(random() * 3)) % 4;
    const length = Math.min(words - count, 3 + Math.floor(random() ** 2 * 60));
    const turn: TalkWord[] = [];
    for (let index = 0; index < length; index++) {
      const text = wordOf(random);
      const start = time;
      const end = start + 60 * text.length + Math.floor(random() * 80);
      time = end + (random() < 0.08 ? 400 + Math.floor(random() * 900) : 20 + Math.floor(random() * 60));
      turn.push({ text, start, end, speaker: `speaker-${speaker}` });
    }
    count += length;
    turns.push(turn);
  }
  return turns;
}

export function timedTranscript(turns: TalkWords): Transcript {
  return transcriptOf(
    turns.map((turn, index): Utterance => {
      const [start, end] = [turn[0]?.start, turn.at(-1)?.end];
      const speaker = turn[0]?.speaker;
      return {
        id: `m${index}`,
        ...(speaker !== undefined && { speaker }),
        ...(start !== undefined && { start }),
        ...(end !== undefined && { end }),
        text: turn.map(({ text }) => text).join(' '),
        ...wordsField(turn),
      };
    }),
  );
}

/** The words alone: without times and speakers. */
export function plainTranscript(turns: TalkWords): Transcript {
  return transcriptOf(
    turns.map((turn, index) => ({ id: `p${index}`, text: turn.map(({ text }) => text).join(' ') })),
  );
}

export function transcriptOf(utterances: readonly Utterance[]): Transcript {
  return { kind: 'transcript', ...NOTHING, utterances };
}

/** A share of the words changed, put in or left out, as many of each. Words that are put in have no time of their own. */
export function noisy(turns: TalkWords, share: number, random: Random): TalkWords {
  const vocabulary = turns.flatMap(turn => turn.map(({ text }) => text));
  const other = () => vocabulary[Math.floor(random() * vocabulary.length)]!;
  return turns
    .map(turn =>
      turn.flatMap((word): TalkWord[] => {
        if (random() >= share) return [word];
        const kind = Math.floor(random() * 3);
        if (kind === 0) return [{ ...word, text: other() }];
        if (kind === 1) return [word, { ...word, text: other(), start: undefined, end: undefined }];
        return [];
      }),
    )
    .filter(turn => turn.length > 0);
}
