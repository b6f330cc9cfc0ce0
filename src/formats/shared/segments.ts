/** The common form of imports: segments of talk with a label, times and words; and the transcript built from them. */
import {
  type Annotation,
  type Milliseconds,
  NO_CONTENTS,
  type Transcript,
  type Utterance,
} from '../../core/model/model.ts';
import { ID_PATTERN, RESERVED_IDS } from '../../core/model/vocabulary.ts';
import type { ReadOptions } from '../format.ts';
import { giveContentIds, type NewUtterance } from './content-ids.ts';
import { eventFrom, eventText } from './events.ts';
import { type PartyIds, partyIds } from './party-ids.ts';

export interface Segment {
  /** The words, already tidy. */
  readonly text: string;
  /** The speaker as the file spells it. */
  readonly label?: string | undefined;
  /** Who is spoken to, as the file spells it. */
  readonly to?: string | undefined;
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  /** The file's own id of the segment; it becomes `x-id` where it cannot be one of ours. */
  readonly id?: string | undefined;
  /** Marks a segment that is not speech, if its words do not show that. */
  readonly event?: string | undefined;
  /** Whether words in brackets may be taken for an event; false if the format says which is which. */
  readonly isWords?: boolean;
  /** Who spoke before, where nothing says that it is someone else now. */
  readonly carriedLabel?: string | undefined;
  /** Fields that only this format knows, under keys that begin with `x-`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What a file says of the talk as a whole. */
type Header = {
  readonly [K in keyof Omit<Transcript, 'kind' | 'utterances'>]?: Transcript[K] | undefined;
};

const ID = new RegExp(ID_PATTERN);

/** One utterance a segment, one party a label. Utterances without an id of their own get one as the options say. */
export function transcriptOf(
  segments: readonly Segment[],
  { ids: kind = 'numbers' }: Pick<ReadOptions, 'ids'>,
  header: Header = {},
): Transcript {
  const speakers = partyIds(labelsIn(segments), header.parties);
  const own = ownIds(segments);
  const utterances = segments.map((segment, index) => utteranceOf(segment, own[index], speakers));
  if (kind === 'content') giveContentIds(utterances);
  else numberUtterances(utterances);
  const annotations: Annotation[] = [];
  for (const [index, { carriedLabel, label }] of segments.entries()) {
    const { id, event } = utterances[index]!;
    const isUnlabelled = isNobody(label) && event === undefined;
    if (isUnlabelled && carriedLabel !== undefined && id !== undefined)
      annotations.push(carriedSpeaker(id, speakers.idOf(carriedLabel)));
  }
  const said = Object.entries(header).filter(([, value]) => value !== undefined);
  return {
    kind: 'transcript',
    ...NO_CONTENTS,
    ...Object.fromEntries(said),
    parties: speakers.parties,
    annotations,
    utterances,
  };
}

/** Every label of the segments, each once. */
export function labelsIn(segments: readonly Segment[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { label, to, carriedLabel } of segments) {
    if (label !== undefined && label.trim() !== '') labels.add(label);
    if (to !== undefined) labels.add(to);
    if (carriedLabel !== undefined) labels.add(carriedLabel);
  }
  return labels;
}

function utteranceOf(segment: Segment, id: string | undefined, speakers: PartyIds): NewUtterance {
  const { text, label, to, start, end, extra } = segment;
  const event = segment.event ?? (segment.isWords === true ? undefined : eventFrom(text));
  // Field by field: a file has tens of thousands, and to spread small objects takes longer than all else here.
  const utterance = { id } as NewUtterance;
  if (label !== undefined && !isNobody(label)) utterance.speaker = speakers.idOf(label);
  if (to !== undefined) utterance.to = [speakers.idOf(to)];
  if (start !== undefined) utterance.start = start;
  if (end !== undefined) utterance.end = end;
  if (event === undefined) utterance.text = text;
  else utterance.event = event;
  // Digits are a counter and no id.
  if (segment.id !== undefined && segment.id !== id && !/^\s*\d*\s*$/.test(segment.id))
    Object.assign(utterance, { 'x-id': segment.id });
  return extra === undefined ? utterance : Object.assign(utterance, extra);
}

/** A label of blanks names nobody. */
function isNobody(label: string | undefined): boolean {
  return label === undefined || label.trim() === '';
}

/** A speaker that nothing in the file states is an assertion about the utterance, not a part of it. */
function carriedSpeaker(target: string, speaker: string): Annotation {
  const note = 'the file names no speaker here; carried over from the passage before';
  return { id: `carried-${target}`, target: [target], speaker, basis: 'inferred', note };
}

/** Each segment's own id where it can be one of ours and no other has it. */
function ownIds(segments: readonly Segment[]): readonly (string | undefined)[] {
  const taken = new Set<string>(RESERVED_IDS);
  return segments.map(({ id }) => {
    if (id === undefined || !ID.test(id) || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  });
}

/** Each utterance without an id gets `u` and its place, or else a number that no other has. */
function numberUtterances(utterances: readonly NewUtterance[]): void {
  const taken = new Set<string>(RESERVED_IDS);
  for (const { id } of utterances) if (id !== undefined) taken.add(id);
  const areFree = taken.size === RESERVED_IDS.size;
  let further = utterances.length;
  for (const [index, utterance] of utterances.entries()) {
    if (utterance.id !== undefined) continue;
    let number = `u${index + 1}`;
    utterance.id = number;
    if (areFree) continue;
    while (taken.has(number)) number = `u${++further}`;
    taken.add(number);
    utterance.id = number;
  }
}

/** The words of an utterance as formats without events write them. */
export function wordsOf(utterance: Utterance): string {
  return utterance.event === undefined ? (utterance.text ?? '') : eventText(utterance.event);
}

/** Whether words as a format has them are read as what the utterance holds. */
export function saysSame(words: string, { event, text }: Utterance): boolean {
  return event === undefined ? words === text : eventFrom(words) === event;
}
