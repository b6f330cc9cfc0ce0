/** The record that quotations are compared with: what was said, what was said about it later, translations, corrections. */
import { pushAll } from '../long-lists.ts';
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

/** What is searched as one: the text of one record, or of utterances that one voice speaks one after the other. */
export interface SearchedText {
  readonly text: string;
  readonly language: string | undefined;
  readonly parts: readonly TurnPart[];
  /** Whether somebody is known to speak all of it. */
  readonly isOneVoice: boolean;
}

/** A text of the record in a longer one, from `start` on; UTF-16 code units. */
interface TurnPart {
  readonly record: RecordText;
  readonly start: number;
}

/**
 * The texts that are searched: captions cut a sentence in two, so utterances of one voice in a row are one text. Only
 * direct speech is joined; two reports of one speaker are two.
 */
export function searchedTexts(texts: readonly RecordText[]): SearchedText[] {
  const turns: RecordText[][] = [];
  // Behind what was said: of two passages that are as near, the first counts.
  const others: RecordText[] = [];
  for (const record of texts) {
    const before = turns.at(-1)?.at(-1);
    if (record.kind !== 'utterance') others.push(record);
    else if (before !== undefined && isOneVoice(before, record)) turns.at(-1)!.push(record);
    else turns.push([record]);
  }
  return [...turns, ...others.map(record => [record])].map(joined);
}

function joined(records: readonly RecordText[]): SearchedText {
  const [first] = records;
  const { speaker } = first!.speech.speech;
  const isOneVoice = records.length === 1 || (speaker !== undefined && speaker !== 'unknown');
  const { language } = first!;
  if (records.length === 1)
    return { text: first!.text, language, parts: [{ record: first!, start: 0 }], isOneVoice };
  const parts: TurnPart[] = [];
  let start = 0;
  for (const record of records) {
    parts.push({ record, start });
    start += record.text.length + 1;
  }
  return { text: records.map(({ text }) => text).join(' '), language, parts, isOneVoice };
}

function isOneVoice(one: RecordText, other: RecordText): boolean {
  const [before, behind] = [one.speech.speech, other.speech.speech];
  return (
    before.speaker === behind.speaker &&
    before.source === behind.source &&
    before.language === behind.language &&
    isJoinable(before) &&
    isJoinable(behind)
  );
}

function isJoinable({ form = 'direct', paraphrase = false, alternatives }: Utterance | Statement): boolean {
  return form === 'direct' && !paraphrase && alternatives === undefined;
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
      if (speech.annotations.length > 0) pushAll(texts, annotatedTexts(speech, text));
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
  /** All words of the passage, also those of the utterances that it goes on in; and the character behind them. */
  readonly words: string;
  readonly behind: string;
  /** The utterances that the passage goes on in. */
  readonly rest: readonly RecordPlace[];
}

/** The last part that begins at an offset or before it. */
function firstPart(parts: readonly TurnPart[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a passage of a text that is searched stands in the record. */
export function placeIn(
  { text, parts }: SearchedText,
  span: Span,
  { file, view }: { readonly file: string; readonly view: View },
): RecordPlace {
  const first = firstPart(parts, span.start);
  let end = first + 1;
  while (end < parts.length && parts[end]!.start < span.end) end++;
  const places = parts
    .slice(first, end)
    .filter(({ record, start }) => start + record.text.length > span.start)
    .map(({ record, start }): RecordPlace => {
      const own = {
        start: Math.max(0, span.start - start),
        end: Math.min(record.text.length, span.end - start),
      };
      const { id } = record.speech;
      const words = record.text.slice(own.start, own.end);
      const behind = record.text.charAt(own.end);
      return {
        file,
        view,
        record,
        id,
        span: own,
        start: record.speech.speech.start,
        words,
        behind,
        rest: [],
      };
    });
  const [head, ...rest] = places;
  return { ...head!, words: text.slice(span.start, span.end), behind: text.charAt(span.end), rest };
}
