/** The words of a language, read from the program's data when they are first needed. */
import path from 'node:path';
import type { Language } from '../core/language/language.ts';
import type { PhraseLists } from '../core/language/phrase-lists.ts';
import type { WordLists } from '../core/language/word-lists.ts';
import { readPhraseLists } from '../formats/phrase-lists.ts';
import { readWordLists } from '../formats/word-lists.ts';
import type { Env } from '../io/env.ts';

/** English, the one language that ships. */
export function readLanguage(env: Env): Language {
  return { words: readWords(env), phrases: readPhrases(env) };
}

function readWords(env: Env): WordLists {
  const { lists, findings } = readWordLists(textOf(env, 'en.yaml'), 'en.yaml');
  if (lists === undefined) throw new Error(`the word lists are damaged: ${findings[0]?.message}`);
  return lists;
}

function readPhrases(env: Env): PhraseLists {
  const { lists, findings } = readPhraseLists(textOf(env, 'phrases-en.yaml'), 'phrases-en.yaml');
  if (lists === undefined) throw new Error(`the phrase lists are damaged: ${findings[0]?.message}`);
  return lists;
}

function textOf(env: Env, name: string): string {
  const file = path.join(env.programFolder, 'data', 'words', name);
  return new TextDecoder().decode(env.files.read(file));
}
