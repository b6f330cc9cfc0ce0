/** The record that quotations are compared with: what was said, what was said about it later, translations, corrections. */
import { firstIndex } from '../binary-search.ts';
import { pushAll } from '../long-lists.ts';
import { getOrMake } from '../maps.ts';
import type { Annotation, Statement, Utterance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';
import type { Span } from '../model/span.ts';
import type { PlacedAnnotation, SpeechView } from '../model/view.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { partWith } from '../view/part.ts';
import { firstOfEach, type ViewOptions } from '../view/resolve-entries.ts';
import { viewOfSpeeches } from '../view/view-of-speeches.ts';
import { counts, passageOf } from './annotated-passage.ts';

type PassageKind = 'utterance' | 'statement' | 'translation' | 'correction';

type Speech = Utterance | Statement;

/** One text of the record. */
export interface RecordText {
  readonly kind: PassageKind;
  readonly text: string;
  /** Where it is not that of the transcript (BCP 47). */
  readonly language: string | undefined;
  /** The utterance or statement that it is, translates or corrects. */
  readonly speech: Speech;
  readonly ofSpeech: SpeechView['kind'];
  /** The annotation that translates or corrects. */
  readonly annotation: PlacedAnnotation | undefined;
  /** The words of a correction, in the text; UTF-16 code units. */
  readonly corrected: Span | undefined;
}

/** An utterance with words. A record has very many: what else is asked of one is made where words are found. */
type Spoken = Utterance & { readonly text: string };

/** A text of the record within one that is searched. */
interface Part {
  readonly record: RecordText;
  /** Where it begins there; UTF-16 code units. */
  readonly start: number;
}

/** What is searched as one: the text of one record, or of utterances that one voice speaks one after the other. */
export class SearchedText {
  readonly #list: readonly (Spoken | RecordText)[];
  #joined: string | undefined;
  #parts: Part[] | undefined;

  constructor(list: readonly (Spoken | RecordText)[]) {
    this.#list = list;
  }

  get text(): string {
    this.#joined ??= this.#list.map(({ text }) => text).join(' ');
    return this.#joined;
  }

  /** The texts of the record that a stretch of this one touches; UTF-16 code units. */
  partsIn({ start, end }: Span): readonly Part[] {
    this.#parts ??= this.#makeParts();
    const parts = this.#parts;
    const first = firstIndex(0, parts.length, index => parts[index]!.start > start) - 1;
    const last = firstIndex(first, parts.length, index => parts[index]!.start >= end);
    return parts.slice(first, last).filter(part => part.start + part.record.text.length > start);
  }

  #makeParts(): Part[] {
    let start = 0;
    return this.#list.map(part => {
      const record = 'ofSpeech' in part ? part : ownText(part, 'utterance', part.text);
      const made = { record, start };
      start += record.text.length + 1;
      return made;
    });
  }

  get language(): string | undefined {
    return this.#list[0]!.language;
  }

  /** Whether somebody is known to speak all of it. */
  get isOneVoice(): boolean {
    const first = this.#list[0]!;
    const { speaker } = 'ofSpeech' in first ? first.speech : first;
    return this.#list.length === 1 || (speaker !== undefined && speaker !== UNKNOWN_PARTY);
  }
}

/** The texts of a record. It has very many, of which few are asked for: only they are put together and kept. */
export class SearchedTexts {
  readonly length: number;
  readonly #list: readonly (Spoken | RecordText)[];
  /** Index in the list of the first part of each text, and the length of the list at the end. */
  readonly #firsts: Int32Array;
  readonly #asked = new Map<number, SearchedText>();

  constructor(list: readonly (Spoken | RecordText)[], firsts: Int32Array) {
    this.length = firsts.length - 1;
    this.#list = list;
    this.#firsts = firsts;
  }

  at(index: number): SearchedText {
    return getOrMake(
      this.#asked,
      index,
      () => new SearchedText(this.#list.slice(this.#firsts[index], this.#firsts[index + 1])),
    );
  }

  /** Hands each text over, and does not keep it: a record that is read once should not be in memory twice. */
  forEach(look: (text: string, index: number) => void): void {
    // V8 compiles what is called for each of many; a loop around it would be compiled again and again while it runs.
    this.#firsts.subarray(0, this.length).forEach((first, index) => {
      const end = this.#firsts[index + 1]!;
      let { text } = this.#list[first]!;
      for (let part = first + 1; part < end; part++) text += ` ${this.#list[part]!.text}`;
      look(text, index);
    });
  }

  /** Hands over the parts that each text is joined of, with the index of the text. */
  forEachPart(look: (text: string, index: number) => void): void {
    this.#firsts.subarray(0, this.length).forEach((first, index) => {
      const end = this.#firsts[index + 1]!;
      for (let part = first; part < end; part++) look(this.#list[part]!.text, index);
    });
  }
}

