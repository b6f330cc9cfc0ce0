/** What is known of a language: words that change a meaning, and phrases that rules look for. */
import { NO_PHRASES, type PhraseLists } from './phrase-lists.ts';
import { NO_WORDS, type WordLists } from './word-lists.ts';

export interface Language {
  readonly words: WordLists;
  readonly phrases: PhraseLists;
}

export const NO_LANGUAGE: Language = { words: NO_WORDS, phrases: NO_PHRASES };
