/** Word lists of a language (`data/words/`): YAML in, a value for core out. */

import { foldWord } from '../../core/language/fold-word.ts';
import {
  WORD_LIST_NAMES,
  WORD_LISTS,
  type WordListName,
  type WordLists,
  wordListsOf,
} from '../../core/language/word-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import { WordFields } from './word-fields.ts';

/** `lists` is absent if anything was found. */
export interface ReadWordListsResult {
  readonly lists?: WordLists;
  readonly findings: readonly Finding[];
}

const KEYS = ['language', ...WORD_LIST_NAMES.map(name => WORD_LISTS[name].name)];

/**
 * Reads the word lists of one language. Every key but `language` may be left out: words that are not listed raise no alarm.
 * @param file name for findings
 */
export function readWordLists(text: string, file: string): ReadWordListsResult {
  const fields = WordFields.of(text, file, KEYS, foldWord);
  if ('unread' in fields) return { findings: fields.findings };
  const lists = wordListsOf([fields.text('language')], list => readList(fields, list));
  fields.refuseUnknown();
  return fields.findings.length === 0 ? { lists, findings: [] } : { findings: fields.findings };
}

function readList(fields: WordFields<string>, list: WordListName): unknown {
  const { name, kind, among } = WORD_LISTS[list];
  switch (kind) {
    case 'set':
      return new Set(fields.words(name, among));
    case 'list':
      return fields.words(name);
    case 'values':
      return fields.numbers(name);
    default:
      // Every spelling with its name.
      return new Map(
        [...fields.lists(name)].flatMap(([of, words]) => words.map(word => [word, of] as const)),
      );
  }
}
