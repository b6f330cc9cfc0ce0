/** The languages that ship: their files, the scripts they are written in, and the formats that spell their numbers. */

export interface ShippedLanguage {
  /** Language tag (BCP 47), and the name of its files: `data/words/de.yaml`. */
  readonly tag: string;
  /** Unicode scripts that its words may have. */
  readonly script: string;
  /** CLDR's rule-based number formats to read, those of regions behind that of the language. */
  readonly formats: readonly string[];
}

/** English has its numbers in its own file. */
export const LANGUAGES: readonly ShippedLanguage[] = [
  { tag: 'ar', script: 'Arabic', formats: ['ar'] },
  { tag: 'be', script: 'Cyrillic', formats: ['be'] },
  { tag: 'de', script: 'Latin', formats: ['de', 'de-CH'] },
  { tag: 'en', script: 'Latin', formats: [] },
  { tag: 'es', script: 'Latin', formats: ['es'] },
  { tag: 'fr', script: 'Latin', formats: ['fr', 'fr-BE', 'fr-CH'] },
  { tag: 'hy', script: 'Armenian', formats: ['hy'] },
  { tag: 'it', script: 'Latin', formats: ['it'] },
  { tag: 'pl', script: 'Latin', formats: ['pl'] },
  { tag: 'pt', script: 'Latin', formats: ['pt', 'pt-PT'] },
  { tag: 'ru', script: 'Cyrillic', formats: ['ru'] },
  { tag: 'tr', script: 'Latin', formats: ['tr'] },
  { tag: 'uk', script: 'Cyrillic', formats: ['uk'] },
];
