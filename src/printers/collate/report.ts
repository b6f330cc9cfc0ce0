/** A collation as printers get it, and what several of them tell of it. */

import type { CollatedPlace, Collation } from '../../core/collate/collation.ts';
import type { Place } from '../../core/collate/places.ts';
import { partsOf, readingText } from '../../core/collate/reading.ts';
import { speakerOf } from '../../core/collate/same-speakers.ts';
import { measuredMoments, type WordMoments } from '../../core/collate/word-moments.ts';
import { lazilyFor } from '../../core/lazily.ts';
import { countUp } from '../../core/maps.ts';
import type { Utterance } from '../../core/model/model.ts';
import { WORDS_KEY } from '../../core/model/word-times.ts';
import { grouped } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import type { Printer } from '../printer.ts';

export interface CollateReport {
  readonly collation: Collation;
  /** Names of the files, and for those that are not ours the id of their format. */
  readonly files: readonly { readonly name: string; readonly format: string | undefined }[];
  /** Whether places where all say the same are printed too. */
  readonly isAll: boolean;
  /** A command that goes on from here. */
  readonly next: string | undefined;
  /** The style sheet of a page; without it a page has the browser's looks. */
  readonly styleSheet?: string;
}

export type CollatePrinter = Printer<CollateReport>;

/** A, B, ... Z, AA: how a witness is called. */
export function letterOf(witness: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (witness % 26));
  return witness < 26 ? letter : letterOf(Math.floor(witness / 26) - 1) + letter;
}

export interface WitnessFacts {
  readonly letter: string;
  readonly file: string;
  readonly format: string | undefined;
  readonly utterances: number;
  readonly words: number;
  /** Whether its words have times of their own, or its utterances, or neither. */
  readonly times: 'words' | 'utterances' | 'none';
  readonly speakers: number;
}

export function witnessFacts({ collation, files }: CollateReport): readonly WitnessFacts[] {
  return collation.witnesses.map((witness, index) => {
    const spoken = witness.utterances.filter(({ text }) => text !== undefined);
    const speakers = new Set(spoken.map((_, at) => speakerOf({ ...witness, utterances: spoken }, at)));
    speakers.delete(undefined);
    const hasWordTimes = spoken.some(utterance => WORDS_KEY in utterance);
    return {
      letter: letterOf(index),
      file: files[index]!.name,
      format: files[index]!.format,
      utterances: spoken.length,
      words: collation.columns.tables[index]!.length,
      times: hasWordTimes ? 'words' : spoken.some(({ start }) => start !== undefined) ? 'utterances' : 'none',
      speakers: speakers.size,
    };
  });
}

/** The places that are printed. */
export function placesIn({ collation, isAll }: CollateReport): readonly CollatedPlace[] {
  return isAll ? collation.places : collation.places.filter(({ kind }) => kind !== 'same');
}

/** Where else the passage of a place is: "the same words stand elsewhere in B"; undefined if it was not moved. */
export function movedText({ isMoved, spans }: CollatedPlace): string | undefined {
  if (!isMoved) return undefined;
  const others = spans.flatMap(({ start, end }, witness) => (start === end ? [letterOf(witness)] : []));
  return `moved: ${listOf(others)} ${others.length === 1 ? 'has' : 'have'} it elsewhere`;
}

/** The words of a witness at a place. */
export interface Reading {
  readonly text: string;
  /** The first utterance with its words; without words, the utterance in which they would be. */
  readonly utterance: Utterance;
  /** Ids of all utterances with its words. */
  readonly ids: readonly string[];
  readonly speaker: string | undefined;
  readonly name: string | undefined;
  /** When it begins: as measured for its first word, else as its utterance does. */
  readonly start: number | undefined;
}

const measured = lazilyFor((collation: Collation): readonly WordMoments[] =>
  collation.witnesses.map(({ utterances }, index) =>
    measuredMoments(utterances, collation.columns.tables[index]!),
  ),
);

