/** The configuration of a project as it is used: levels, options, tags, requirements, phrases, files. */
import type { PhraseLists } from '../language/phrase-lists.ts';
import { PHRASE_LISTS, type PhraseListName } from '../language/phrase-lists.ts';
import type { RequirementEntry } from './generated/entries.ts';
import type { Level, TagInfo } from './vocabulary.ts';

/** Fields that entries of one kind must have, those of annotations only under certain tags. */
export type Requirement = Omit<RequirementEntry, 'tag' | 'entry'> & {
  readonly entry: NonNullable<RequirementEntry['entry']>;
  readonly tag?: readonly string[];
};

/** A change of one list of phrases. */
export type WordChange =
  | { readonly only: readonly string[] }
  | { readonly add: readonly string[]; readonly remove: readonly string[] };

/** The value of a rule's option. */
export type OptionValue = string | number | boolean | readonly string[];

/** How transcripts in another format are read where they lie. */
export interface TranscriptReading {
  /** Globs relative to the configuration's folder. */
  readonly files: readonly string[];
  readonly from?: string;
  readonly profile?: string;
  readonly speakers?: readonly string[];
  /** Columns of a table by what they hold. */
  readonly map?: Readonly<Record<string, string>>;
  readonly encoding?: string;
  readonly language?: string;
}

export interface Config {
  /** Levels by rule, where they differ from the rule's own. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly options: ReadonlyMap<string, Readonly<Record<string, OptionValue>>>;
  readonly tags: ReadonlyMap<string, TagInfo>;
  readonly require: readonly Requirement[];
  readonly words: ReadonlyMap<PhraseListName, WordChange>;
  /** Of several entries for a file the first one holds. */
  readonly transcripts: readonly TranscriptReading[];
  /** Globs relative to the configuration's folder. */
  readonly layers: readonly string[];
  readonly ignore: readonly string[];
  readonly quotes: readonly QuotedDrafts[];
  /** Words that drafts quote from elsewhere. */
  readonly elsewhere: readonly string[];
}

/** Drafts and the transcripts that they quote, as globs relative to the configuration's folder. */
export interface QuotedDrafts {
  readonly drafts: readonly string[];
  readonly in: readonly string[];
}

/** The default configuration: every rule at its default level. */
export const NO_CONFIG: Config = {
  levels: new Map(),
  options: new Map(),
  tags: new Map(),
  require: [],
  words: new Map(),
  transcripts: [],
  layers: [],
  ignore: [],
  quotes: [],
  elsewhere: [],
};

/** The phrases of a language with the changes of a project. */
export function changedPhrases(lists: PhraseLists, changes: Config['words']): PhraseLists {
  const changed: Record<string, readonly string[]> = {};
  for (const [name, change] of changes) {
    const key = PHRASE_LISTS[name];
    if ('only' in change) changed[key] = change.only;
    else changed[key] = [...lists[key].filter(phrase => !change.remove.includes(phrase)), ...change.add];
  }
  return { ...lists, ...changed };
}