function ownText(speech: Speech, kind: SpeechView['kind'], text: string): RecordText {
  const { language } = speech;
  return { kind, text, language, speech, ofSpeech: kind, annotation: undefined, corrected: undefined };
}

/**
 * The texts of a project that are searched. Captions cut a sentence in two, so utterances of one voice in a row are one
 * text. Only direct speech is joined; two reports of one speaker are two. What an annotation says counts while it is live
 * and its anchor does not wait.
 */
export function searchedTexts(project: Project, options: ViewOptions): SearchedTexts {
  const annotated = annotatedTexts(project, options);
  const spoken = project.transcript.value.utterances.filter(hasWords);
  // Behind what was said: of two passages that are as near, the first counts.
  const others: RecordText[] = [];
  if (annotated.size > 0) for (const utterance of spoken) pushAll(others, annotated.get(utterance) ?? []);
  for (const { value } of firstOfEach(documentsOf(project), 'statements')) {
    if (value.text === undefined) continue;
    others.push(ownText(value, 'statement', value.text));
    pushAll(others, annotated.get(value) ?? []);
  }
  const list = others.length === 0 ? spoken : [...spoken, ...others];
  const firsts = new Int32Array(list.length + 1);
  let count = 0;
  for (let index = 0; index < list.length; index++) {
    const isNext = index > 0 && index < spoken.length && isOneVoice(spoken[index - 1]!, spoken[index]!);
    if (!isNext) firsts[count++] = index;
  }
  firsts[count] = list.length;
  return new SearchedTexts(list, firsts.subarray(0, count + 1));
}

function hasWords(utterance: Utterance): utterance is Spoken {
  return utterance.text !== undefined;
}

function isOneVoice(before: Utterance, behind: Utterance): boolean {
  return (
    before.speaker === behind.speaker &&
    before.source === behind.source &&
    before.language === behind.language &&
    isJoinable(before) &&
    isJoinable(behind)
  );
}

function isJoinable({ form = 'direct', paraphrase = false, alternatives }: Utterance): boolean {
  return form === 'direct' && !paraphrase && alternatives === undefined;
}

/** What live annotations translate or correct texts to, by utterance or statement. */
function annotatedTexts(project: Project, options: ViewOptions): ReadonlyMap<Speech, RecordText[]> {
  const texts = new Map<Speech, RecordText[]>();
  const documents = documentsOf(project);
  if (!documents.some(({ value }) => value.annotations.some(isAnotherText))) return texts;
  const speeches = new Map<Speech, SpeechView['kind']>();
  for (const utterance of project.transcript.value.utterances) speeches.set(utterance, 'utterance');
  for (const { value } of firstOfEach(documents, 'statements')) speeches.set(value, 'statement');
  const view = viewOfSpeeches(project, speeches, options, partWith(project, isAnotherText));
  for (const speech of view.speeches.values()) {
    const found = speech.annotations
      .filter(placed => isAnotherText(placed.annotation) && counts(placed))
      .map(placed => annotatedText(placed, speech))
      .filter(text => text !== undefined);
    if (found.length > 0) texts.set(speech.speech, found);
  }
  return texts;
}

function isAnotherText({ translation, correction }: Annotation): boolean {
  return (translation ?? correction) !== undefined;
}

/** What an annotation translates a text to, or what it makes of it by correcting it. */
function annotatedText(placed: PlacedAnnotation, { speech, kind }: SpeechView): RecordText | undefined {
  const { text } = speech;
  if (text === undefined) return undefined;
  const { translation, correction } = placed.annotation;
  if (translation?.text !== undefined)
    return {
      kind: 'translation',
      text: translation.text,
      language: translation.to,
      speech,
      ofSpeech: kind,
      annotation: placed,
      corrected: undefined,
    };
  const replaced = typeof correction === 'string' ? passageOf(placed, speech, text) : undefined;
  if (replaced === undefined) return undefined;
  const words = String(correction);
  return {
    kind: 'correction',
    text: text.slice(0, replaced.start) + words + text.slice(replaced.end),
    language: speech.language,
    speech,
    ofSpeech: kind,
    annotation: placed,
    corrected: { start: replaced.start, end: replaced.start + words.length },
  };
}
