/**
 * Which utterances of a newer version of a transcript continue which utterances of the older one. Re-anchoring and
 * the diff both start from this, so that they never disagree about what became of an utterance.
 */
import { NO_WORDS } from '../language/word-lists.ts';
import type { Utterance } from '../model.ts';
import { linkPairs, sharedWords } from './links.ts';
import { alignTranscripts } from './transcripts.ts';
import { withoutSettled } from './unsettled.ts';
import { pairUtterances } from './utterance-pairs.ts';

/**
 * What became of the old utterances of a link.
 * - `kept`: one for one, speaker and text the same (other fields may differ);
 * - `edited`: one for one, speaker or text differs;
 * - `split`: one became several; `merged`: several became one; `regrouped`: several became several others;
 * - `removed`: no new utterance continues it; `added`: it continues no old one.
 */
export type LinkKind = 'kept' | 'edited' | 'split' | 'merged' | 'regrouped' | 'added' | 'removed';

/** Utterances of both versions that belong together. Every utterance of either version is in exactly one link. */
export interface Link {
  readonly kind: LinkKind;
  /** Indexes into the old list, ascending; empty for `added`. */
  readonly old: readonly number[];
  /** Indexes into the new list, ascending; empty for `removed`. */
  readonly new: readonly number[];
  /** The utterances stand out of their old order: they crossed others that stayed. Never set on `added` and `removed`. */
  readonly moved: boolean;
}

export interface Alignment {
  /** In the order of the new version; a `removed` link stands behind what went before it in the old one. */
  readonly links: readonly Link[];
  /** For each old utterance, the index of its link. */
  readonly ofOld: readonly number[];
  /** For each new utterance, the index of its link. */
  readonly ofNew: readonly number[];
}

/**
 * Aligns two versions of a list of utterances by ids, words, speakers and times; near-linear in their length. Ids count
 * only where they still mean the same utterances: a re-import may have counted anew.
 */
export function alignUtterances(oldList: readonly Utterance[], newList: readonly Utterance[]): Alignment {
  const pairs = pairUtterances(oldList, newList);
  const open = withoutSettled(oldList, newList, pairs);
  const aligned = alignTranscripts(
    open.old.map(index => oldList[index]!),
    open.new.map(index => newList[index]!),
    NO_WORDS,
    open.pairs,
  );
  const shared = Array.from(sharedWords(aligned), ([oldIndex, newIndex]): [number, number] => [
    open.old[oldIndex]!,
    open.new[newIndex]!,
  ]);
  return linkPairs(oldList, newList, pairs, shared);
}