export function readingOf(collation: Collation, { spans }: Place, witness: number): Reading {
  const transcript = collation.witnesses[witness]!;
  const table = collation.columns.tables[witness]!;
  const span = spans[witness]!;
  const isEmpty = span.start === span.end;
  const word = Math.max(0, isEmpty ? span.start - 1 : span.start);
  const place = table.utteranceOf[word] ?? 0;
  const utterance = transcript.utterances[place] ?? {};
  const speaker = transcript.utterances.length === 0 ? undefined : speakerOf(transcript, place);
  const start = measured(collation)[witness]!.starts[word] ?? Number.NaN;
  return {
    text: readingText(transcript.utterances, table, span),
    utterance,
    ids: partsOf(transcript.utterances, table, span).flatMap(
      part => transcript.utterances[part.utterance]!.id ?? [],
    ),
    speaker,
    name: speaker === undefined ? undefined : (transcript.parties.get(speaker)?.name ?? speaker),
    start: Number.isNaN(start) ? utterance.start : Math.round(start),
  };
}

/** The id and speaker before the words: "u1 Per Lind"; empty if neither is known. */
export function labelOf({ files }: CollateReport, witness: number, { utterance, name }: Reading): string {
  // Other formats have no ids of their own that a reader would find in the file.
  const id = files[witness]!.format === undefined ? utterance.id : undefined;
  return [id, name].filter(part => part !== undefined).join(' ');
}

/** When a place is said: by the first witness that has times. */
export function timeOf(collation: Collation, place: Place): number | undefined {
  for (const witness of collation.witnesses.keys()) {
    const { start } = readingOf(collation, place, witness);
    if (start !== undefined) return start;
  }
  return undefined;
}

export interface Counts {
  /** Rows of the table of all words. */
  readonly words: number;
  readonly same: number;
  /** Whole percent, 100 only where all are the same. */
  readonly percent: number;
  readonly places: number;
  /** Those among them that some witnesses have in another place. */
  readonly moved: number;
  /** By kind of alarm the places that raise one. */
  readonly alarms: ReadonlyMap<string, number>;
}

export function countsOf({ columns, places, same }: Collation): Counts {
  const alarms = new Map<string, number>();
  for (const place of places)
    for (const kind of new Set(place.alarms.map(alarm => alarm.kind))) countUp(alarms, kind);
  return {
    words: columns.length,
    same,
    percent: columns.length === 0 ? 100 : Math.floor((100 * same) / columns.length),
    places: places.filter(({ kind }) => kind !== 'same').length,
    moved: places.filter(({ isMoved }) => isMoved).length,
    alarms,
  };
}

/** What a place changes, by kind of alarm. */
const CHANGES: Readonly<Record<string, string>> = {
  number: 'a number',
  name: 'a name',
  negation: 'a negation',
  speaker: 'the speaker',
  date: 'a date',
  unit: 'a unit',
  attribution: 'what somebody makes of the words',
  words: 'words of a language without a list',
};

/** "17 of 19 words are the same in both (89 %); 2 places differ, ! 1 changes a number". */
export function summaryOf(collation: Collation): string {
  const { words, same, percent, places, moved, alarms } = countsOf(collation);
  const inAll = collation.witnesses.length === 2 ? 'both' : `all ${collation.witnesses.length}`;
  const differ =
    places === 0 ? 'no place differs' : places === 1 ? '1 place differs' : `${grouped(places)} places differ`;
  const raised = [...alarms].map(
    ([kind, count]) => `! ${grouped(count)} ${count === 1 ? 'changes' : 'change'} ${CHANGES[kind]}`,
  );
  const are = words === 1 ? 'word is' : 'words are';
  return `${grouped(same)} of ${grouped(words)} ${are} the same in ${inAll} (${percent} %); ${[differ, ...(moved === 0 ? [] : [`${grouped(moved)} of them moved`]), ...raised].join(', ')}`;
}
