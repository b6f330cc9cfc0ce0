/**
 * Words and annotations in one table: one row for each annotation of each utterance or statement, one for an utterance
 * without any, and one for each annotation that is about something else.
 */
import type { SpeechView, View } from '../../../core/model/view.ts';
import type { Cell } from '../../escape/csv.ts';
import { anchorName, isKnown } from '../names.ts';
import { ANNOTATION, type Column, column, type OfAnnotation, passageIn, SPEECH, table } from './columns.ts';

export interface WideRow extends OfAnnotation {
  readonly speech: SpeechView | undefined;
}

/** The columns, in order. New ones are only added at the end. */
const COLUMNS: readonly Column<WideRow>[] = [
  column('kind', 'utterance, statement, or what else the annotation is about', kindOf),
  column('id', 'id of what the row is about', idOf),
  SPEECH.speaker,
  SPEECH.speakerName,
  SPEECH.to,
  SPEECH.form,
  SPEECH.via,
  SPEECH.start,
  SPEECH.end,
  SPEECH.source,
  SPEECH.at,
  SPEECH.text,
  ANNOTATION.id,
  ANNOTATION.reading,
  ANNOTATION.status,
  ANNOTATION.body,
  ANNOTATION.value,
  ANNOTATION.aspect,
  ANNOTATION.by,
  ANNOTATION.byVia,
  ANNOTATION.characterised,
  ANNOTATION.when,
  column('passage-start', 'code point offset in the text', row => passageIn(row)?.start),
  column('passage-end', 'code point offset, exclusive', row => passageIn(row)?.end),
  ANNOTATION.quote,
  ANNOTATION.wording,
  ANNOTATION.certainty,
  ANNOTATION.basis,
  ANNOTATION.note,
  ANNOTATION.state,
  ANNOTATION.waits,
  ANNOTATION.accepted,
  ANNOTATION.role,
  ANNOTATION.of,
  ANNOTATION.asWritten,
  ANNOTATION.sources,
  ANNOTATION.alternatives,
  ANNOTATION.standing,
];

export const wide = table(COLUMNS, rowsOf);

function* rowsOf(view: View): Generator<WideRow> {
  for (const speech of [...view.utterances, ...view.statements]) {
    const known = speech.annotations.filter(isKnown);
    for (const placed of known) yield { view, speech, placed };
    if (known.length === 0) yield { view, speech, placed: undefined };
  }
  for (const placed of view.general.filter(isKnown)) yield { view, speech: undefined, placed };
}

function kindOf({ speech, placed }: WideRow): Cell {
  if (speech !== undefined) return speech.kind;
  const entry = placed?.anchors[0]?.entry;
  return entry === 'transcript' ? entry : entry?.kind;
}

function idOf({ speech, placed }: WideRow): Cell {
  if (speech !== undefined) return speech.id;
  return placed?.anchors
    .filter(anchor => anchor.entry !== 'transcript')
    .map(anchorName)
    .join(' ');
}
