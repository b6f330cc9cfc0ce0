/** What becomes of the annotations and claims of a layer when its transcript changes. */
import type { Placement, Reason } from '../anchor/placement.ts';
import { diffWords, type WordRun } from '../diff/word-diff.ts';
import type { Acceptance, Id } from '../model/model.ts';
import type { Verdict } from '../model/vocabulary.ts';

/** The reasons of {@link Placement}, and those for targets that are no utterance or were pinned to another text. */
export type Cause =
  | Reason
  /** The pin is that of neither version: the annotation was made on a third one. */
  | 'pinned-elsewhere'
  /** It waited for a person before, and no pin tells that its words are those it was made on. */
  | 'waits-already'
  /** A statement, claim or annotation of the old transcript that the new one does not have. */
  | 'target-gone'
  /** A statement whose words or speaker changed. */
  | 'target-edited'
  /** The ids of a claim stand for other utterances now, or would; it has no pin that tells old ids from new. */
  | 'reused-id'
  /** `same-as`, `sources` or `relative-to` names what has no sure counterpart. */
  | 'reference-gone'
  /** Its id stands for another utterance now, or would, and no pin tells old ids from new. */
  | 'reference-reused';

/** Where an annotation or claim was found. A quote that stands as it was, with alarms around it, is `edited`. */
export type CarriedPlacement = Omit<Placement, 'reason'> & { readonly reason: Cause };

/** The fields that say where an entry attaches, as the file has them or shall have them. */
export interface AnchorFields {
  readonly target: readonly string[];
  readonly quote: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly pin: string | undefined;
  /** The mark on an annotation that waits for a person. */
  readonly verdict: Verdict | undefined;
  /** Who said that it holds of changed words, the newest last. */
  readonly accepted: readonly Acceptance[] | undefined;
}

export const ANCHOR_FIELDS = [
  'target',
  'quote',
  'before',
  'after',
  'pin',
  'verdict',
  'accepted',
] as const satisfies (keyof AnchorFields)[];

export interface Outcome {
  readonly kind: 'annotation' | 'claim';
  /** Place in the layer's list of its kind. */
  readonly index: number;
  readonly id: Id;
  readonly placement: CarriedPlacement;
  /**
   * - `kept`: it attaches in the new version as it is written; or it was withdrawn, and nobody needs to place it.
   * - `carried`: it attaches there with other fields, which are to be written.
   * - `left`: it keeps its old anchor; a person is needed.
   */
  readonly state: 'kept' | 'carried' | 'left';
  /** It was placed, but on an utterance without an id of its own, so that no target can be written. */
  readonly lacksId: boolean;
  readonly before: AnchorFields;
  /** As the file shall have it. */
  readonly after: AnchorFields;
  /** Somebody said that it holds of the new words; the last of `after.accepted` is that act. */
  readonly isAccepted: boolean;
  /** Ids in other fields that are to be written as well. */
  readonly references: readonly ReferenceChange[];
}

/** An id in a field of an annotation, where lists and records are as in the model. */
export interface ReferenceChange {
  readonly path: readonly (string | number)[];
  readonly old: Id;
  readonly new: Id;
}

/** Word diff of the annotated passage, for those who show it; empty where it is the same or was not found. */
export function changedWords({ change }: CarriedPlacement): WordRun[] {
  return change === undefined ? [] : diffWords(change.old, change.new);
}
