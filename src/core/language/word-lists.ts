/**
 * Words of one language that change what a passage means. They are data (`data/words/`), read elsewhere and handed in
 * as a value, so that another language is another file. All words are folded (see `foldWord`).
 */
export interface WordLists {
  /** Language tags (BCP 47): several where lists are joined. */
  readonly languages: readonly string[];

  /** Words that deny: not, never, nobody. */
  readonly negations: ReadonlySet<string>;
  /** Endings and beginnings that deny: n't, Turkish -medi, Armenian չ-. */
  readonly negativeEndings: readonly string[];
  readonly negativeBeginnings: readonly string[];
  /** Words with such an ending or beginning that deny nothing; `word*` stands for all that begin so. */
  readonly notNegations: ReadonlySet<string>;
  /** Beginnings that deny only where the word without them stands in the other version: un-, dis-. */
  readonly contraryBeginnings: readonly string[];
  /** Words that deny unless another negation stands in their clause: French ne, Spanish no beside nadie. */
  readonly negationPartners: ReadonlySet<string>;
  /** Words that deny only beside such a partner: French plus, personne. */
  readonly negationsWithPartner: ReadonlySet<string>;
  /** Verbs that say what somebody makes of the words behind them, every form with the one name it stands for: denies, doubts. */
  readonly governing: ReadonlyMap<string, string>;

  /** Number words with their values, those that compose from others left out. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Words and suffixes that multiply: hundred, million, bn. */
  readonly scales: ReadonlyMap<string, number>;
  /** Words that may stand inside a number: "two hundred and fifty". */
  readonly numberJoiners: ReadonlySet<string>;
  /** Ordinal words, with their values. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Endings of ordinals written with digits: st, th. */
  readonly ordinalEndings: ReadonlySet<string>;
  /** Number words that are more often articles, or other words: they count only inside a number. */
  readonly articles: ReadonlySet<string>;
  /** Words that make the number behind them negative: minus. */
  readonly minus: ReadonlySet<string>;
  /** Endings of number words: Armenian հինգը, Turkish beşi. */
  readonly numberEndings: readonly string[];
  /** Beginnings of number words: Arabic والخمسة. */
  readonly numberBeginnings: readonly string[];
  /** Words that only look like a number with an ending: Turkish ona. */
  readonly notNumbers: ReadonlySet<string>;
  readonly numberStyle: ReadonlySet<NumberStyle>;
  /** Marks before the fraction of a number in digits, and between its groups of three. */
  readonly decimalMarks: ReadonlySet<string>;
  readonly groupMarks: ReadonlySet<string>;

  /** Units and currencies, every spelling with the one name it stands for. */
  readonly units: ReadonlyMap<string, string>;
  /** Names of months, 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Those that are something else without a capital: may, march. */
  readonly monthsByCapital: ReadonlySet<string>;
  /** Words between the parts of a date: "14 of October". */
  readonly dateJoiners: ReadonlySet<string>;
  /** Names of weekdays, 1 (Monday) to 7, as in ISO 8601. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Words relative to the day of speaking: yesterday, tomorrow. */
  readonly relativeDays: ReadonlySet<string>;

  /** Words written with a capital, or in a script that has none, that name no one: I, I'm. */
  readonly capitalised: ReadonlySet<string>;
  /** Words that always name someone or something, however they are written. */
  readonly names: ReadonlySet<string>;
  /** Titles, every form with the one that it stands for: Mr., mister. Another title is another person. */
  readonly titles: ReadonlyMap<string, string>;
  /** Offices; `word*` stands for all forms that begin so, `*word` for those with something glued to it: Premierminister. */
  readonly offices: readonly string[];
  /** Words beside an office that make another of it, written likewise: prime, vice, former. */
  readonly officeParts: readonly string[];
  /** What has a capital inside a sentence. */
  readonly capitals: ReadonlySet<CapitalStyle>;
  /** Words behind which a noun with a capital is no name: der, ein. */
  readonly determiners: ReadonlySet<string>;
  /** Endings of nouns with a capital that are no names: -ung. */
  readonly nounEndings: readonly string[];
  /** Endings that a name has in other cases, each with the ending it has as the subject. */
  readonly nameEndings: ReadonlyMap<string, string>;
  /** Words that lose their last letter and join the next word: l', qu'. */
  readonly elisions: ReadonlySet<string>;
}

/**
 * How number words are put together.
 * - `glued`: several words in one (fünfundzwanzig);
 * - `ones-first`: the joiner leads from ones to tens (five and twenty);
 * - `teens-apart`, `ten-first`: seven ten, or ten seven, is seventeen;
 * - `joined-tens`: the joiner leads from tens to ones (treinta y cinco);
 * - `twenties`: quatre-vingt, soixante-dix.
 */
