/**
 * Phrases of one language that rules look for. Like the word lists they are data (`data/words/`), read elsewhere and
 * handed in as a value. `...` in a phrase stands for a few words.
 */
export interface PhraseLists {
  /** Words that say less than a confirmation or a denial, by the tag that they do carry. */
  readonly weakerActs: ReadonlyMap<string, readonly string[]>;
  /** Words that do confirm or deny. */
  readonly strongActs: readonly string[];
  /** Names of sources that name no one: experts, many. */
  readonly collectiveSources: readonly string[];
  /** Endings of such names: Armenians. */
  readonly collectiveEndings: readonly string[];
  /** Times that hang on the day of speaking: last night, until now. */
  readonly relativeDates: readonly string[];
  /** Words whose meaning hangs on who speaks to whom, and where: we, here. */
  readonly deixis: readonly string[];
  /** What someone is said to have done by words: offered, is ready to. */
  readonly reportedActs: readonly string[];
  /** Words around a date that is still to come: will, by. */
  readonly future: readonly string[];
  /** Words that say more than "said": revealed, admitted. */
  readonly loadedVerbs: readonly string[];
}

/** The names that the lists have in files and in the configuration. */
export const PHRASE_LISTS = {
  'strong-acts': 'strongActs',
  'collective-sources': 'collectiveSources',
  'collective-endings': 'collectiveEndings',
  'relative-dates': 'relativeDates',
  deixis: 'deixis',
  'reported-acts': 'reportedActs',
  future: 'future',
  'loaded-verbs': 'loadedVerbs',
} as const satisfies Record<string, Exclude<keyof PhraseLists, 'weakerActs'>>;

export type PhraseListName = keyof typeof PHRASE_LISTS;

/** Lists of no language: rules that look for words find none. */
export const NO_PHRASES: PhraseLists = {
  weakerActs: new Map(),
  strongActs: [],
  collectiveSources: [],
  collectiveEndings: [],
  relativeDates: [],
  deixis: [],
  reportedActs: [],
  future: [],
  loadedVerbs: [],
};
