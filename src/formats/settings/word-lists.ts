/** Word lists of a language (`data/words/`): YAML in, a value for core out. */

import { foldWord } from '../../core/language/fold-word.ts';
import type { WordLists } from '../../core/language/word-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import { WordFields } from './word-fields.ts';

/** `lists` is absent where anything was found. */
export interface ReadWordListsResult {
  readonly lists?: WordLists;
  readonly findings: readonly Finding[];
}

const KEYS = [
  'language',
  'negations',
  'negative-endings',
  'numbers',
  'scales',
  'number-joiners',
  'ordinals',
  'ordinal-endings',
  'units',
  'months',
  'weekdays',
  'relative-days',
  'capitalised',
] as const;

/**
 * Reads the word lists of one language. Every key but `language` may be left out: what is not listed raises no alarm.
 * @param file name for findings
 */
export function readWordLists(text: string, file: string): ReadWordListsResult {
  const fields = WordFields.of(text, file, KEYS, foldWord);
  if ('unread' in fields) return { findings: fields.findings };
  const lists: WordLists = {
    language: fields.text('language'),
    negations: new Set(fields.words('negations')),
    negativeEndings: fields.words('negative-endings'),
    numbers: fields.numbers('numbers'),
    scales: fields.numbers('scales'),
    numberJoiners: new Set(fields.words('number-joiners')),
    ordinals: fields.numbers('ordinals'),
    ordinalEndings: new Set(fields.words('ordinal-endings')),
    units: spellings(fields.lists('units')),
    months: fields.numbers('months'),
    weekdays: fields.numbers('weekdays'),
    relativeDays: new Set(fields.words('relative-days')),
    capitalised: new Set(fields.words('capitalised')),
  };
  fields.refuseUnknown();
  return fields.findings.length === 0 ? { lists, findings: [] } : { findings: fields.findings };
}

/** Every spelling with the name that it stands for. */
function spellings(lists: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map([...lists].flatMap(([name, words]) => words.map(word => [word, name] as const)));
}
