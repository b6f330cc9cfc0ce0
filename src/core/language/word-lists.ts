/**
 * Words of one language that change what a passage means. They are data (`data/words/`), read elsewhere and handed in
 * as a value, so that another language is another file. All words are folded (see `foldWord`).
 */
export interface WordLists {
  /** Language tag (BCP 47). */
  readonly language: string;
  /** Words that deny: not, never, nobody. */
  readonly negations: ReadonlySet<string>;
  /** Endings that deny: n't. */
  readonly negativeEndings: readonly string[];
  /** Number words below a hundred, with their values. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Words and suffixes that multiply: hundred, million, bn. */
  readonly scales: ReadonlyMap<string, number>;
  /** Words that may stand inside a number: "two hundred and fifty". */
  readonly numberJoiners: ReadonlySet<string>;
  /** Ordinal words, with their values. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Endings of ordinals written with digits: st, th. */
  readonly ordinalEndings: ReadonlySet<string>;
  /** Units and currencies, every spelling with the one name it stands for. */
  readonly units: ReadonlyMap<string, string>;
  /** Names of months, 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of weekdays, 1 (Monday) to 7, as in ISO 8601. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Words relative to the day of speaking: yesterday, tomorrow. */
  readonly relativeDays: ReadonlySet<string>;
  /** Words written with a capital that name no one: I, I'm. */
  readonly capitalised: ReadonlySet<string>;
}

/** Lists of no language: digits are still numbers, everything else is only compared as text. */
export const NO_WORDS: WordLists = {
  language: 'und',
  negations: new Set(),
  negativeEndings: [],
  numbers: new Map(),
  scales: new Map(),
  numberJoiners: new Set(),
  ordinals: new Map(),
  ordinalEndings: new Set(),
  units: new Map(),
  months: new Map(),
  weekdays: new Map(),
  relativeDays: new Set(),
  capitalised: new Set(),
};
