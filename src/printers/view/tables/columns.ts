/**
 * The columns of tables, each with its name, its meaning and its cell. A column has the same name and meaning in every
 * table that has it.
 */

import { UNKNOWN_DATE } from '../../../core/dates/date.ts';
import { lazilyFor } from '../../../core/lazily.ts';
import { getOrMake } from '../../../core/maps.ts';
import {
  type Annotation,
  bodyName,
  type Claim,
  isStance,
  type Milliseconds,
  type Source,
} from '../../../core/model/model.ts';
import { formatTime } from '../../../core/model/time.ts';
import type {
  Anchor,
  ClaimView,
  PlacedAnnotation,
  SpeechView,
  Standing,
  View,
} from '../../../core/model/view.ts';
import { anchorsIn } from '../../../core/view/anchors-in.ts';
import { aspectOf } from '../../../core/view/aspect-of.ts';
import type { Cell } from '../../escape/csv.ts';
import { acceptanceText, sourceText, waitingText } from '../details.ts';
import { anchorName, partyName, partyNames, readingName, speakerName } from '../names.ts';
import { actorName } from '../sentences.ts';

export interface Column<Row> {
  readonly name: string;
  readonly meaning: string;
  cell(row: Row): Cell;
}

/** The values of a row about words. */
export interface OfSpeech {
  readonly view: View;
  /** Undefined for annotations on claims, other annotations and the transcript. */
  readonly speech: SpeechView | undefined;
}

/** The values of a row about an annotation. */
export interface OfAnnotation {
  readonly view: View;
  readonly placed: PlacedAnnotation | undefined;
}

export interface OfClaim {
  readonly view: View;
  readonly claim: ClaimView;
  /** In one reading; undefined where there is no reading. */
  readonly standing: Standing | undefined;
}

export interface OfSource {
  readonly id: string;
  readonly source: Source;
}

/** A column of any table. */
export function column<Row>(name: string, meaning: string, cell: (row: Row) => Cell): Column<Row> {
  return { name, meaning, cell };
}

/** A table: its columns, and the cells of the rows that a view has of it. Rows of different tables are never mixed. */
export function table<Row>(columns: readonly Column<Row>[], rowsOf: (view: View) => Iterable<Row>) {
  return {
    columns: columns.map(({ name, meaning }) => ({ name, meaning })),
    rows: (view: View) => Array.from(rowsOf(view), row => columns.map(({ cell }) => cell(row))),
  };
}

const ofSpeech = (
  name: string,
  meaning: string,
  cell: (speech: SpeechView, view: View) => Cell,
): Column<OfSpeech> => column(name, meaning, ({ speech, view }) => speech && cell(speech, view));

const ofAnnotation = (
  name: string,
  meaning: string,
  cell: (annotation: Annotation, placed: PlacedAnnotation, view: View) => Cell,
): Column<OfAnnotation> =>
  column(name, meaning, ({ placed, view }) => placed && cell(placed.annotation, placed, view));

/** Words and who says them. */
export const SPEECH = {
  speaker: ofSpeech('speaker', 'id of the party that speaks', ({ speech }) => speech.speaker),
  speakerName: ofSpeech('speaker-name', 'its name', ({ speech }, view) => speakerName(view, speech)),
  to: ofSpeech(
    'to',
    'names of the parties addressed',
    ({ speech }, view) => speech.to && partyNames(view, speech.to),
  ),
  form: ofSpeech('form', 'how the speech is reported', ({ speech }) => speech.form),
  cue: ofSpeech('cue', 'the reporting words', ({ speech }) => speech.cue),
  via: ofSpeech('via', 'ids through which it reached us, nearest first', ({ speech }) =>
    speech.via?.join(' '),
  ),
  date: ofSpeech('date', 'EDTF date of a statement', ({ speech }) =>
    'date' in speech ? speech.date : undefined,
  ),
  start: ofSpeech('start', 'HH:MM:SS.mmm', ({ speech }) => timeOf(speech.start)),
  end: ofSpeech('end', 'HH:MM:SS.mmm', ({ speech }) => timeOf(speech.end)),
  source: ofSpeech('source', 'id of the source', ({ speech }) => speech.source),
  at: ofSpeech('at', 'place in the source', ({ speech }) => speech.at),
  text: ofSpeech(
    'text',
    'the words, or the event',
    ({ speech }) => speech.text ?? ('event' in speech ? speech.event : ''),
  ),
} as const;

