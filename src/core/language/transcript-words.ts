/** The words that tell of changes in a transcript: those of the languages it is in. */
import { append } from '../maps.ts';
import { SYMBOLS } from './generated/symbols.ts';
import { joinWordLists } from './join-word-lists.ts';
import { recogniseLanguage } from './recognise-language.ts';
import { scriptOfText } from './scripts.ts';
import { loadLanguage, primaryTag, scriptOf } from './shipped.ts';
import { UNDETERMINED, type WordLists } from './word-lists.ts';

/** What is asked of an utterance. */
interface Spoken {
  readonly text?: string | undefined;
  /** Where it is not that of the transcript (BCP 47). */
  readonly language?: string | undefined;
}

/** What is asked of a transcript. */
export interface Talk {
  readonly language?: string | undefined;
  readonly utterances: readonly Spoken[];
}

interface TranscriptLanguage {
  /** Tag of a language (BCP 47, the first part), or `und`. */
  readonly tag: string;
  /** Whether a file states it; else it was taken from the text. */
  readonly isStated: boolean;
}

export interface TranscriptWords {
  readonly language: TranscriptLanguage;
  readonly lists: WordLists;
  /** Languages that are stated and have no list. */
  readonly unlisted: readonly string[];
  /** The language, or script, of an utterance whose words are not listed; undefined where they are. */
  unlistedIn(utterance: Spoken): string | undefined;
}

/** The language of a talk: as the newest of its versions states it, else as its text tells. */
export function languageOf(versions: readonly Talk[]): TranscriptLanguage {
  const stated = versions.find(({ language }) => language !== undefined)?.language;
  if (stated !== undefined) return { tag: primaryTag(stated), isStated: true };
  const tag = recogniseLanguage(textsOf(versions)) ?? UNDETERMINED;
  return { tag, isStated: false };
}

function* textsOf(versions: readonly Talk[]): Generator<string> {
  for (const { utterances } of versions)
    for (const { text } of utterances) if (text !== undefined) yield text;
}

/**
 * The words of the languages that versions of one transcript are in, the newest first. Utterances in another script than
 * the transcript's language are taken for the language that they tell, unless they state one.
 * @param more further lists; they are those of the transcript's own language where none ship
 */
export async function wordsOfTranscripts(
  versions: readonly Talk[],
  more?: WordLists,
): Promise<TranscriptWords> {
  const language = languageOf(versions);
  const byScript = languagesOfOtherScripts(versions, scriptOf(language.tag));
  const stated = new Set([language.tag, ...languagesOfUtterances(versions)]);
  const listed = new Set<string>(more === undefined ? [] : [...more.languages.map(primaryTag), language.tag]);
  let lists = SYMBOLS;
  for (const tag of new Set([...stated, ...byScript.values()])) {
    const words = (await loadLanguage(tag))?.words;
    if (words === undefined) continue;
    listed.add(tag);
    lists = joinWordLists(lists, words);
  }
  return {
    language,
    lists: more === undefined ? lists : joinWordLists(lists, more),
    unlisted: [...stated].filter(tag => !listed.has(tag)),
    unlistedIn(utterance) {
      const tag = utterance.language === undefined ? language.tag : primaryTag(utterance.language);
      if (!listed.has(tag)) return tag;
      const expected = scriptOf(tag);
      const script = expected === undefined ? undefined : scriptOfText(utterance.text ?? '');
      if (script === undefined || script === expected) return undefined;
      return utterance.language === undefined && byScript.has(script) ? undefined : script;
    },
  };
}

export function* languagesOfUtterances(versions: readonly Talk[]): Generator<string> {
  for (const { utterances } of versions)
    for (const { language } of utterances) if (language !== undefined) yield primaryTag(language);
}

/** By script, the language of the utterances in it, as far as one ships and the utterances tell it. */
function languagesOfOtherScripts(
  versions: readonly Talk[],
  expected: string | undefined,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const { utterances } of expected === undefined ? [] : versions)
    for (const { text = '', language } of utterances) {
      const script = language === undefined ? scriptOfText(text) : undefined;
      if (script !== undefined && script !== expected) append(texts, script, text);
    }
  const languages = new Map<string, string>();
  for (const [script, spoken] of texts) {
    const tag = recogniseLanguage(spoken);
    if (tag !== undefined) languages.set(script, tag);
  }
  return languages;
}
