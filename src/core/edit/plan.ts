/** What a transcript shall be after an edit, before anything is written. */
import type { Utterance } from '../model/model.ts';

/** One utterance of the edited transcript, in its place. */
export interface PlannedUtterance {
  /** Index of the old utterance that it is, with its id; undefined for a new one. */
  readonly old: number | undefined;
  readonly utterance: Utterance;
}

/** The moment between two parts of an utterance that was cut. */
export interface Cut {
  /** undefined where the utterance has no times. */
  readonly time: number | undefined;
  /** Words before it and in all, where the time was shared by them; undefined where the words have times of their own. */
  readonly words: { readonly before: number; readonly all: number } | undefined;
}

/** What became of some utterances; indexes into the old and the new list. */
export interface Step {
  readonly kind: 'edited' | 'split' | 'joined' | 'regrouped' | 'added' | 'removed' | 'moved';
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly cuts: readonly Cut[];
}

export interface EditPlan {
  readonly utterances: readonly PlannedUtterance[];
  readonly steps: readonly Step[];
  /** Of a correction: utterances that differ in white space or the form of quotation marks only, and are left alone. */
  readonly alike?: number;
}
