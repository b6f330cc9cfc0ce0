/** Dates of a timeline in words. Plain strings: each printer makes them safe. */

import { UNKNOWN_DATE } from '../../../core/dates/date.ts';
import { seasonInWords } from '../../../core/dates/season.ts';
import { lazilyFor } from '../../../core/lazily.ts';
import { isStance } from '../../../core/model/model.ts';
import type { Anchor, PlacedAnnotation, View } from '../../../core/model/view.ts';
import { listOf } from '../../../core/text/list-of.ts';
import type { PlacedDate } from '../../../core/timeline/timeline.ts';
import { detailsOf } from '../details.ts';
import { titleOf } from '../head.ts';
import { anchorName, partyName, passageName, readingLabel, speakerName } from '../names.ts';
import { actorName, sentence } from '../sentences.ts';

/** The annotation whose body the date is; undefined for every other date. */
export function bodyOf({ origin, field }: PlacedDate): PlacedAnnotation | undefined {
  return origin.kind === 'annotation' && field === 'date' ? origin.placed : undefined;
}

/** The words of the source, if there are any. */
export function writtenOf(date: PlacedDate): string | undefined {
  return bodyOf(date)?.annotation.date?.['as-written'] || undefined;
}

/** Parts of the date that the source does not write: year, month, day. */
export function inferredOf(date: PlacedDate): readonly string[] {
  return bodyOf(date)?.annotation.date?.inferred ?? [];
}

/** The day as the record has it, a season in words. A part that is inferred puts `about` before it. */
export function dateWords(date: PlacedDate, about: string): string {
  const { edtf, bounds } = date;
  if (edtf === undefined || bounds === undefined) return 'undated';
  return (inferredOf(date).length > 0 ? about : '') + (seasonInWords(edtf) ?? edtf);
}

/** The thing that is dated. @param isOne whether there is only one talk, which then needs no name */
export function ofWords({ origin, field, view, role }: PlacedDate, isOne: boolean): string {
  switch (origin.kind) {
    case 'talk':
      return isOne ? 'the talk' : titleOf(view);
    case 'statement': {
      const { id = '', speech } = origin.speech;
      const speaker = speakerName(view, speech);
      return `statement ${id}${speaker === undefined ? '' : ` by ${speaker}`}`;
    }
    case 'source':
      return origin.source.title ?? origin.id;
    case 'office':
      return `${origin.title}, ${partyName(view, origin.id)}`;
    case 'claim':
      return origin.claim.text ?? origin.id;
    default:
      return field === 'date'
        ? datedThing(origin.placed, role, isOne ? 'the talk' : titleOf(view))
        : actWords(view, origin.placed, field === 'when');
  }
}

function datedThing({ annotation, anchors }: PlacedAnnotation, role: string, talk: string): string {
  const of = annotation.date?.of;
  if (of !== undefined) return of;
  const names = anchors.map(anchor =>
    anchor.entry === 'transcript' && role === 'said' ? talk : passageName(anchor),
  );
  return listOf([...new Set(names)]);
}

/** "disputed by Serzh Sargsyan: "30 million" in u15"; without the act: "disputed, a7". */
function actWords(view: View, placed: PlacedAnnotation, isAct: boolean): string {
  const { annotation, anchors } = placed;
  const { label } = sentence(view, placed);
  if (!isAct) return `${label}, ${annotation.id}`;
  const places = listOf([...new Set(anchors.map(placeName))]);
  const by = isStance(annotation) || annotation.by !== undefined ? ` by ${actorName(view, annotation)}` : '';
  return `${label}${by}${places === '' ? '' : `: ${places}`}`;
}

/** A claim by its words, everything else by its place. */
function placeName(anchor: Anchor): string {
  const { entry } = anchor;
  return typeof entry === 'object' && entry.kind === 'claim' && 'text' in entry.value
    ? (entry.value.text ?? entry.id)
    : passageName(anchor);
}

/** Tells what a date without a day depends on: `"last night", said in s1`, `no date given (s1, s2)`. */
export function hangsOn(date: PlacedDate): string {
  const { edtf, bounds, origin } = date;
  if (edtf !== undefined && bounds === undefined) return `"${edtf}" is not a date`;
  const written = writtenOf(date);
  const relative = relativeWords(date);
  if (written !== undefined) return `"${written}"${relative === undefined ? '' : `, said in ${relative}`}`;
  if (relative !== undefined) return `counts from ${relative}`;
  const places =
    origin.kind === 'annotation'
      ? origin.placed.anchors.filter(({ entry }) => entry !== 'transcript').map(anchorName)
      : [];
  return `no date given${places.length === 0 ? '' : ` (${[...new Set(places)].join(', ')})`}`;
}

/** The entry from which a relative date counts, with its own day where that is known. */
function relativeWords(date: PlacedDate): string | undefined {
  const id = relativeTo(date);
  if (id === undefined) return undefined;
  const day = dayOfEntry(date.view, id);
  return day === undefined ? id : `${id}, ${day}`;
}

export function relativeTo(date: PlacedDate): string | undefined {
  return bodyOf(date)?.annotation.date?.['relative-to'];
}

/** When something was said: a statement on its own day, an utterance on that of the talk. */
export function dayOfEntry(view: View, id: string): string | undefined {
  const day = daysIn(view).get(id);
  return day === UNKNOWN_DATE ? undefined : day;
}

/** By entry. A talk can have thousands of relative dates. */
const daysIn = lazilyFor(({ project, utterances, statements }: View) => {
  const { date } = project.transcript.value;
  return new Map<string | undefined, string | undefined>([
    ...utterances.map(({ id }) => [id, date] as const),
    ...statements.map(({ id, speech }) => [id, 'date' in speech ? speech.date : undefined] as const),
  ]);
});

/** The voice: "head", "transcript", or the reading. */
export function voiceWords({ by, ended }: PlacedDate): string {
  const name = by.kind === 'reading' ? readingLabel(by.name) : by.kind;
  return ended === undefined ? name : `${name}, ${ended}`;
}

/** How sure the reader is of it, and on what basis. */
export function certaintyOf(date: PlacedDate): { readonly certainty?: string; readonly basis?: string } {
  const { certainty, basis } = date.origin.kind === 'annotation' ? date.origin.placed.annotation : {};
  return { ...(certainty !== undefined && { certainty }), ...(basis !== undefined && { basis }) };
}

/** The id of the entry with the date; the header of a transcript has none. */
export function idOf({ origin }: Pick<PlacedDate, 'origin'>): string | undefined {
  switch (origin.kind) {
    case 'talk':
      return undefined;
    case 'statement':
      return origin.speech.id;
    case 'annotation':
      return origin.placed.annotation.id;
    default:
      return origin.id;
  }
}

/** Details of the date of an annotation: the words, inferred parts, sources, certainty, reasons. */
export function detailsOfDate(date: PlacedDate): string[] {
  const { origin, view, bounds } = date;
  if (origin.kind !== 'annotation') return [];
  const written = bounds === undefined ? undefined : writtenOf(date);
  const relative = bounds === undefined ? undefined : relativeWords(date);
  const inferred = inferredOf(date);
  return [
    ...(written === undefined ? [] : [`"${written}"`]),
    ...(relative === undefined ? [] : [`said in ${relative}`]),
    ...(inferred.length === 0 ? [] : [`${listOf(inferred)} inferred`]),
    ...detailsOf(view, origin.placed).map(({ label, text }) => `${label} ${text}`),
  ];
}
