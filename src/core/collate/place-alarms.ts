/** The differences in meaning between the readings of a place: the alarms of `reanchor`, told for each witness. */

import { alarmsBetween } from '../anchor/alarms.ts';
import type { WordSpan } from '../anchor/candidate.ts';
import { knownNames } from '../anchor/known-names.ts';
import type { Alarm } from '../anchor/placement.ts';
import { SpanWords } from '../anchor/span-words.ts';
import { tellingKeys } from '../anchor/telling-keys.ts';
import type { WordLists } from '../language/word-lists.ts';
import { groupBy } from '../maps.ts';
import type { Transcript, Utterance } from '../model/model.ts';
import type { Columns } from './columns.ts';
import { isSameRow, type Place } from './places.ts';
import { readingText } from './reading.ts';
import { speakerOf } from './same-speakers.ts';

export interface PlaceAlarm {
  readonly kind: Alarm['kind'];
  /** By witness, its words there; undefined if it has none. */
  readonly readings: readonly (string | undefined)[];
  /** As in {@link Alarm}. */
  readonly language?: string;
}

/** Words beside a place that may continue a number or a date. */
const WORDS_BESIDE = 5;

export type PlaceAlarms = ReturnType<typeof placeAlarms>;

/** @param order the witnesses in an order that follows from what they say; readings are compared in that order. */
export function placeAlarms(
  witnesses: readonly Transcript[],
  columns: Columns,
  lists: WordLists,
  order: readonly number[],
  unlistedIn: (utterance: Utterance) => string | undefined,
) {
  const names = knownNames(witnesses, lists);
  const telling = tellingKeys(columns.keys, lists, names);

  function of(place: Place): readonly PlaceAlarm[] {
    if (place.kind === 'same') return [];
    const alarms = ofWords(place);
    if (place.kind === 'speaker') alarms.push({ kind: 'speaker', readings: speakersIn(place) });
    return alarms;
  }

  /** Returns the differences in a passage that some witnesses have in another place. */
  function ofMoved(place: Place, other: Place): readonly PlaceAlarm[] {
    const [words, otherWords] = [place, other].map(({ spans }) => {
      const witness = order.find(index => spans[index]!.end > spans[index]!.start)!;
      return wordsOfReadings(witness, spans[witness]!);
    });
    return alarmsBetween(words!, otherWords!, lists, names).map(({ kind, old, new: fresh }) => ({
      kind,
      readings: place.spans.map(({ start, end }) => (end > start ? old : fresh)),
    }));
  }

  function wordsOfReadings(witness: number, span: WordSpan): SpanWords {
    const { keys, tables } = columns;
    return new SpanWords(witnesses[witness]!.utterances, tables[witness]!, span, keys, telling);
  }

  function speakersIn({ spans }: Place): (string | undefined)[] {
    return spans.map(({ start, end }, witness) => {
      const { utteranceOf } = columns.tables[witness]!;
      const speaker = start === end ? undefined : speakerOf(witnesses[witness]!, utteranceOf[start]!);
      return speaker === undefined ? undefined : (witnesses[witness]!.parties.get(speaker)?.name ?? speaker);
    });
  }

  function ofWords(place: Place): PlaceAlarm[] {
    const readings = readingsOf(place);
    if (readings.length < 2) return [];
    const pairs = readings.flatMap((one, index) =>
      readings.slice(index + 1).map(other => ({ one, other, alarms: between(one, other, place) })),
    );
    const language = unlisted(place);
    const unjudged: PlaceAlarm[] =
      language === undefined ? [] : [{ kind: 'words', readings: wordsIn(place), language }];
    if (readings.length === 2)
      return [
        ...pairs[0]!.alarms.map(({ kind, old, new: fresh }) => ({
          kind,
          readings: witnesses.map((_, witness) => (readings[0]!.includes(witness) ? old : fresh)),
        })),
        ...unjudged,
      ];
    const kinds = new Set(pairs.flatMap(({ alarms }) => alarms.map(({ kind }) => kind)));
    const told = [...kinds].map((kind): PlaceAlarm => {
      const texts = witnesses.map(() => new Set<string>());
      for (const { one, other, alarms } of pairs)
        for (const { kind: own, old, new: fresh } of alarms) {
          if (own !== kind) continue;
          for (const witness of one) if (old !== undefined) texts[witness]!.add(old);
          for (const witness of other) if (fresh !== undefined) texts[witness]!.add(fresh);
        }
      return { kind, readings: texts.map(set => (set.size === 0 ? undefined : [...set].join(', '))) };
    });
    return [...told, ...unjudged];
  }

  /** Groups the witnesses that have the same words there, in the order that follows from what they say. */
  function readingsOf({ spans }: Place): readonly (readonly number[])[] {
    const readings = groupBy(order, witness => {
      const { start, end } = spans[witness]!;
      return columns.tables[witness]!.keys.subarray(start, end).join(' ');
    });
    return [...readings.values()];
  }

  function between(one: readonly number[], other: readonly number[], place: Place): Alarm[] {
    const [before, behind] = beside(place);
    const words = (witness: number) => {
      const { start, end } = place.spans[witness]!;
      return wordsOfReadings(witness, { start: start - before, end: end + behind });
    };
    return alarmsBetween(words(one[0]!), words(other[0]!), lists, names);
  }

  /** Counts the rows before and after a place that all witnesses share, among those looked at. */
  function beside({ start, end }: Place): [number, number] {
    let before = 0;
    while (before < WORDS_BESIDE && start - before > 0 && isSameRow(columns, start - before - 1)) before++;
    let behind = 0;
    while (behind < WORDS_BESIDE && end + behind < columns.length && isSameRow(columns, end + behind))
      behind++;
    return [before, behind];
  }

  function unlisted({ spans }: Place): string | undefined {
    for (const witness of order) {
      const { start, end } = spans[witness]!;
      if (start === end) continue;
      const utterance = columns.tables[witness]!.utteranceOf[start]!;
      const language = unlistedIn(witnesses[witness]!.utterances[utterance]!);
      if (language !== undefined) return language;
    }
    return undefined;
  }

  function wordsIn({ spans }: Place): (string | undefined)[] {
    return spans.map(({ start, end }, witness) => {
      if (start === end) return undefined;
      const { utterances } = witnesses[witness]!;
      return readingText(utterances, columns.tables[witness]!, { start, end });
    });
  }

  return { of, ofMoved };
}
