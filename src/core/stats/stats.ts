/** Counts of one or more talks: plain values, for printers. */
import type { Milliseconds } from '../model/model.ts';
import type { StandingName } from '../model/vocabulary.ts';

/** Totals of annotations in a talk, in a reading or in all. All but `annotations` leave out those that have ended. */
export interface AnnotationCounts {
  /** All that exist at the date of the view, including those withdrawn or replaced. */
  readonly annotations: number;
  /** Withdrawn, replaced, or followed by a later act of the same party. */
  readonly ended: number;
  readonly stances: number;
  /** Stances without a known date. */
  readonly undated: number;
  readonly requests: number;
  readonly dates: number;
  /** Annotations and claims that wait for a person. */
  readonly waiting: number;
}

/** What is said in talks. */
interface SpeechCounts {
  readonly utterances: number;
  readonly statements: number;
  /** Words of the utterances. */
  readonly words: number;
  /** Sum of the durations of turns with both times; undefined if no turn has them. */
  readonly duration: Milliseconds | undefined;
}

export interface Totals extends SpeechCounts, AnnotationCounts {
  readonly transcripts: number;
  readonly speakers: number;
  readonly claims: number;
  readonly readings: number;
  /** Annotations and claims without a pin. */
  readonly unpinned: number;
  /** Conflicts that a merge kept. */
  readonly conflicts: number;
}

export interface StandingStats {
  /** The standing in all readings, or `differs`. */
  readonly standing: StandingName | 'differs';
  readonly claims: number;
  /** Ids of declared claims, with their transcripts. */
  readonly declared: readonly { readonly id: string; readonly file: string }[];
  /** Number of claims implied by stances on a passage, and by stances on a whole transcript. */
  readonly passages: number;
  readonly transcripts: number;
}

export interface SpeakerStats {
  /** Name or label; undefined if nobody is named. */
  readonly name: string | undefined;
  readonly ids: readonly string[];
  /** The transcript of a label, which names somebody only there; undefined for names. */
  readonly file: string | undefined;
  readonly turns: number;
  readonly words: number;
  readonly duration: Milliseconds | undefined;
}

export interface TagStats {
  readonly tag: string;
  /** Number of live annotations with the tag. */
  readonly annotations: number;
  /** Number in each reading; the name is empty if nobody is named. */
  readonly readings: readonly NamedCount[];
  /** Number of transcripts with the tag. */
  readonly transcripts: number;
}

export interface ReadingStats extends AnnotationCounts {
  /** Undefined if nobody is named. */
  readonly name: string | undefined;
  readonly transcripts: number;
}

export interface SourceStats {
  readonly id: string;
  readonly title: string | undefined;
  /** Number of utterances and statements that it reports. */
  readonly speech: number;
  /** Number of live annotations that rest on it. */
  readonly annotations: number;
}

export interface FileStats extends SpeechCounts, AnnotationCounts {
  readonly file: string;
  readonly title: string | undefined;
  readonly speakers: number;
  readonly claims: number;
}

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export interface Stats {
  readonly totals: Totals;
  /** In the order of the vocabulary. */
  readonly standings: readonly StandingStats[];
  /** Whoever says most comes first. */
  readonly speakers: readonly SpeakerStats[];
  /** The most frequent comes first, as in the lists below. */
  readonly tags: readonly TagStats[];
  readonly readings: readonly ReadingStats[];
  readonly sources: readonly SourceStats[];
  /** Open requests by tag, and dates by role. */
  readonly requests: readonly NamedCount[];
  readonly dates: readonly NamedCount[];
  readonly files: readonly FileStats[];
}
