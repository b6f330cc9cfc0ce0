/** Whether an annotation or claim still holds on to the words that it was made on. */
import type { Id } from './model.ts';

/**
 * - `sure`: its pin is that of the present text, and its quote stands there once.
 * - `unpinned`: nothing tells which text it was made on; its targets exist and its quote stands there once.
 * - `to-renew`: its pin is old, and the words it is about are the same; a new pin would say so.
 * - `waits`: a person has to say whether it holds. Until then it counts for nothing.
 */
export type AnchorState = { readonly state: 'sure' | 'unpinned' | 'to-renew' } | Waiting;

export interface Waiting {
  readonly state: 'waits';
  readonly reason: WaitReason;
  /** The claim with which it waits; undefined if its own anchor does. */
  readonly claim?: Id;
  /** "six, now seven": the words that changed, where an older text is at hand. */
  readonly change?: string;
}

/**
 * - `words-gone`: the quote stands nowhere in its targets, or the utterances as a whole have other words.
 * - `several-places`: the quote stands in more than one place.
 * - `around-changed`: the quote stands where it was, and its sentence or speaker changed.
 * - `passage-gone`: a target names nothing, or an annotation that ended.
 */
export type WaitReason = 'words-gone' | 'several-places' | 'around-changed' | 'passage-gone';

/** What a stance that waits was an act on, as a sentence goes on: "confirmed by Ann of words that are not there now". */
export const WAIT_WORDS: Readonly<Record<WaitReason, string>> = {
  'words-gone': 'of words that are not there now',
  'several-places': 'of words that stand in several places now',
  'around-changed': '(the words stand, something around them changed)',
  'passage-gone': 'of a passage that is gone',
};

/** The same as a sentence of its own. */
export const WAIT_REASONS: Readonly<Record<WaitReason, string>> = {
  'words-gone': 'it is of words that are not there now',
  'several-places': 'it is of words that stand in several places now',
  'around-changed': 'the words stand, something around them changed',
  'passage-gone': 'it is of a passage that is gone',
};

export const SURE: AnchorState = { state: 'sure' };
export const UNPINNED: AnchorState = { state: 'unpinned' };
export const TO_RENEW: AnchorState = { state: 'to-renew' };

/** Whether a person has to settle this very anchor: a stance that waits with its claim is settled with the claim. */
export function waitsItself(state: AnchorState): state is Waiting {
  return state.state === 'waits' && state.claim === undefined;
}
