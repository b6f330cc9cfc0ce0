/** What differs in meaning between the readings of a place: the alarms of `reanchor`, told for each witness. */

import { alarmsBetween } from '../anchor/alarms.ts';
import type { WordSpan } from '../anchor/candidate.ts';
import { knownNames } from '../anchor/known-names.ts';
import type { Alarm } from '../anchor/placement.ts';
import { SpanWords } from '../anchor/span-words.ts';
import { TellingKeys } from '../anchor/telling-keys.ts';
import type { WordLists } from '../language/word-lists.ts';
import { groupBy } from '../maps.ts';
import type { Transcript, Utterance } from '../model/model.ts';
import type { Columns } from './columns.ts';
import { isSameRow, type Place } from './places.ts';
import { readingText } from './reading.ts';
import { speakerOf } from './same-speakers.ts';

export interface PlaceAlarm {
  readonly kind: Alarm['kind'];
  /** By witness what it has there; undefined where it has none of it. */
  readonly readings: readonly (string | undefined)[];
  /** As in {@link Alarm}. */
  readonly language?: string;
}

/** Words beside a place that a number or a date may go on in. */
const WORDS_BESIDE = 5;

export class PlaceAlarms {
  readonly #witnesses: readonly Transcript[];
  readonly #columns: Columns;
  readonly #lists: WordLists;
  readonly #order: readonly number[];
  readonly #unlistedIn: (utterance: Utterance) => string | undefined;
  readonly #names: ReadonlySet<string>;
  readonly #telling: TellingKeys;

  /** @param order the witnesses in an order that follows from what they say: readings are compared in it. */
  constructor(
    witnesses: readonly Transcript[],
    columns: Columns,
    lists: WordLists,
    order: readonly number[],
    unlistedIn: (utterance: Utterance) => string | undefined,
  ) {
    this.#witnesses = witnesses;
    this.#columns = columns;
    this.#lists = lists;
    this.#order = order;
    this.#unlistedIn = unlistedIn;
    this.#names = knownNames(witnesses, lists);
    this.#telling = new TellingKeys(columns.keys, lists, this.#names);
  }

  of(place: Place): readonly PlaceAlarm[] {
    if (place.kind === 'same') return [];
    const alarms = this.#ofWords(place);
    if (place.kind === 'speaker') alarms.push({ kind: 'speaker', readings: this.#speakersIn(place) });
    return alarms;
  }

  /** What differs in a passage that some witnesses have in another place. */
  ofMoved(place: Place, other: Place): readonly PlaceAlarm[] {
    const [words, otherWords] = [place, other].map(({ spans }) => {
      const witness = this.#order.find(index => spans[index]!.end > spans[index]!.start)!;
      return this.#words(witness, spans[witness]!);
    });
    return alarmsBetween(words!, otherWords!, this.#lists, this.#names).map(({ kind, old, new: fresh }) => ({
      kind,
      readings: place.spans.map(({ start, end }) => (end > start ? old : fresh)),
    }));
  }

  #words(witness: number, span: WordSpan): SpanWords {
    const { keys, tables } = this.#columns;
    return new SpanWords(this.#witnesses[witness]!.utterances, tables[witness]!, span, keys, this.#telling);
  }

  #speakersIn({ spans }: Place): (string | undefined)[] {
    return spans.map(({ start, end }, witness) => {
      const { utteranceOf } = this.#columns.tables[witness]!;
      const speaker = start === end ? undefined : speakerOf(this.#witnesses[witness]!, utteranceOf[start]!);
      return speaker === undefined
        ? undefined
        : (this.#witnesses[witness]!.parties.get(speaker)?.name ?? speaker);
    });
  }

  #ofWords(place: Place): PlaceAlarm[] {
    const readings = this.#readingsOf(place);
    if (readings.length < 2) return [];
    const pairs = readings.flatMap((one, index) =>
      readings.slice(index + 1).map(other => ({ one, other, alarms: this.#between(one, other, place) })),
    );
    const language = this.#unlisted(place);
    const unjudged: PlaceAlarm[] =
      language === undefined ? [] : [{ kind: 'words', readings: this.#wordsIn(place), language }];
    if (readings.length === 2)
      return [
        ...pairs[0]!.alarms.map(({ kind, old, new: fresh }) => ({
          kind,
          readings: this.#witnesses.map((_, witness) => (readings[0]!.includes(witness) ? old : fresh)),
        })),
        ...unjudged,
      ];
    const kinds = new Set(pairs.flatMap(({ alarms }) => alarms.map(({ kind }) => kind)));
    const told = [...kinds].map((kind): PlaceAlarm => {
      const texts = this.#witnesses.map(() => new Set<string>());
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

  /** Witnesses that have the same words there, together; in the order that follows from what they say. */
  #readingsOf({ spans }: Place): readonly (readonly number[])[] {
    const readings = groupBy(this.#order, witness => {
      const { start, end } = spans[witness]!;
      return this.#columns.tables[witness]!.keys.subarray(start, end).join(' ');
    });
    return [...readings.values()];
  }

  #between(one: readonly number[], other: readonly number[], place: Place): Alarm[] {
    const [before, behind] = this.#beside(place);
    const words = (witness: number) => {
      const { start, end } = place.spans[witness]!;
      return this.#words(witness, { start: start - before, end: end + behind });
    };
    return alarmsBetween(words(one[0]!), words(other[0]!), this.#lists, this.#names);
  }

  /** How many rows before and behind a place all have alike, of those that are looked at. */
  #beside({ start, end }: Place): [number, number] {
    let before = 0;
    while (before < WORDS_BESIDE && start - before > 0 && isSameRow(this.#columns, start - before - 1))
      before++;
    let behind = 0;
    while (
      behind < WORDS_BESIDE &&
      end + behind < this.#columns.length &&
      isSameRow(this.#columns, end + behind)
    )
      behind++;
    return [before, behind];
  }

  #unlisted({ spans }: Place): string | undefined {
    for (const witness of this.#order) {
      const { start, end } = spans[witness]!;
      if (start === end) continue;
      const utterance = this.#columns.tables[witness]!.utteranceOf[start]!;
      const language = this.#unlistedIn(this.#witnesses[witness]!.utterances[utterance]!);
      if (language !== undefined) return language;
    }
    return undefined;
  }

  #wordsIn({ spans }: Place): (string | undefined)[] {
    return spans.map(({ start, end }, witness) => {
      if (start === end) return undefined;
      const { utterances } = this.#witnesses[witness]!;
      return readingText(utterances, this.#columns.tables[witness]!, { start, end });
    });
  }
}
