/** The words of one witness with the times and speakers of others. Everything carried over is marked as inferred. */
import { doubtfulWords } from '../align/words/doubtful-words.ts';
import { WordMap } from '../align/words/word-map.ts';
import type { WordTable } from '../align/words/word-table.ts';
import { sha256After } from '../anchor/hash.ts';
import { cutUtterance } from '../edit/cut-utterance.ts';
import { withTimedWords } from '../edit/timed-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Id, Transcript, Utterance } from '../model/model.ts';
import { newId } from '../model/new-id.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { carriedVoices, NOBODY } from './carry-speakers.ts';
import { carriedMoments, counterparts } from './carry-times.ts';
import { alignWitnesses } from './columns.ts';
import { endOf, startOf } from './reading.ts';
import { sameSpeakers, speakerOf } from './same-speakers.ts';
import { type Resolved, speakersOnto } from './speakers-onto.ts';
import { timedTokens } from './timed-text.ts';
import { type WordMoments, wordMoments } from './word-moments.ts';

/** The witnesses whose times and speakers are carried over. */
export interface Sources {
  readonly times?: Transcript | undefined;
  readonly speakers?: Transcript | undefined;
}

export interface Carried {
  readonly transcript: Transcript;
  /** Utterances with words, those that got a time, and those split where the speaker changes. */
  readonly utterances: { readonly all: number; readonly timed: number; readonly split: number };
  /** All words, those that got a speaker, and those that nobody is named for. */
  readonly words: { readonly all: number; readonly voiced: number; readonly unsure: number };
}

/** @param taken ids in use: new parties and parts of utterances get others. */
export function carryOnto(
  onto: Transcript,
  { times, speakers }: Sources,
  lists: WordLists,
  taken: ReadonlySet<Id>,
): Carried {
  const timed = times === undefined ? undefined : pairOf(times, onto, lists);
  const voiced =
    speakers === undefined ? undefined : speakers === times ? timed : pairOf(speakers, onto, lists);
  const table = (timed ?? voiced)!.table;
  const moments = timed?.moments();
  const parties = voiced === undefined ? undefined : speakersOnto(speakers!, onto, voiced.speakers, taken);
  const voices = voiced?.voices();
  const ids = new Set(taken);
  const utterances: Utterance[] = [];
  const counts = { timed: 0, split: 0, voiced: 0, unsure: 0, spoken: 0 };
  for (const [index, utterance] of onto.utterances.entries()) {
    const [first, last] = [table.firsts[index]!, table.firsts[index + 1]!];
    if (first === last) {
      utterances.push(moments === undefined ? utterance : withoutTimes(utterance));
      continue;
    }
    const resolved = (word: number) => parties!.resolve(voices![word] ?? NOBODY, utterance);
    const pieces =
      parties === undefined
        ? [{ first, last, voice: undefined }]
        : piecesOf(utterance, table, first, last, resolved);
    if (pieces.length > 1) counts.split++;
    for (const part of partsOf(utterance, pieces, table, ids)) {
      let result = part.utterance;
      counts.spoken++;
      if (part.voice !== undefined) {
        result = withVoice(result, part.voice, pieces.length > 1);
        const count = part.last - part.first;
        if (part.voice.isInferred) counts.voiced += count;
        if (part.voice.speaker === undefined || part.voice.speaker === UNKNOWN_PARTY) counts.unsure += count;
      }
      if (moments !== undefined) {
        result = withMoments(result, part, table, moments);
        if (result.start !== undefined) counts.timed++;
      }
      utterances.push(result);
    }
  }
  return {
    transcript: { ...onto, utterances, ...(parties !== undefined && { parties: parties.parties }) },
    utterances: { all: counts.spoken, timed: counts.timed, split: counts.split },
    words: { all: table.length, voiced: counts.voiced, unsure: counts.unsure },
  };
}

/** Aligns a witness with the one that takes its times or speakers. */
function pairOf(from: Transcript, onto: Transcript, lists: WordLists) {
  const columns = alignWitnesses([from, onto], lists);
  const sources = counterparts(columns);

  function moments(): WordMoments {
    const [source, table] = columns.tables;
    return carriedMoments(table!, sources, source!, wordMoments(from.utterances, source!));
  }

  function voices() {
    const [source, table] = columns.tables;
    return carriedVoices(onto, table!, sureSources(), source!, word =>
      speakerOf(from, source!.utteranceOf[word]!),
    );
  }

  /** Drops doubtful counterparts: of "very very" and "very", either word may be the match. */
  function sureSources(): Int32Array {
    const [source, table] = columns.tables;
    const map = new WordMap(source!.length, table!.length);
    for (let word = 0; word < sources.length; word++)
      if (sources[word]! >= 0) map.link(sources[word]!, word, 1, false);
    const doubtful = doubtfulWords({ old: source!, new: table!, map });
    return sources.map(word => (word >= 0 && doubtful[word] === 1 ? -1 : word));
  }

  return { table: columns.tables[1]!, speakers: sameSpeakers([from, onto], columns), moments, voices };
}

/** Words of an utterance with one speaker. */
interface Piece {
  readonly first: number;
  readonly last: number;
  readonly voice: Resolved | undefined;
}

/**
 * Cuts an utterance into pieces with one speaker each. Words without white space between them stay together, and have no
 * speaker if they have two.
 */