const NUMBER_STYLES = ['glued', 'ones-first', 'teens-apart', 'ten-first', 'joined-tens', 'twenties'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** `names` have capitals; `nouns` as well; or the script has none. */
const CAPITAL_STYLES = ['names', 'nouns', 'none'] as const;
type CapitalStyle = (typeof CAPITAL_STYLES)[number];

/** What a list is made of, in files and as a value. */
export type WordListKind =
  /** A list of words: a set, or an array where their order counts. */
  | 'set'
  | 'list'
  /** Words with numbers. */
  | 'values'
  /** Names with the words that stand for each, kept by word. */
  | 'spellings';

type KindOf<T> =
  T extends ReadonlySet<string>
    ? 'set'
    : T extends ReadonlyMap<string, number>
      ? 'values'
      : T extends ReadonlyMap<string, string>
        ? 'spellings'
        : 'list';

export type WordListName = Exclude<keyof WordLists, 'languages'>;

/** The lists with the names they have in files, and the words they may have where not every word will do. */
export const WORD_LISTS: {
  readonly [K in WordListName]: {
    readonly name: string;
    readonly kind: KindOf<WordLists[K]>;
    readonly among?: readonly string[];
  };
} = {
  negations: { name: 'negations', kind: 'set' },
  negativeEndings: { name: 'negative-endings', kind: 'list' },
  negativeBeginnings: { name: 'negative-beginnings', kind: 'list' },
  notNegations: { name: 'not-negations', kind: 'set' },
  contraryBeginnings: { name: 'contrary-beginnings', kind: 'list' },
  negationPartners: { name: 'negation-partners', kind: 'set' },
  negationsWithPartner: { name: 'negations-with-partner', kind: 'set' },
  governing: { name: 'governing', kind: 'spellings' },
  numbers: { name: 'numbers', kind: 'values' },
  scales: { name: 'scales', kind: 'values' },
  numberJoiners: { name: 'number-joiners', kind: 'set' },
  ordinals: { name: 'ordinals', kind: 'values' },
  ordinalEndings: { name: 'ordinal-endings', kind: 'set' },
  articles: { name: 'articles', kind: 'set' },
  minus: { name: 'minus', kind: 'set' },
  numberEndings: { name: 'number-endings', kind: 'list' },
  numberBeginnings: { name: 'number-beginnings', kind: 'list' },
  notNumbers: { name: 'not-numbers', kind: 'set' },
  numberStyle: { name: 'number-style', kind: 'set', among: NUMBER_STYLES },
  decimalMarks: { name: 'decimal-marks', kind: 'set' },
  groupMarks: { name: 'group-marks', kind: 'set' },
  units: { name: 'units', kind: 'spellings' },
  months: { name: 'months', kind: 'values' },
  monthsByCapital: { name: 'months-by-capital', kind: 'set' },
  dateJoiners: { name: 'date-joiners', kind: 'set' },
  weekdays: { name: 'weekdays', kind: 'values' },
  relativeDays: { name: 'relative-days', kind: 'set' },
  capitalised: { name: 'capitalised', kind: 'set' },
  names: { name: 'names', kind: 'set' },
  titles: { name: 'titles', kind: 'spellings' },
  offices: { name: 'offices', kind: 'list' },
  officeParts: { name: 'office-parts', kind: 'list' },
  capitals: { name: 'capitals', kind: 'set', among: CAPITAL_STYLES },
  determiners: { name: 'determiners', kind: 'set' },
  nounEndings: { name: 'noun-endings', kind: 'list' },
  nameEndings: { name: 'name-endings', kind: 'spellings' },
  elisions: { name: 'elisions', kind: 'set' },
};

export const WORD_LIST_NAMES = Object.keys(WORD_LISTS) as readonly WordListName[];

export function wordListsOf(
  languages: readonly string[],
  make: (list: WordListName, kind: WordListKind) => unknown,
): WordLists {
  const lists: Record<string, unknown> = { languages };
  for (const name of WORD_LIST_NAMES) lists[name] = make(name, WORD_LISTS[name].kind);
  return lists as unknown as WordLists;
}

/** Stands for a language that nobody states and no list fits (BCP 47). */
export const UNDETERMINED = 'und';

/** Why words in a language could not be judged, for messages. */
export function whyUnlisted(language: string): string {
  return language === UNDETERMINED
    ? 'the language is not known (`language:` in the transcript states it)'
    : `no words of ${language} are listed`;
}

/** Lists of no language: digits are still numbers, everything else is only compared as text. */
export const NO_WORDS: WordLists = wordListsOf([], (_, kind) => {
  if (kind === 'list') return [];
  return kind === 'set' ? new Set() : new Map();
});
