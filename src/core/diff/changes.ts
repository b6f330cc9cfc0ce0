/**
 * What changed between two annotated views, as values that JSON holds; the words of a text are told apart when they are
 * asked for, each time anew. Each change is one fact; an entry with a new speaker and new words has two. `old` and `new`
 * name the two sides everywhere.
 */
import type { Acceptance, EntryKind, Id } from '../model/model.ts';
import type { Aspect, StandingName, Verdict } from '../model/vocabulary.ts';
import type { WordRun } from './word-diff.ts';

/** An entry as a record of its fields, named as in the file. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field's value on both sides; a side that does not have the field has no key. */
export interface FieldChange {
  readonly old?: unknown;
  readonly new?: unknown;
}

export type FieldChanges = Readonly<Record<string, FieldChange>>;

/** Which side of an entry a changed field belongs to. */
export type Facet =
  | 'speaker'
  | 'time'
  | 'form'
  | 'body'
  | 'provenance'
  | 'evidence'
  | 'anchor'
  | 'withdrawal'
  | 'fields';

/** Indexes of an utterance in the two transcripts, from 0. */
export interface UtteranceIndexes {
  readonly old: number;
  readonly new: number;
}

interface Added {
  readonly kind: 'added';
  readonly what: EntryKind;
  readonly id?: Id;
  /** Utterances only: index in the new transcript. */
  readonly index?: number;
  readonly new: Fields;
}

interface Removed {
  readonly kind: 'removed';
  readonly what: EntryKind;
  readonly id?: Id;
  /** Utterances only: index in the old transcript. */
  readonly index?: number;
  readonly old: Fields;
}

/** The words of a text changed: the runs hold the old text and the new one. */
export interface Edited {
  readonly kind: 'edited';
  readonly what: 'utterance' | 'statement' | 'claim';
  readonly id?: Id;
  readonly at?: UtteranceIndexes;
  readonly words: readonly WordRun[];
}

/** Other fields changed. `id` is absent for the header of the transcript and for an utterance without one. */
export interface Changed {
  readonly kind: 'changed';
  readonly what: EntryKind | 'transcript';
  readonly facet: Facet;
  readonly id?: Id;
  readonly at?: UtteranceIndexes;
  readonly fields: FieldChanges;
}

/** An utterance stands elsewhere among those that kept their order. */
export interface Moved {
  readonly kind: 'moved';
  readonly what: 'utterance';
  readonly id?: Id;
  readonly at: UtteranceIndexes;
}

export interface IndexedUtterance {
  readonly index: number;
  readonly utterance: Fields;
}

/** One utterance became several (`split`), several became one (`merged`), or several became several others. */
export interface Regrouped {
  readonly kind: 'split' | 'merged' | 'regrouped';
  readonly what: 'utterance';
  readonly old: readonly IndexedUtterance[];
  readonly new: readonly IndexedUtterance[];
  /** The joined words of both sides. */
  readonly words: readonly WordRun[];
}

/** A place that an annotation points to, as a view found it. */
export interface AnchorState {
  readonly target: string;
  /** The passage's words; absent if no text is meant or none was found. */
  readonly text?: string;
  readonly verdict: Verdict;
  readonly pin: 'none' | 'current' | 'out-of-date';
}

/** Derived: an annotation points to another place or to other words, or its pin no longer fits. */
export interface Reanchored {
  readonly kind: 'reanchored';
  readonly what: 'annotation';
  readonly id: Id;
  readonly verdict: Verdict;
  readonly old: readonly AnchorState[];
  readonly new: readonly AnchorState[];
}

type Liveness = 'live' | 'withdrawn' | 'superseded' | 'later-act-of-party' | 'not-yet' | 'undated';

/** Derived: an annotation began to count at the view's date, or ceased to. */
export interface LivenessChanged {
  readonly kind: 'liveness';
  readonly what: 'annotation';
  readonly id: Id;
  readonly old: Liveness;
  readonly new: Liveness;
}

/** A stance as far as a standing rests on it. */
export interface StanceSummary {
  readonly id: Id;
  readonly tag: string;
  readonly by?: Id;
  readonly when?: string;
  readonly via?: readonly Id[];
  /** Sources, statements and utterances that it cites, with the place in each. */
  readonly sources?: readonly { readonly source: Id; readonly at?: string }[];
  /** Who accepted that it holds of changed words, the newest last. */
  readonly accepted?: readonly Acceptance[];
  readonly counts: 'affirms' | 'qualifies' | 'contests' | 'retracts' | 'nothing';
  readonly why: string;
}

/** The claim a standing is about: declared (with `id`), or implied by a stance on a passage. */
export interface ClaimSummary {
  readonly id?: Id;
  readonly text?: string;
  readonly aspect?: Aspect;
  readonly targets: readonly string[];
  /** Words of the passages, where the claim is implied by quotes. */
  readonly quotes?: readonly string[];
}

export interface StandingState {
  readonly name: StandingName;
  readonly remarks: readonly string[];
  readonly because: string;
}

/** Derived: what the stances on a claim add up to, or the stances themselves, changed in one reading. */
export interface StandingChanged {
  readonly kind: 'standing';
  readonly what: 'claim';
  readonly claim: ClaimSummary;
  /** The creator of the reading; absent if no one is named. */
  readonly reading?: string;
  /** Absent if the claim or the reading is new. */
  readonly old?: StandingState;
  /** Absent if the claim or the reading is gone. */
  readonly new?: StandingState;
  /** Stances that count now and did not, or count for something else. */
  readonly gained: readonly StanceSummary[];
  /** Stances that counted and no longer do, or count for something else; as they were. */
  readonly lost: readonly StanceSummary[];
}

/** A change of the content of the files. Together these turn the old content into the new one. */
export type EntryChange = Added | Removed | Edited | Changed | Moved | Regrouped;

/** A change of what follows from the files. */
type DerivedChange = Reanchored | LivenessChanged | StandingChanged;

export type Change = EntryChange | DerivedChange;

/** Something that a change of the files should not bring about, for `--fail-on`. */
export interface Alarm {
  readonly kind: 'standing-lost' | 'forbidden-transition';
  readonly reason: AlarmReason;
  readonly claim?: ClaimSummary;
  readonly reading?: string;
  readonly old?: StandingName;
  readonly new?: StandingName;
  /** Ids of the stances concerned. */
  readonly stances: readonly Id[];
}

/**
 * - `affirmation-lost`: a claim was confirmed, corroborated or acknowledged and is so no longer, or less;
 * - `confirmed-without-act`: confirmed by no stance that has a party, a date, an aspect, its wording and a source with
 *   its place, or only by characterised ones;
 * - `contest-dropped`: no longer contested, though no contest was withdrawn or superseded;
 * - `back-to-unreviewed`: what was looked at once cannot become unreviewed;
 * - `stance-deleted`: a stance is withdrawn or superseded, not deleted.
 */
export type AlarmReason =
  | 'affirmation-lost'
  | 'confirmed-without-act'
  | 'contest-dropped'
  | 'back-to-unreviewed'
  | 'stance-deleted';
