/** Reads the fields of a file of words, each in the form that is asked for, and says what has another. */
import type { Finding, Path } from '../../core/model/finding.ts';
import { closest } from '../../core/text/closest.ts';
import { isMapping, type YamlDocument } from '../yaml/read/document.ts';
import { readYaml } from '../yaml/read/reader.ts';

/** Every scalar is taken as it is written, so that `no` in a list of negations is a word. */
const AS_WRITTEN: ReadonlySet<string> = new Set();

export class WordFields<K extends string> {
  readonly findings: Finding[] = [];
  readonly #document: YamlDocument;
  readonly #file: string;
  readonly #keys: readonly K[];
  readonly #form: (word: string) => string;

  private constructor(
    document: YamlDocument,
    file: string,
    keys: readonly K[],
    form: (word: string) => string,
  ) {
    this.#document = document;
    this.#file = file;
    this.#keys = keys;
    this.#form = form;
  }

  /**
   * The fields of a file, or what keeps it from being read as YAML.
   * @param form what becomes of every word of a list
   */
  static of<K extends string>(
    text: string,
    file: string,
    keys: readonly K[],
    form: (word: string) => string = word => word,
  ): WordFields<K> | { readonly findings: readonly Finding[]; readonly unread: true } {
    const { document, findings } = readYaml(text, { file, typedKeys: AS_WRITTEN });
    if (document === undefined) return { findings, unread: true };
    return new WordFields(document, file, keys, form);
  }

  text(key: K): string {
    const value = this.#document.value[key];
    if (typeof value === 'string' && value !== '') return value;
    this.#refuse([key], 'expected the tag of a language (BCP 47)');
    return '';
  }

  /** @param among the words that are known, where not every word will do */
  words(key: K, among?: readonly string[]): readonly string[] {
    const words = this.#list([key], this.#document.value[key] ?? []);
    for (const [index, word] of words.entries())
      if (among?.includes(word) === false) this.#refuse([key, index], `expected one of ${among.join(', ')}`);
    return words;
  }

  numbers(key: K): ReadonlyMap<string, number> {
    const result = new Map<string, number>();
    for (const [word, written] of this.#entries(key)) {
      const value = Number(written);
      if (typeof written === 'string' && written !== '' && Number.isFinite(value))
        result.set(this.#form(word), value);
      else this.#refuse([key, word], 'expected a number');
    }
    return result;
  }

  lists(key: K): ReadonlyMap<string, readonly string[]> {
    return new Map(this.#entries(key).map(([name, list]) => [name, this.#list([key, name], list)]));
  }

  refuseUnknown(): void {
    const known: readonly string[] = this.#keys;
    for (const key of Object.keys(this.#document.value))
      if (!known.includes(key)) {
        const guess = closest(key, known);
        const expected =
          guess === undefined ? `expected one of ${known.join(', ')}` : `did you mean "${guess}"?`;
        this.#refuse([key], `unknown list "${key}", ${expected}`, 'key');
      }
  }

  #entries(key: K): [string, unknown][] {
    const value = this.#document.value[key] ?? {};
    if (isMapping(value)) return Object.entries(value);
    this.#refuse([key], 'expected a mapping');
    return [];
  }

  #list(path: Path, value: unknown): string[] {
    if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value.map(this.#form);
    this.#refuse(path, 'expected a list of words');
    return [];
  }

  #refuse(path: Path, message: string, part: 'key' | 'value' = 'value'): void {
    const span = this.#document.locate(path, part);
    this.findings.push({ rule: 'word-list-shape', severity: 'error', file: this.#file, span, message });
  }
}
