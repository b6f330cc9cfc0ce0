/** The record that quotations are compared with: what was said, what was said about it later, translations, corrections. */
import type { Id, Milliseconds, Statement, Utterance } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import { toUtf16Offset } from '../text/code-points.ts';

type PassageKind = 'utterance' | 'statement' | 'translation' | 'correction';

/** One text of the record. */
export interface RecordText {
  readonly kind: PassageKind;
  readonly text: string;
  /** Where it is not that of the transcript (BCP 47). */
  readonly language: string | undefined;
  /** The utterance or statement that it is, translates or corrects. */
  readonly speech: SpeechView;
  /** The annotation that translates or corrects. */
  readonly annotation: PlacedAnnotation | undefined;
  /** The words of a correction, in the text; UTF-16 code units. */
  readonly corrected: Span | undefined;
}

/** The texts of a view, utterances first. What an annotation says counts while it is live and its anchor does not wait. */
export function recordTexts({ utterances, statements }: View): RecordText[] {
  const texts: RecordText[] = [];
  for (const [list, kind] of [
    [utterances, 'utterance'],
    [statements, 'statement'],
  ] as const)
    for (let index = 0; index < list.length; index++) {
      const speech = list[index]!;
      const { text, language } = speech.speech;
      if (text === undefined) continue;
      texts.push({ kind, text, language, speech, annotation: undefined, corrected: undefined });
      if (speech.annotations.length > 0) texts.push(...annotatedTexts(speech, text));
    }
  return texts;
}

function* annotatedTexts(speech: SpeechView, text: string): Generator<RecordText> {
  for (const placed of speech.annotations) {
    if (!counts(placed)) continue;
    const { translation, correction } = placed.annotation;
    if (translation?.text !== undefined)
      yield {
        kind: 'translation',
        text: translation.text,
        language: translation.to,
        speech,
        annotation: placed,
        corrected: undefined,
      };
    const replaced = typeof correction === 'string' ? passageOf(placed, speech.speech, text) : undefined;
    if (replaced !== undefined) {
      const words = String(correction);
      yield {
        kind: 'correction',
        text: text.slice(0, replaced.start) + words + text.slice(replaced.end),
        language: speech.speech.language,
        speech,
        annotation: placed,
        corrected: { start: replaced.start, end: replaced.start + words.length },
      };
    }
  }
}

/** Whether an annotation says something at the date of the view. */
export function counts({ dead, state }: PlacedAnnotation): boolean {
  return dead === undefined && state.state !== 'waits';
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

/** Where words of the record stand. */
export interface RecordPlace {
  /** Name of the transcript's file. */
  readonly file: string;
  readonly view: View;
  readonly record: RecordText;
  readonly id: Id | undefined;
  /** The passage in the text of the record; UTF-16 code units. */
  readonly span: Span;
  readonly start: Milliseconds | undefined;
}
