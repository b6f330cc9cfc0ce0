/** The transcripts that quotations are compared with, as records. */

import { knownNames } from '../../core/anchor/known-names.ts';
import { joinAttributionWords } from '../../core/language/attribution-words.ts';
import { ATTRIBUTION_WORDS } from '../../core/language/generated/attribution-words.ts';
import { recogniseLanguage } from '../../core/language/recognise-language.ts';
import { scriptOfText } from '../../core/language/scripts.ts';
import { primaryTag, scriptOf } from '../../core/language/shipped.ts';
import { type Talk, wordsOfTranscripts } from '../../core/language/transcript-words.ts';
import { UNDETERMINED } from '../../core/language/word-lists.ts';
import { documentsOf, type Project } from '../../core/model/project.ts';
import { maskQuotations } from '../../core/quotes/attribution.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import type { QuotedRecord } from '../../core/quotes/judge.ts';
import { outermost, pairMarks } from '../../core/quotes/quotation-marks.ts';
import type { ViewOptions } from '../../core/view/resolve-entries.ts';

/** So many UTF-16 code units of drafts tell their language. */
const UNITS_READ = 20_000;

/**
 * Projects as quotations are compared with them, with the words of their languages and of the drafts'. Their dates and that
 * of the options must have gone through `prepareDates`.
 */
export async function recordsOf(
  projects: readonly Project[],
  drafts: readonly Draft[],
  options: ViewOptions = {},
): Promise<readonly QuotedRecord[]> {
  const draftTag = recogniseLanguage(textsOf(drafts));
  const frames = framesOf(drafts);
  return Promise.all(projects.map(project => recordOf(project, draftTag, frames, options)));
}

async function recordOf(
  project: Project,
  draftTag: string | undefined,
  frames: readonly Frame[],
  options: ViewOptions,
): Promise<QuotedRecord> {
  const { value } = project.transcript;
  const versions: Talk[] = [
    sampled(value),
    { language: value.language, utterances: translationsIn(project) },
  ];
  if (draftTag !== undefined)
    versions.push({ language: value.language, utterances: [{ text: '', language: draftTag }] });
  const { lists, language, unlistedIn } = await wordsOfTranscripts(versions);
  const tags = new Set([language.tag, draftTag ?? language.tag].map(primaryTag));
  const ownScript = scriptOf(primaryTag(language.tag));
  // What tells no language is in one that is written with these letters.
  for (const { tag, script } of frames)
    if (tag !== undefined) tags.add(tag);
    else if (ownScript !== undefined && script !== ownScript)
      for (const other of languagesIn(script)) tags.add(other);
  // Nobody can say of an unknown language that nothing is known of it.
  const known = [...tags].flatMap(tag => (tag === UNDETERMINED ? [] : (ATTRIBUTION_WORDS[tag] ?? [])));
  return {
    project,
    options,
    context: {
      lists,
      names: knownNames(
        documentsOf(project).map(({ value: { parties } }) => ({ parties })),
        lists,
      ),
      words: joinAttributionWords(known),
      unlistedIn,
    },
  };
}

/** Utterances of a talk that tell its languages: all that state theirs, and some of the others. */
const MOST_SAMPLED = 400;

function sampled({ language, utterances }: Talk): Talk {
  const step = Math.ceil(utterances.length / MOST_SAMPLED);
  return {
    language,
    utterances: utterances.filter(
      (utterance, index) => index % step === 0 || utterance.language !== undefined,
    ),
  };
}

function translationsIn(project: Project): Talk['utterances'] {
  const texts: Talk['utterances'][number][] = [];
  for (const { value } of documentsOf(project))
    for (const { translation } of value.annotations)
      if (translation?.text !== undefined) texts.push({ text: translation.text, language: translation.to });
  return texts;
}

/** The words of a draft around its quotations: who quotes Russian in English says "said". */
interface Frame {
  /** Its language, where its words tell it. */
  readonly tag: string | undefined;
  readonly script: string | undefined;
}

function framesOf(drafts: readonly Draft[]): Frame[] {
  const frames: Frame[] = [];
  for (const { blocks } of drafts) {
    let read = 0;
    const texts: string[] = [];
    for (const { text, isQuoted } of blocks) {
      if (read > UNITS_READ) break;
      read += text.length;
      if (!isQuoted) texts.push(withoutQuotations(text));
    }
    const script = scriptOfText(texts.join(' '));
    if (script !== undefined) frames.push({ tag: recogniseLanguage(texts), script });
  }
  return frames;
}

function withoutQuotations(text: string): string {
  const quotations = outermost(pairMarks(text).pairs).map(({ outer }) => outer);
  return maskQuotations(text, quotations);
}

function languagesIn(script: string | undefined): string[] {
  return Object.keys(ATTRIBUTION_WORDS).filter(tag => scriptOf(tag) === script);
}

function* textsOf(drafts: readonly Draft[]): Generator<string> {
  let read = 0;
  for (const { blocks } of drafts)
    for (const { text } of blocks) {
      yield text;
      read += text.length;
      if (read > UNITS_READ) return;
    }
}
