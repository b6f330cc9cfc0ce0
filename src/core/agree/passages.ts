/** The passages that readings tag, as stretches of the text, and how many of them several readings share. */

import { append, getOrMake } from '../maps.ts';
import { waitsItself } from '../model/anchor-state.ts';
import { joinedSpans } from '../model/span.ts';
import type { PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import { codePointLength } from '../text/code-points.ts';
import { anchorsIn } from '../view/anchors-in.ts';
import { isCounted, partyNames, type ReadingName } from './compared-units.ts';
import type { Block, Stretch } from './unitizing.ts';

/** The text of utterances and statements, in order, as a continuum, with those who tagged passages in it. */
export interface TaggedText {
  readonly view: View;
  /** Readings that tagged a passage here; others may not have read it. */
  readonly readings: readonly ReadingName[];
  readonly speeches: readonly TaggedSpeech[];
}

export interface TaggedSpeech {
  readonly length: number;
  /** The speaker in the transcript. */
  readonly speaker: string | undefined;
  /** By tag, then by reading. */
  readonly stretches: ReadonlyMap<string, ReadonlyMap<ReadingName, readonly Stretch[]>>;
}

/** Overlapping passages of one tag in one reading become one; a passage tagged twice counts once. */
export function taggedText(view: View): TaggedText {
  const nameOf = partyNames(view);
  const readings = new Set<ReadingName>();
  const speeches = [...view.utterances, ...view.statements].map((speech): TaggedSpeech => {
    const { speaker, text = '' } = speech.speech;
    const length = codePointLength(text);
    const stretches = new Map<string, Map<ReadingName, Stretch[]>>();
    for (const placed of speech.annotations)
      for (const stretch of stretchesOf(placed, speech, length)) {
        const { name } = placed.reading;
        readings.add(name);
        const byReading = getOrMake(
          stretches,
          placed.annotation.tag!,
          () => new Map<ReadingName, Stretch[]>(),
        );
        if (stretch.start < stretch.end) append(byReading, name, stretch);
      }
    for (const byReading of stretches.values())
      for (const [name, found] of byReading) byReading.set(name, joinedSpans(found));
    return { length, speaker: speaker === undefined ? undefined : nameOf(speaker), stretches };
  });
  return { view, readings: [...readings], speeches };
}

function stretchesOf(placed: PlacedAnnotation, speech: SpeechView, length: number): Stretch[] {
  if (placed.annotation.tag === undefined || !isCounted(placed) || waitsItself(placed.state)) return [];
  return anchorsIn(speech, placed.anchors).flatMap(({ entry, range }) => {
    if (typeof entry !== 'object' || entry.value !== speech.speech || length === 0) return [];
    return range === undefined ? [{ start: 0, end: length }] : [{ start: range.start, end: range.end }];
  });
}

/** Returns the texts that two or more readings tagged, as blocks of continua. */
export function blocksOf(
  texts: readonly TaggedText[],
  isWanted: (speech: TaggedSpeech) => boolean = () => true,
): { readonly blocks: readonly Block[]; readonly continua: readonly number[] } {
  const continua = new Map<string, { readonly index: number; readonly readings: readonly ReadingName[] }>();
  const blocks: Block[] = [];
  for (const text of texts) {
    if (text.readings.length < 2) continue;
    const key = JSON.stringify(text.readings.map(name => name ?? null).sort());
    const continuum = getOrMake(continua, key, () => ({ index: continua.size, readings: text.readings }));
    for (const speech of text.speeches) {
      if (speech.length === 0 || !isWanted(speech)) continue;
      const stretches = new Map(
        [...speech.stretches].map(([tag, byReading]) => [
          tag,
          continuum.readings.map(reading => byReading.get(reading) ?? []),
        ]),
      );
      blocks.push({ length: speech.length, continuum: continuum.index, stretches });
    }
  }
  return { blocks, continua: [...continua.values()].map(({ readings }) => readings.length) };
}

export interface PassageCounts {
  /** Number of different passages with a tag. */
  readonly units: number;
  /** Those that overlap a passage of another reading with the same tag. */
  readonly both: number;
  /** Those of them with the same ends in every reading that has one there. */
  readonly same: number;
}

export function countPassages(blocks: readonly Block[], isWanted: (tag: string) => boolean): PassageCounts {
  let [units, both, same] = [0, 0, 0];
  for (const { stretches } of blocks)
    for (const [tag, byReading] of stretches) {
      if (!isWanted(tag)) continue;
      const seen = new Set<string>();
      for (const [reading, own] of byReading.entries())
        for (const one of own) {
          const key = `${one.start}-${one.end}`;
          if (seen.has(key)) continue;
          seen.add(key);
          units++;
          const met = byReading.flatMap((others, index) =>
            index === reading ? [] : others.filter(other => other.start < one.end && one.start < other.end),
          );
          if (met.length === 0) continue;
          both++;
          if (met.every(({ start, end }) => start === one.start && end === one.end)) same++;
        }
    }
  return { units, both, same };
}