/** The content of an annotation. */
export const ANNOTATION = {
  id: ofAnnotation('annotation', 'id of the annotation', ({ id }) => id),
  reading: ofAnnotation('reading', 'who annotated', (_, { reading }) => readingName(reading)),
  layer: ofAnnotation('layer', 'file of the annotation', (_, { entry }) => entry.document.file),
  target: ofAnnotation('target', 'ids of what it is about', (_, { anchors }) =>
    [
      ...new Set(anchors.map(anchor => (anchor.entry === 'transcript' ? 'transcript' : anchorName(anchor)))),
    ].join(' '),
  ),
  status: ofAnnotation(
    'status',
    'live, or why the annotation does not count',
    (_, { dead }) => dead ?? 'live',
  ),
  body: ofAnnotation('body', 'what kind of assertion it is', bodyName),
  value: ofAnnotation('value', 'what it asserts', assertedValue),
  role: ofAnnotation('role', 'what its date is the date of', ({ date }) => date && (date.role ?? 'said')),
  of: ofAnnotation('of', 'the thing that is dated', ({ date }) => date?.of),
  asWritten: ofAnnotation(
    'as-written',
    'the date as the source writes it',
    ({ date }) => date?.['as-written'],
  ),
  aspect: ofAnnotation('aspect', 'the side of the talk that a stance is about', (_, placed) =>
    aspectOf(placed),
  ),
  by: ofAnnotation('by', 'name of the party whose act it is', (annotation, _, view) =>
    byWhom(view, annotation),
  ),
  byVia: ofAnnotation('by-via', 'ids of who reports the act', ({ via }) => via?.join(' ')),
  characterised: ofAnnotation(
    'characterised',
    'yes where the act is known only by description',
    ({ characterised }) => (characterised === true ? 'yes' : undefined),
  ),
  when: ofAnnotation('when', 'EDTF date of the act', ({ when }) => when),
  quote: ofAnnotation('quote', 'the passage', ({ quote }) => quote),
  wording: ofAnnotation('wording', 'exact words of the act', ({ wording }) => wording),
  certainty: ofAnnotation('certainty', "the annotator's certainty", ({ certainty }) => certainty),
  basis: ofAnnotation('basis', 'how the annotator got there', ({ basis }) => basis),
  note: ofAnnotation('note', 'the reason', ({ note }) => note),
  state: ofAnnotation(
    'state',
    'whether it holds on to its words: sure, unpinned, to-renew, or waits for a person',
    (_, { state }) => state.state,
  ),
  waits: ofAnnotation('waits', 'why it waits', (_, { state }) =>
    state.state === 'waits' ? waitingText(state) : undefined,
  ),
  accepted: ofAnnotation(
    'accepted',
    'who accepted changed words, of the annotation or of its claim, and when',
    (_, placed, view) => acceptancesOf(placed, view).join('; '),
  ),
  sources: ofAnnotation(
    'sources',
    'sources with the places in them, separated by semicolons',
    ({ sources }) => sources?.map(sourceText).join('; '),
  ),
  alternatives: ofAnnotation('alternatives', 'other readings of the body', ({ alternatives }, _, view) =>
    alternatives?.map(id => partyName(view, id)).join('; '),
  ),
  standing: ofAnnotation(
    'standing',
    'standing of the claims that a stance is about, in its reading',
    (_, placed, view) => standingsOf(placed, view).join('; '),
  ),
  created: ofAnnotation('created', 'when the annotation was made', ({ created }) => created),
} as const;

/** The standings that weigh a stance, in its own reading. */
function standingsOf(placed: PlacedAnnotation, view: View): readonly string[] {
  return [...(standingsByStance(view).get(placed) ?? [])];
}

const standingsByStance = lazilyFor((view: View) => {
  const names = new Map<PlacedAnnotation, Set<string>>();
  for (const { name, stances } of view.claims.flatMap(({ standings }) => standings))
    for (const { stance } of stances) getOrMake(names, stance, () => new Set()).add(name);
  return names;
});

function timeOf(time: Milliseconds | undefined): Cell {
  return time === undefined ? undefined : formatTime(time);
}

/** Names the party of a stance, or says that nobody is named. */
function byWhom(view: View, annotation: Annotation): Cell {
  return isStance(annotation) ? actorName(view, annotation) : annotation.by && partyName(view, annotation.by);
}

function assertedValue(annotation: Annotation): Cell {
  const body = bodyName(annotation);
  switch (body) {
    case undefined:
      return undefined;
    case 'date':
      return annotation.date!.edtf ?? UNKNOWN_DATE;
    case 'translation':
      return annotation.translation!.text;
    case 'voice':
      return annotation.voice!.of;
    case 'to':
    case 'refers-to':
    case 'same-as':
      return annotation[body]!.join('; ');
    default:
      return annotation[body];
  }
}

/** The place of a passage in the speech of its row. */
export function passageIn({ speech, placed }: Omit<OfSpeech & OfAnnotation, 'view'>) {
  return speech && anchorsIn(speech, placed?.anchors ?? [])[0]?.range;
}

/** A stance on a claim depends on the words for which the claim was accepted. */
function acceptancesOf({ annotation, anchors }: PlacedAnnotation, view: View): string[] {
  const own = (annotation.accepted ?? []).map(acceptance => acceptanceText(view, acceptance));
  const ofClaims = claimsAmong(anchors).flatMap(({ id, accepted = [] }) =>
    accepted.map(acceptance => `with its claim ${id} ${acceptanceText(view, acceptance)}`),
  );
  return [...own, ...ofClaims];
}

/** Found once: an annotation of a range has a row for each of its utterances. */
const claimsAmong = lazilyFor((anchors: readonly Anchor[]) =>
  anchors.flatMap(({ entry }) =>
    typeof entry === 'object' && entry.kind === 'claim' ? [entry.value as Claim] : [],
  ),
);
