/** Phrase lists of a language (`data/words/`): YAML in, a value for rules out. */

import { PHRASE_LISTS, type PhraseListName, type PhraseLists } from '../../core/language/phrase-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import { WordFields } from './word-fields.ts';

/** `lists` is absent if anything was found. */
export interface ReadPhraseListsResult {
  readonly lists?: PhraseLists;
  readonly findings: readonly Finding[];
}

const NAMES = Object.keys(PHRASE_LISTS) as PhraseListName[];
const KEYS = ['language', 'weaker-acts', ...NAMES] as const;

/** Reads the phrases of one language. Every key but `language` may be left out. @param file name for findings */
export function readPhraseLists(text: string, file: string): ReadPhraseListsResult {
  const fields = WordFields.of(text, file, KEYS);
  if ('unread' in fields) return { findings: fields.findings };
  fields.text('language');
  const lists = {
    weakerActs: fields.lists('weaker-acts'),
    ...Object.fromEntries(NAMES.map(name => [PHRASE_LISTS[name], fields.words(name)])),
  } as PhraseLists;
  fields.refuseUnknown();
  return fields.findings.length === 0 ? { lists, findings: [] } : { findings: fields.findings };
}
