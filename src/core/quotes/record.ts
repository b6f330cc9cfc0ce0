/** The record that quotations are compared with: what was said, what was said about it later, translations, corrections. */
import { lastUpTo } from '../binary-search.ts';
import type { Id, Milliseconds, Statement, Utterance } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
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
export class SearchedText {
  readonly parts: readonly RecordText[];
  #text: string | undefined;
  #starts: number[] | undefined;

  constructor(parts: readonly RecordText[]) {
    this.parts = parts;
  }

  get text(): string {
    this.#text ??= this.parts.map(({ text }) => text).join(' ');
    return this.#text;
  }

  /** Where each part begins; UTF-16 code units. */
  get starts(): readonly number[] {
    if (this.#starts !== undefined) return this.#starts;
    this.#starts = [];
    let start = 0;
    for (const { text } of this.parts) {
      this.#starts.push(start);
      start += text.length + 1;
    }
    return this.#starts;
  }

  get language(): string | undefined {
    return this.parts[0]!.language;
  }

  /** Whether somebody is known to speak all of it. */
  get isOneVoice(): boolean {
    const { speaker } = this.parts[0]!.speech.speech;
    return this.parts.length === 1 || (speaker !== undefined && speaker !== UNKNOWN_PARTY);
  }
}

/**
 * The texts that are searched: captions cut a sentence in two, so utterances of one voice in a row are one text. Only
 * direct speech is joined; two reports of one speaker are two.
 */
export function searchedTexts(texts: readonly RecordText[]): SearchedText[] {
  const spoken: RecordText[][] = [];
  // Behind what was said: of two passages that are as near, the first counts.
  const others: RecordText[][] = [];
  let before: RecordText | undefined;
  for (const record of texts)
    if (record.kind !== 'utterance') others.push([record]);
    else {
      if (before !== undefined && isOneVoice(before, record)) spoken.at(-1)!.push(record);
      else spoken.push([record]);
      before = record;
    }
  return [...spoken, ...others].map(parts => new SearchedText(parts));
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
    for (const speech of list) {
      const { text, language } = speech.speech;
      if (text === undefined) continue;
      texts.push({ kind, text, language, speech, annotation: undefined, corrected: undefined });
      for (const placed of speech.annotations) {
        const { translation, correction } = placed.annotation;
        if ((translation ?? correction) === undefined || !counts(placed)) continue;
        const annotated = annotatedText(placed, speech, text);
        if (annotated !== undefined) texts.push(annotated);
      }
    }
  return texts;
}

/** What an annotation translates a text to, or what it makes of it by correcting it. */
function annotatedText(placed: PlacedAnnotation, speech: SpeechView, text: string): RecordText | undefined {
  const { translation, correction } = placed.annotation;
  if (translation?.text !== undefined)
    return {
      kind: 'translation',
      text: translation.text,
      language: translation.to,
      speech,
      annotation: placed,
      corrected: undefined,
    };
  const replaced = typeof correction === 'string' ? passageOf(placed, speech.speech, text) : undefined;
  if (replaced === undefined) return undefined;
  const words = String(correction);
  return {
    kind: 'correction',
    text: text.slice(0, replaced.start) + words + text.slice(replaced.end),
    language: speech.speech.language,
    speech,
    annotation: placed,
    corrected: { start: replaced.start, end: replaced.start + words.length },
  };
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

/** Where a passage of a text that is searched stands in the record. */
export function placeIn(
  { text, parts, starts }: SearchedText,
  span: Span,
  { file, view }: { readonly file: string; readonly view: View },
): RecordPlace {
  const first = lastUpTo(starts, span.start);
  const places = parts
    .slice(first, lastUpTo(starts, span.end - 1) + 1)
    .map((record, index) => ({ record, start: starts[first + index]! }))
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
