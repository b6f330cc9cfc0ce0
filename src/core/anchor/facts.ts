/** What is read from the words of a passage, and what it is read from. */
import type { WordLists } from '../language/word-lists.ts';

export interface FactWord {
  readonly text: string;
  readonly fold: string;
}

/** What a word may tell, one bit each. */
export const TELLING = {
  /** A name or month, where it has a capital. */
  byCapital: 1,
  /** A fact, in whatever case it is written. */
  always: 2,
  /** It may deny, by itself or beside another word. */
  denies: 4,
  /** A change of it tells of the words beside it as well. */
  beside: 8,
  /** It begins as a word that denies the rest of itself: unlawful. */
  contrary: 16,
  /** A date may begin with it. */
  date: 32,
  /** A title: the point behind it ends no sentence, and whoever has another title is someone else. */
  title: 64,
  /** An office with something glued to it, or a word that makes another of the office beside it. */
  office: 128,
} as const;

/** The words of a passage; those that tell nothing are never looked at closely. */
export interface FactWords {
  readonly length: number;
  /** The bits of `TELLING` that a word may have. */
  telling(index: number): number;
  /** Whether the word may deny, told without asking what else it may tell. */
  mayDeny(index: number): boolean;
  /** False where no fact can begin with the word, and only such a word of a fact can end it. */
  mayTell(index: number): boolean;
  at(index: number): FactWord | undefined;
  /** Whether a sentence begins with the word: then a capital says nothing. */
  opensSentence(index: number): boolean;
  /** Whether a mark stands before the word that may part two clauses. */
  opensClause(index: number): boolean;
}

/** Words that are compared with those of another version. */
export interface ComparedWords extends FactWords {
  /** A number for each word, the same for the same folded word. */
  key(index: number): number;
  fold(index: number): string;
  /** How the utterances of the words are written: in capitals alone, or with small letters; `few` letters tell neither. */
  readonly letters: 'capitals' | 'small' | 'few';
}

/** Two versions of a passage. */
export interface ComparedPassages {
  readonly old: ComparedWords;
  readonly fresh: ComparedWords;
  readonly lists: WordLists;
}

/** Something that a passage says, which must not change unseen. */
export interface Fact {
  readonly kind: 'negation' | 'attribution' | 'number' | 'unit' | 'date' | 'name';
  /** Equal for facts that mean the same. */
  readonly value: string;
  readonly text: string;
  /** Words from `start` up to `end`, without `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether nothing but its capital makes it a name. */
  readonly isByCapital?: boolean;
  /** Whether a word stands in the clause that the negation took the place of: Spanish no beside nadie. */
  readonly hasPartner?: boolean;
}
