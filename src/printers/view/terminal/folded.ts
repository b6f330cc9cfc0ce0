/** Annotations that say the same as one note, and those that say nothing new as one line. */

import { groupBy } from '../../../core/maps.ts';
import type { PlacedAnnotation, SpeechView } from '../../../core/model/view.ts';
import { UNKNOWN_PARTY } from '../../../core/model/vocabulary.ts';
import { listOf } from '../../../core/text/list-of.ts';
import { targetsKey } from '../../../core/view/anchors-in.ts';
import { type Detail, detailsOf } from '../details.ts';
import { isKnown, readingName } from '../names.ts';
import { type Sentence, sentence } from '../sentences.ts';
import type { Sheet } from './sheet.ts';

/** Annotations of one or several readings that say the same of the same passages. */
export interface Note {
  /** The text that they share. */
  readonly sentence: Sentence;
  readonly annotations: readonly PlacedAnnotation[];
  readonly passages: readonly string[];
}

/** The certainty and basis of an annotator who is sure and goes by the words: not worth mentioning. */
const USUAL_CERTAINTY = 'high, stated';

/** Notes in the order of their first annotations. */
export function foldedNotes(
  sheet: Sheet,
  annotations: readonly PlacedAnnotation[],
  passagesOf: (placed: PlacedAnnotation) => readonly string[],
): Note[] {
  const notes = new Map<string, Note & { annotations: PlacedAnnotation[] }>();
  for (const placed of annotations) {
    if (!isKnown(placed)) continue;
    const passages = passagesOf(placed);
    const said = sentence(sheet.view, placed);
    const key = sheet.isAll ? placed.annotation.id : keyOf(said, placed, passages);
    const note = notes.get(key);
    // One reading that says a thing twice has two annotations to correct.
    if (note === undefined || note.annotations.some(({ reading }) => reading === placed.reading))
      notes.set(note === undefined ? key : `${key} ${placed.annotation.id}`, {
        sentence: said,
        annotations: [placed],
        passages,
      });
    else note.annotations.push(placed);
  }
  return [...notes.values()];
}

function keyOf({ label, text }: Sentence, placed: PlacedAnnotation, passages: readonly string[]): string {
  const targets = passages.length > 0 ? passages : targetsKey(placed.anchors);
  return JSON.stringify([label, text, targets, placed.dead, placed.state.state]);
}

/** The annotations of a note as one has them: with the reading where not all say it. */
export function detailsOfNote({ view, isAll }: Sheet, { annotations }: Note): Detail[] {
  const told = annotations.flatMap(placed =>
    detailsOf(view, placed)
      .filter(({ label, text }) => isAll || label !== 'certainty' || text !== USUAL_CERTAINTY)
      .map(detail => ({ detail, reading: readingName(placed.reading) })),
  );
  const details = groupBy(told, ({ detail }) => `${detail.label} ${detail.text}`);
  return Array.from(details.values(), same => {
    const { detail } = same[0]!;
    if (same.length === annotations.length) return detail;
    return { ...detail, text: `${detail.text} (${listOf(same.map(({ reading }) => reading))})` };
  });
}

/** Annotations that name the speaker whom the transcript names, if every reading that names one agrees. */
export function agreeingSpeakers(
  { view, isAll }: Sheet,
  { speech, annotations }: SpeechView,
): PlacedAnnotation[] {
  if (isAll || speech.speaker === undefined || speech.speaker === UNKNOWN_PARTY) return [];
  const naming = annotations.filter(
    placed =>
      isKnown(placed) && placed.annotation.speaker !== undefined && placed.annotation.tag === undefined,
  );
  const isPlain = ({ annotation, dead, state }: PlacedAnnotation) =>
    annotation.speaker === speech.speaker &&
    annotation.alternatives === undefined &&
    (annotation.certainty ?? 'high') === 'high' &&
    annotation.conflict === undefined &&
    dead === undefined &&
    state.state !== 'waits';
  return naming.every(isPlain) && view.readings.length > 0 ? naming : [];
}
