/** Every date in a view, with its role and what it is the date of. */
import type { DateBounds } from '../dates/bounds.ts';
import { parseDate, UNKNOWN_DATE } from '../dates/date.ts';
import { type Annotation, type Id, isStance, type Source } from '../model/model.ts';
import { type Document, EntryIndex, isTranscript } from '../model/project.ts';
import {
  annotationsOf,
  type ClaimView,
  isKnown,
  type PlacedAnnotation,
  type SpeechView,
  type View,
} from '../model/view.ts';

/** The entry with the date. */
type DateOrigin =
  | { readonly kind: 'talk' }
  | { readonly kind: 'statement'; readonly speech: SpeechView }
  | { readonly kind: 'source'; readonly id: Id; readonly source: Source }
  /** An office of a party, and when it was held. */
  | { readonly kind: 'office'; readonly id: Id; readonly title: string }
  | { readonly kind: 'claim'; readonly claim: ClaimView; readonly id: Id }
  | { readonly kind: 'annotation'; readonly placed: PlacedAnnotation };

export interface TimelineDate {
  readonly view: View;
  readonly origin: DateOrigin;
  /** The field of the entry that holds the date. */
  readonly field:
    | 'date'
    | 'published'
    | 'retrieved'
    | 'valid'
    | 'checked'
    | 'when'
    | 'created'
    | 'withdrawn'
    | 'accepted';
  /** One of {@link TIMELINE_ROLES}, or another word from a file. */
  readonly role: string;
  /** As written in the file; undefined if no source states it. */
  readonly edtf: string | undefined;
  /** Undefined if no source states the date, or if the text is not a date. */
  readonly bounds: DateBounds | undefined;
  /** Who says so: the header of the transcript, its other entries, or a reading, by its name. */
  readonly by: Voice;
  /** Whether it is shown if no role is asked for. */
  readonly isUsual: boolean;
}

type Voice =
  | { readonly kind: 'head' | 'transcript' }
  | { readonly kind: 'reading'; readonly name: string | undefined };

/** Number of dates that are left out. */
export interface UnseenDates {
  /** Annotations dated later than the view. */
  readonly later: number;
  /** Stances without a known date, if such acts are skipped. */
  readonly skipped: number;
}

/**
 * Returns the dates of a view in the order of the record: the talk, dates given by annotations, then statements, sources,
 * offices and claims. The date of a talk without anything left in the view is left out. The dates must have gone through
 * `prepareDates`.
 */
export function datesOfView(view: View): TimelineDate[] {
  return [...datesIn(view)];
}

function* datesIn(view: View): Generator<TimelineDate> {
  const index = new EntryIndex(view.project);

  function* ofAnnotation(placed: PlacedAnnotation): Generator<TimelineDate> {
    const { annotation, reading } = placed;
    const { date, when, created, withdrawn, accepted = [] } = annotation;
    const origin: DateOrigin = { kind: 'annotation', placed };
    const by: Voice = { kind: 'reading', name: reading.name };
    const dated = (field: TimelineDate['field'], role: string, text: string | undefined) =>
      addDated(origin, field, role, text, by);
    if (date !== undefined) yield dated('date', date.role ?? 'said', date.edtf);
    if (when !== undefined || isStance(annotation)) yield dated('when', 'act', when);
    if (created !== undefined) yield dated('created', 'annotated', created);
    if (withdrawn !== undefined) yield dated('withdrawn', 'withdrawn', withdrawn);
    for (const { when: day } of accepted) yield dated('accepted', 'accepted', day);
  }

  function* ofStatement(speech: SpeechView): Generator<TimelineDate> {
    const date = 'date' in speech.speech ? speech.speech.date : undefined;
    if (date !== undefined)
      yield addDated(
        { kind: 'statement', speech },
        'date',
        'stated',
        date,
        voice('statement', speech.id ?? ''),
      );
  }

  function* ofSource(id: Id, source: Source): Generator<TimelineDate> {
    const by = voice('source', id);
    const origin: DateOrigin = { kind: 'source', id, source };
    for (const field of ['published', 'retrieved'] as const)
      if (source[field] !== undefined) yield addDated(origin, field, field, source[field], by);
  }

  function* ofClaim(claim: ClaimView): Generator<TimelineDate> {
    if (claim.entry === undefined) return;
    const { id, value, document } = claim.entry;
    const origin: DateOrigin = { kind: 'claim', claim, id };
    const by = voiceOf(document);
    if (value.checked !== undefined) yield addDated(origin, 'checked', 'checked', value.checked, by);
    for (const { when } of value.accepted ?? []) yield addDated(origin, 'accepted', 'accepted', when, by);
  }

  function addDated(
    origin: DateOrigin,
    field: TimelineDate['field'],
    role: string,
    text: string | undefined,
    by: Voice,
  ): TimelineDate {
    const edtf = text === UNKNOWN_DATE ? undefined : text;
    const bounds = edtf === undefined ? undefined : parseDate(edtf);
    const isOfRecord = origin.kind === 'talk' || origin.kind === 'annotation';
    const isUsual =
      (field === 'date' && isOfRecord) ||
      (bounds !== undefined && (field === 'published' || origin.kind === 'statement'));
    return { view, origin, field, role, edtf, bounds, by, isUsual };
  }

  /** Who declares an entry. */
  function voice(kind: 'party' | 'source' | 'statement', id: Id): Voice {
    const entry = index.of(kind, id);
    return entry === undefined ? { kind: 'transcript' } : voiceOf(entry.document);
  }

  const { project, utterances, statements, sources, parties, claims } = view;
  const { date, utterances: spoken } = project.transcript.value;
  if (date !== undefined && (utterances.length > 0 || spoken.length === 0))
    yield addDated({ kind: 'talk' }, 'date', 'said', date, { kind: 'head' });
  for (const placed of annotationsOf(view)) if (isKnown(placed)) yield* ofAnnotation(placed);
  for (const speech of statements) yield* ofStatement(speech);
  for (const [id, source] of sources) yield* ofSource(id, source);
  for (const [id, { roles = [] }] of parties)
    for (const { title, valid } of roles)
      if (valid !== undefined)
        yield addDated({ kind: 'office', id, title }, 'valid', 'valid', valid, voice('party', id));
  for (const claim of claims) yield* ofClaim(claim);
}

function voiceOf(document: Document): Voice {
  return isTranscript(document)
    ? { kind: 'transcript' }
    : { kind: 'reading', name: document.value.creator?.name };
}

/**
 * Counts annotations with a date that the view leaves out.
 *
 * @param roles the roles asked for, or all usual ones
 */
export function unseenDates(view: View, roles: ReadonlySet<string> | undefined): UnseenDates {
  const counts = { later: 0, skipped: 0 };
  const isAsked = ({ date }: Annotation) =>
    roles === undefined
      ? date !== undefined
      : roles.has('act') || (date !== undefined && roles.has(date.role ?? 'said'));
  for (const { annotation, dead } of annotationsOf(view)) {
    if (!isAsked(annotation)) continue;
    if (dead === 'not-yet') counts.later++;
    else if (dead === 'undated') counts.skipped++;
  }
  return counts;
}