function piecesOf(
  { text = '' }: Utterance,
  table: WordTable,
  first: number,
  last: number,
  voiceOf: (word: number) => Resolved,
): Piece[] {
  const pieces: { first: number; last: number; voice: Resolved }[] = [];
  for (let word = first; word < last; ) {
    let end = word + 1;
    while (end < last && isJoined(end)) end++;
    const voices = [...new Map(range(word, end).map(at => [keyOf(voiceOf(at)), voiceOf(at)])).values()];
    const voice = voices.length === 1 ? voices[0]! : undecided(voices);
    const before = pieces.at(-1);
    if (before !== undefined && keyOf(before.voice) === keyOf(voice)) before.last = end;
    else pieces.push({ first: word, last: end, voice });
    word = end;
  }
  return pieces;

  function isJoined(word: number): boolean {
    const between = text.slice(table.ends[word - 1], table.starts[word]);
    return between !== '' ? !/\s/.test(between) : isSpelled(text, table.starts[word]!);
  }
}

/** Whether a place is inside a word of a script that separates words by blanks. */
function isSpelled(text: string, place: number): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    text.slice(place, place + 2),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function keyOf({ speaker, alternatives, isInferred }: Resolved): string {
  return JSON.stringify([speaker, alternatives, isInferred]);
}

function undecided(voices: readonly Resolved[]): Resolved {
  const speakers = voices.flatMap(({ speaker, alternatives }) => [speaker ?? [], alternatives].flat());
  return { speaker: undefined, alternatives: [...new Set(speakers)], isInferred: false };
}

interface Part extends Piece {
  readonly utterance: Utterance;
  /** Offset of its text in that of the whole utterance. */
  readonly offset: number;
}

function partsOf(whole: Utterance, pieces: readonly Piece[], table: WordTable, ids: Set<Id>): Part[] {
  const { text = '' } = whole;
  if (pieces.length === 1) return [{ ...pieces[0]!, utterance: whole, offset: 0 }];
  const slices = pieces.map(({ first, last }) => {
    const start = startOf(first, table, text);
    const slice = text.slice(start, endOf(last - 1, table, text));
    return { text: slice.trim(), offset: start + slice.length - slice.trimStart().length };
  });
  let count = 0;
  const hashOf = sha256After(`${whole.id ?? ''}\n${text}\n`);
  const { parts } = cutUtterance(
    whole,
    slices.map(({ text: slice }) => slice),
    () => {
      const id = idOfPart(count++, hashOf, ids);
      ids.add(id);
      return id;
    },
  );
  return parts.map((utterance, index) => ({ ...pieces[index]!, utterance, offset: slices[index]!.offset }));
}

/** Derived from what is split and where, so that the same command gives the same ids. It looks like any other new id. */
function idOfPart(part: number, hashOf: (place: string) => string, taken: ReadonlySet<Id>): Id {
  let round = 0;
  return newId(
    'u',
    length => {
      round++;
      const digits = hashOf(`${part}\n${round}`);
      return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
    },
    id => taken.has(id),
  );
}

/** @param isPart whether other words of the utterance have another speaker: then nobody is `unknown`. */
function withVoice(
  utterance: Utterance,
  { speaker, alternatives, isInferred }: Resolved,
  isPart: boolean,
): Utterance {
  const { speaker: own, alternatives: _a, inferred = [], ...rest } = utterance;
  const marks = inferred.filter(name => name !== 'speaker');
  const isOpen = speaker === undefined && (alternatives.length > 0 || isPart);
  const now = isOpen ? UNKNOWN_PARTY : (speaker ?? own);
  const isKept = now === own && !isInferred;
  const all = isInferred ? [...marks, 'speaker' as const] : isKept ? inferred : marks;
  return {
    ...rest,
    ...(now !== undefined && { speaker: now }),
    ...(alternatives.length > 0 && { alternatives: [...alternatives] }),
    ...(all.length > 0 && { inferred: all }),
  };
}

/** Drops times of another clock, which would contradict those carried over. */
function withoutTimes(utterance: Utterance): Utterance {
  const { start: _s, end: _e, inferred = [], ...rest } = withTimedWords(utterance, undefined);
  const marks = inferred.filter(name => name === 'speaker');
  return { ...rest, ...(marks.length > 0 && { inferred: marks }) };
}

function withMoments(
  utterance: Utterance,
  { first, last, offset }: Part,
  table: WordTable,
  moments: WordMoments,
): Utterance {
  const untimed = withoutTimes(utterance);
  if (shareTimed(first, last, moments) < LEAST_TIMED) return untimed;
  const { inferred = [], ...rest } = untimed;
  const start = firstStart(first, last, moments);
  const end = latestEnd(first, last, moments);
  const [hasStart, hasEnd] = [!Number.isNaN(start), !Number.isNaN(end)];
  const marks = [
    ...(hasStart ? (['start'] as const) : []),
    ...(hasEnd ? (['end'] as const) : []),
    ...inferred,
  ];
  const result = {
    ...rest,
    ...(hasStart && { start: Math.round(start) }),
    ...(hasEnd && { end: Math.round(end) }),
    ...(marks.length > 0 && { inferred: marks }),
  };
  return withTimedWords(result, timedTokens(utterance.text ?? '', offset, table, first, last, moments));
}

/** If a smaller share of its words has a time, an utterance was said elsewhere, and the match is a stray "the". */
const LEAST_TIMED = 0.25;

function shareTimed(first: number, last: number, { starts }: WordMoments): number {
  let timed = 0;
  for (let word = first; word < last; word++) if (!Number.isNaN(starts[word]!)) timed++;
  return timed / (last - first);
}

/** Starts with the first word that has a time: words added before it may take any time. */
function firstStart(first: number, last: number, { starts }: WordMoments): number {
  for (let word = first; word < last; word++) if (!Number.isNaN(starts[word]!)) return starts[word]!;
  return Number.NaN;
}

function latestEnd(first: number, last: number, { ends }: WordMoments): number {
  let latest = Number.NaN;
  for (let word = first; word < last; word++)
    if (!Number.isNaN(ends[word]!) && !(ends[word]! <= latest)) latest = ends[word]!;
  return latest;
}
