/** Word lists of a language (`data/words/`): YAML in, a value for core out. */
import type { Finding, Path } from '../core/finding.ts';
import { foldWord } from '../core/language/fold.ts';
import type { WordLists } from '../core/language/word-lists.ts';
import type { YamlDocument } from './yaml/document.ts';
import { isMapping } from './yaml/document.ts';
import { readYaml } from './yaml/reader.ts';

/** `lists` is absent where anything was found. */
export interface ReadWordListsResult {
  readonly lists?: WordLists;
  readonly findings: readonly Finding[];
}

/** Every scalar is taken as it is written, so that `no` in a list of negations is a word. */
const AS_WRITTEN: ReadonlySet<string> = new Set();

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
type Key = (typeof KEYS)[number];

/**
 * Reads the word lists of one language. Every key but `language` may be left out: what is not listed raises no alarm.
 * @param file name for findings
 */
export function readWordLists(text: string, file: string): ReadWordListsResult {
  const { document, findings } = readYaml(text, { file, typedKeys: AS_WRITTEN });
  if (document === undefined) return { findings };
  const fields = new Fields(document, file);
  const lists: WordLists = {
    language: fields.text('language'),
    negations: fields.words('negations'),
    negativeEndings: [...fields.words('negative-endings')],
    numbers: fields.numbers('numbers'),
    scales: fields.numbers('scales'),
    numberJoiners: fields.words('number-joiners'),
    ordinals: fields.numbers('ordinals'),
    ordinalEndings: fields.words('ordinal-endings'),
    units: fields.spellings('units'),
    months: fields.numbers('months'),
    weekdays: fields.numbers('weekdays'),
    relativeDays: fields.words('relative-days'),
    capitalised: fields.words('capitalised'),
  };
  fields.refuseUnknown();
  return fields.findings.length === 0 ? { lists, findings: [] } : { findings: fields.findings };
}

class Fields {
  readonly findings: Finding[] = [];
  readonly #document: YamlDocument;
  readonly #file: string;

  constructor(document: YamlDocument, file: string) {
    this.#document = document;
    this.#file = file;
  }

  text(key: Key): string {
    const value = this.#document.value[key];
    if (typeof value === 'string' && value !== '') return value;
    this.#refuse([key], 'expected the tag of a language (BCP 47)');
    return '';
  }

  words(key: Key): ReadonlySet<string> {
    return new Set(this.#list([key], this.#document.value[key] ?? []));
  }

  numbers(key: Key): ReadonlyMap<string, number> {
    const result = new Map<string, number>();
    for (const [word, written] of this.#entries(key)) {
      const value = Number(written);
      if (typeof written === 'string' && written !== '' && Number.isFinite(value))
        result.set(foldWord(word), value);
      else this.#refuse([key, word], 'expected a number');
    }
    return result;
  }

  spellings(key: Key): ReadonlyMap<string, string> {
    const result = new Map<string, string>();
    for (const [name, list] of this.#entries(key))
      for (const word of this.#list([key, name], list)) result.set(word, name);
    return result;
  }

  refuseUnknown(): void {
    const known: readonly string[] = KEYS;
    for (const key of Object.keys(this.#document.value))
      if (!known.includes(key))
        this.#refuse([key], `unknown list "${key}", expected one of ${KEYS.join(', ')}`, 'key');
  }

  #entries(key: Key): [string, unknown][] {
    const value = this.#document.value[key] ?? {};
    if (isMapping(value)) return Object.entries(value);
    this.#refuse([key], 'expected a mapping');
    return [];
  }

  #list(path: Path, value: unknown): string[] {
    if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value.map(foldWord);
    this.#refuse(path, 'expected a list of words');
    return [];
  }

  #refuse(path: Path, message: string, part: 'key' | 'value' = 'value'): void {
    const span = this.#document.locate(path, part);
    this.findings.push({ rule: 'word-list-shape', severity: 'error', file: this.#file, span, message });
  }
}
