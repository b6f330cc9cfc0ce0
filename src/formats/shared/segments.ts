/** What every import comes down to: stretches of talk with a label, times and words; and the transcript they make. */
import type { Annotation, Milliseconds, Transcript, Utterance } from '../../core/model/model.ts';
import { ID_PATTERN, RESERVED_IDS } from '../../core/model/vocabulary.ts';
import { eventFrom, eventText } from './events.ts';
import { PartyIds } from './speakers.ts';

export interface Segment {
  /** The words, already tidy. */
  readonly text: string;
  /** The speaker as the file spells it. */
  readonly label?: string | undefined;
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  /** The file's own id of the segment; used where it can be one of ours. */
  readonly id?: string | undefined;
  /** Says that it is no speech where the words alone do not. */
  readonly event?: string | undefined;
  /** Whether words in brackets may be taken for an event; false where the format says which is which. */
  readonly isWords?: boolean;
  /** Who spoke before, where nothing says that it is someone else now. */
  readonly carriedLabel?: string | undefined;
  /** Fields that only this format knows, under keys that begin with `x-`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

export type Header = Partial<
  Pick<Transcript, 'title' | 'date' | 'place' | 'setting' | 'language' | 'extensions' | 'parties'>
>;

const ID = new RegExp(ID_PATTERN);

/** One utterance a segment, one party a label; utterances are numbered `u1`, `u2`, ... where the file has no ids. */
export function transcriptOf(segments: readonly Segment[], header: Header = {}): Transcript {
  const speakers = new PartyIds(header.parties);
  const ids = utteranceIds(segments);
  const utterances: Utterance[] = [];
  const annotations: Annotation[] = [];
  for (const [index, segment] of segments.entries()) {
    const id = ids[index]!;
    const utterance = utteranceOf(segment, id, speakers);
    utterances.push(utterance);
    const isUnlabelled = segment.label === undefined && utterance.event === undefined;
    if (isUnlabelled && segment.carriedLabel !== undefined) {
      annotations.push(carriedSpeaker(id, speakers.idOf(segment.carriedLabel)));
    }
  }
  return {
    kind: 'transcript',
    sources: new Map(),
    extensions: new Map(),
    ...header,
    parties: speakers.parties,
    statements: [],
    claims: [],
    annotations,
    utterances,
  };
}

function utteranceOf(segment: Segment, id: string, speakers: PartyIds): Utterance {
  const { text, label, start, end, extra } = segment;
  const event = segment.event ?? (segment.isWords === true ? undefined : eventFrom(text));
  return {
    id,
    ...(label !== undefined && { speaker: speakers.idOf(label) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(event === undefined ? { text } : { event }),
    ...extra,
  };
}

/** A speaker that nothing in the file states is an assertion about the utterance, not a part of it. */
function carriedSpeaker(target: string, speaker: string): Annotation {
  const note = 'the file names no speaker here; carried over from the passage before';
  return { id: `carried-${target}`, target: [target], speaker, basis: 'inferred', note };
}

/** The segments' own ids where all of them can be ids and differ, else numbers. */
function utteranceIds(segments: readonly Segment[]): readonly string[] {
  const taken = new Set<string>(RESERVED_IDS);
  const own: string[] = [];
  for (const { id } of segments) {
    if (id === undefined || !ID.test(id) || taken.has(id)) break;
    taken.add(id);
    own.push(id);
  }
  return own.length === segments.length ? own : segments.map((_segment, index) => `u${index + 1}`);
}

/** The words of an utterance as formats without events write them. */
export function wordsOf(utterance: Utterance): string {
  return utterance.event === undefined ? (utterance.text ?? '') : eventText(utterance.event);
}

/** Whether words as a format has them are read as what the utterance holds. */
export function saysSame(words: string, { event, text }: Utterance): boolean {
  return event === undefined ? words === text : eventFrom(words) === event;
}
