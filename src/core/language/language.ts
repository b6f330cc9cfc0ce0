/** What is known of a language: words that change a meaning, and phrases that rules look for. */
import { NO_PHRASES, type PhraseLists } from './phrase-lists.ts';
import { NO_WORDS, type WordLists } from './word-lists.ts';

export interface Language {
  readonly words: WordLists;
  readonly phrases: PhraseLists;
  /** Languages of the text of which less is known. */
  readonly unlisted?: readonly UnlistedLanguage[] | undefined;
}

/** A language of which no phrases are listed. */
export interface UnlistedLanguage {
  /** Its English name, or its tag; undefined where the text does not tell it. */
  readonly name: string | undefined;
  /** Whether its words are: numbers and months are found. */
  readonly hasWords: boolean;
}

export const NO_LANGUAGE: Language = { words: NO_WORDS, phrases: NO_PHRASES };
