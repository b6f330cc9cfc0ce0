/** What an annotation says of the record: whether it counts, and of which words. */
import { type Annotation, isStance, type Statement, type Utterance } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { PlacedAnnotation } from '../model/view.ts';
import { toUtf16Offset } from '../text/code-points.ts';

/** Whether an annotation says something at the date of the view. */
export function counts({ dead, state }: PlacedAnnotation): boolean {
  return dead === undefined && state.state !== 'waits';
}

/** Whether an annotation may change what is said of a quotation of its words: others are notes for readers of the record. */
export function bearsOnQuotations(annotation: Annotation): boolean {
  const { form, speaker, correction } = annotation;
  return isStance(annotation) || (form ?? speaker ?? correction) !== undefined;
}

/** The passage of a speech that an annotation is on, in UTF-16 code units; undefined where it is on none. */
export function passageOf(
  { anchors }: Pick<PlacedAnnotation, 'anchors'>,
  speech: Utterance | Statement,
  text: string,
): Span | undefined {
  for (const { entry, range } of anchors) {
    if (entry === undefined || entry === 'transcript' || entry.value !== speech) continue;
    if (range === undefined) return { start: 0, end: text.length };
    return { start: toUtf16Offset(text, range.start), end: toUtf16Offset(text, range.end) };
  }
  return undefined;
}
