/** What a quotation is to the record, by its words alone. */
import type { Alarm } from '../anchor/placement.ts';
import type { AttributionWords } from '../language/attribution-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Span } from '../model/span.ts';

/** From the best to the worst: the first that holds. `help quotes` defines them. */
export const MATCHES = ['verbatim', 'folded', 'elided', 'spliced', 'altered', 'not-found'] as const;
export type MatchName = (typeof MATCHES)[number];

/** A passage of one text of the record. */
export interface MatchedPassage {
  /** Index of the text. */
  readonly text: number;
  /** UTF-16 code units. */
  readonly span: Span;
  /** A word of its sentence that denies, doubts or refuses, and stands outside the passage. */
  readonly cut?: string | undefined;
}

/** Where all words of a quotation stand in a row, as far as a quick look tells. */
export interface WholeQuotation {
  /** The words in the quotation; UTF-16 code units. */
  readonly quoted: Span;
  readonly places: readonly MatchedPassage[];
}

export interface Match {
  readonly name: MatchName;
  /** Changes of meaning; only `altered` has any. */
  readonly alarms: readonly Alarm[];
  /** What differs and changes no word, in words: a question mark that became a full stop. */
  readonly notes: readonly string[];
  /** Each place of its own; of a spliced quotation, its parts in the quotation's order. */
  readonly places: readonly MatchedPassage[];
  /** Of one that differs: the words of the quotation that stand for those of the first place. */
  readonly quoted: Span | undefined;
  /** The first words of the quotation that are not the record's. */
  readonly changed?: Span;
  /** Stretches of a spliced quotation, one for each place. */
  readonly parts?: readonly Span[];
}

export const NOT_FOUND: Match = {
  name: 'not-found',
  alarms: [],
  notes: [],
  places: [],
  quoted: undefined,
};

/** What is known of the language of a record and its drafts. */
export interface MatchContext {
  readonly lists: WordLists;
  /** Folded words known to name someone. */
  readonly names: ReadonlySet<string>;
  readonly words: AttributionWords;
  /** The language, or script, of a text whose words are not listed; undefined where they are. */
  unlistedIn(spoken: { readonly text: string; readonly language: string | undefined }): string | undefined;
}
