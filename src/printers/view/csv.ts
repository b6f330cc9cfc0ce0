/**
 * The view as a table: one row for each annotation of each utterance or statement, one for an utterance without any, and
 * one for each annotation that is about something else. Formulas are neutralised; the first row names the columns.
 */
import { type Annotation, bodyName, isStance, type Milliseconds } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import type { PlacedAnnotation, SpeechView, View } from '../../core/model/view.ts';
import { aspectOf } from '../../core/view/aspect-of.ts';
import { type Cell, csv, tsv } from '../escape/csv.ts';
import { acceptanceText, waitingText } from './details.ts';
import { anchorName, anchorsIn, isKnown, partyName, partyNames, readingName, speakerName } from './names.ts';
import type { ViewPrinter } from './printer.ts';
import { actorName } from './sentences.ts';

interface Row {
  readonly view: View;
  /** What the row is about; undefined for annotations on claims, other annotations and the transcript. */
  readonly speech: SpeechView | undefined;
  readonly placed: PlacedAnnotation | undefined;
}

interface Column {
  readonly name: string;
  readonly meaning: string;
  cell(row: Row): Cell;
}

const column = (name: string, meaning: string, cell: Column['cell']): Column => ({ name, meaning, cell });
const ofSpeech = (name: string, meaning: string, cell: (speech: SpeechView, view: View) => Cell) =>
  column(name, meaning, ({ speech, view }) => speech && cell(speech, view));
const ofAnnotation = (name: string, meaning: string, cell: (annotation: Annotation, row: Row) => Cell) =>
  column(name, meaning, row => row.placed && cell(row.placed.annotation, row));

/** The columns, in order. New ones are only added at the end. */
export const COLUMNS: readonly Column[] = [
  column('kind', 'utterance, statement, or what else the annotation is about', kindOf),
  column('id', 'id of what the row is about', idOf),
  ofSpeech('speaker', 'id of the party that speaks', ({ speech }) => speech.speaker),
  ofSpeech('speaker-name', 'its name', ({ speech }, view) => speakerName(view, speech)),
  ofSpeech(
    'to',
    'names of the parties addressed',
    ({ speech }, view) => speech.to && partyNames(view, speech.to),
  ),
  ofSpeech('form', 'how the speech is reported', ({ speech }) => speech.form),
  ofSpeech('via', 'ids through which it reached us, nearest first', ({ speech }) => speech.via?.join(' ')),
  ofSpeech('start', 'HH:MM:SS.mmm', ({ speech }) => timeOf(speech.start)),
  ofSpeech('end', 'HH:MM:SS.mmm', ({ speech }) => timeOf(speech.end)),
  ofSpeech('source', 'id of the source', ({ speech }) => speech.source),
  ofSpeech('at', 'place in the source', ({ speech }) => speech.at),
  ofSpeech(
    'text',
    'the words, or the event',
    ({ speech }) => speech.text ?? ('event' in speech ? speech.event : ''),
  ),
  ofAnnotation('annotation', 'id of the annotation', ({ id }) => id),
  ofAnnotation('reading', 'who annotated', (_, { placed }) => readingName(placed!.reading)),
  ofAnnotation(
    'status',
    'live, or why the annotation does not count',
    (_, { placed }) => placed!.dead ?? 'live',
  ),
  ofAnnotation('body', 'what kind of assertion it is', bodyName),
  ofAnnotation('value', 'what it asserts', assertedValue),
  ofAnnotation('aspect', 'the side of the talk that a stance is about', (_, { placed }) => aspectOf(placed!)),
  ofAnnotation('by', 'name of the party whose act it is', (annotation, { view }) => byWhom(view, annotation)),
  ofAnnotation('by-via', 'ids of who reports the act', ({ via }) => via?.join(' ')),
  ofAnnotation('characterised', 'yes where the act is known only by description', ({ characterised }) =>
    characterised === true ? 'yes' : undefined,
  ),
  ofAnnotation('when', 'EDTF date of the act', ({ when }) => when),
  ofAnnotation('passage-start', 'code point offset in the text', (_, row) => rangeOf(row)?.start),
  ofAnnotation('passage-end', 'code point offset, exclusive', (_, row) => rangeOf(row)?.end),
  ofAnnotation('quote', 'the passage', ({ quote }) => quote),
  ofAnnotation('wording', 'exact words of the act', ({ wording }) => wording),
  ofAnnotation('certainty', "the annotator's certainty", ({ certainty }) => certainty),
  ofAnnotation('basis', 'how the annotator got there', ({ basis }) => basis),
  ofAnnotation('note', 'the reason', ({ note }) => note),
  ofAnnotation(
    'state',
    'whether it holds on to its words: sure, unpinned, to-renew, or waits for a person',
    (_, { placed }) => placed!.state.state,
  ),
  ofAnnotation('waits', 'why it waits', (_, { placed }) =>
    placed!.state.state === 'waits' ? waitingText(placed!.state) : undefined,
  ),
  ofAnnotation('accepted', 'who accepted changed words, and when', ({ accepted }, { view }) =>
    accepted?.map(acceptance => acceptanceText(view, acceptance)).join('; '),
  ),
];

export const printCsv: ViewPrinter = view => table(view, ',', csv);

/** Tab-separated: cells are one line each. */
export const printTsv: ViewPrinter = view => table(view, '\t', tsv);

function table(view: View, separator: string, write: (cell: Cell) => string): string {
  const line = (cells: readonly Cell[]) => `${cells.map(write).join(separator)}\n`;
  const rows = [...rowsOf(view)].map(row => line(COLUMNS.map(({ cell }) => cell(row))));
  return line(COLUMNS.map(({ name }) => name)) + rows.join('');
}

function* rowsOf(view: View): Generator<Row> {
  for (const speech of [...view.utterances, ...view.statements]) {
    const known = speech.annotations.filter(isKnown);
    for (const placed of known) yield { view, speech, placed };
    if (known.length === 0) yield { view, speech, placed: undefined };
  }
  for (const placed of view.general.filter(isKnown)) yield { view, speech: undefined, placed };
}

function kindOf({ speech, placed }: Row): Cell {
  if (speech !== undefined) return speech.kind;
  const entry = placed?.anchors[0]?.entry;
  return entry === 'transcript' ? entry : entry?.kind;
}

function idOf({ speech, placed }: Row): Cell {
  if (speech !== undefined) return speech.id;
  return placed?.anchors
    .filter(anchor => anchor.entry !== 'transcript')
    .map(anchorName)
    .join(' ');
}

function timeOf(time: Milliseconds | undefined): Cell {
  return time === undefined ? undefined : formatTime(time);
}

function rangeOf({ speech, placed }: Row) {
  return speech && anchorsIn(speech, placed?.anchors ?? [])[0]?.range;
}

/** A stance always has a party, or says that no one is named. */
function byWhom(view: View, annotation: Annotation): Cell {
  return isStance(annotation) ? actorName(view, annotation) : annotation.by && partyName(view, annotation.by);
}

function assertedValue(annotation: Annotation): Cell {
  const body = bodyName(annotation);
  switch (body) {
    case undefined:
      return undefined;
    case 'date':
      return annotation.date!.edtf ?? 'unknown';
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
