/** What became of an annotation's anchor in a newer version of the transcript. */
import type { Id } from '../model/model.ts';
import type { TextRange } from '../model/view.ts';
import type { Verdict } from '../model/vocabulary.ts';

/** A change in or beside an annotated passage that may change what it means, however small it is. */
export interface Alarm {
  /**
   * What changed. `attribution` is a verb that says what somebody makes of the words (denies, claims); `words` are words
   * that may mean anything: those of a language without a list, or beside a passage without blanks between words.
   */
  readonly kind: 'negation' | 'attribution' | 'number' | 'unit' | 'date' | 'name' | 'words' | 'speaker';
  /** The words as they were; undefined where there were none. */
  readonly old: string | undefined;
  /** The words as they are; undefined where there are none. */
  readonly new: string | undefined;
  /** The language (BCP 47) or script of which no words are known, for `words`. */
  readonly language?: string;
}

/** A stretch of one utterance of the new version. */
export interface NewPassage {
  /** Index into the new utterances. */
  readonly utterance: number;
  /** The utterance's id; undefined where it has none yet, so that a target cannot be written. */
  readonly id: Id | undefined;
  /** Code points of the utterance's text; undefined where the whole utterance is meant. */
  readonly range: TextRange | undefined;
}

/** Three separate measures, each 0 to 1. */
export interface Scores {
  /** How much of the quoted words is there still, weighted by rarity; 1 = all, in this order. */
  readonly quote: number;
  /** How many of the words around it are around it still. */
  readonly context: number;
  /** How far it is from where it should be, as a share of the transcript; 0 = in its place. */
  readonly displacement: number;
}

/** The words as they were, where they were. */
export const UNCHANGED: Scores = { quote: 1, context: 1, displacement: 0 };
/** No word was found. */
export const NOTHING_FOUND: Scores = { quote: 0, context: 0, displacement: 0 };

/** Why an annotation has the verdict it has. */
export type Reason =
  /** The text was not touched. */
  | 'unchanged'
  /** Found where its surroundings are. */
  | 'in-place'
  /** Found away from its old surroundings. */
  | 'elsewhere'
  /** The pin and the words are those of the new version: it was carried over before. */
  | 'already-carried'
  /** The target is no utterance; there is nothing to carry over. */
  | 'not-an-utterance'
  /** No place has enough of the words. */
  | 'words-gone'
  /** A place has some of the words, too few to be sure. */
  | 'weak'
  /** Several places fit equally well. */
  | 'several-places'
  /** The passage now runs over several utterances, which one quote cannot. */
  | 'across-utterances'
  /** Some of several targets are gone. */
  | 'part-gone'
  /** The quote has several places in the old version already. */
  | 'not-unique-before'
  /** The old version has no such target or quote. */
  | 'not-in-old';

export interface TextChange {
  readonly old: string;
  readonly new: string;
}

export interface Placement {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** What to write; undefined unless the verdict is `exact`, `moved` or `edited`. */
  readonly anchor: NewAnchor | undefined;
  /** Where it was found, or may be found: for `ambiguous` all places in question. Empty for `orphaned`. */
  readonly passages: readonly NewPassage[];
  readonly scores: Scores;
  /** Lead over the runner-up in strength, 0 to 1; 1 where there is no other place. */
  readonly margin: number;
  /** The annotated text as it was and is; undefined where it is the same or was not found. */
  readonly change: TextChange | undefined;
  /** Not empty: a person has to accept the placement, whatever the scores. */
  readonly alarms: readonly Alarm[];
}

/** The fields of an annotation that say where it attaches, for the new version. */
export interface NewAnchor {
  /** Ids and ranges of ids; undefined where an utterance that it needs has no id yet. */
  readonly target: readonly string[] | undefined;
  readonly quote: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
