/** Matches utterances of two versions, and classifies what became of them. */

/**
 * What became of the old utterances of a link.
 * - `kept`: one for one, speaker and text the same (other fields may differ);
 * - `edited`: one for one, speaker or text differs;
 * - `split`: one became several; `merged`: several became one; `regrouped`: several became several others;
 * - `removed`: no new utterance continues it; `added`: it continues no old one.
 */
type LinkKind = 'kept' | 'edited' | 'split' | 'merged' | 'regrouped' | 'added' | 'removed';

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

/** A list of links; each may be made anew whenever it is asked for. */
export interface Links extends Iterable<Link> {
  readonly length: number;
  at(index: number): Link | undefined;
  /** The old utterance and the new one of a link that did not move and has at most one on each side; -1 where it has none. */
  oldInPlace(index: number): number;
  newInPlace(index: number): number;
}

export interface Alignment {
  /** In the order of the new version; a `removed` link stands behind what went before it in the old one. */
  readonly links: Links;
  /** For each old utterance, the index of its link. */
  readonly ofOld: ArrayLike<number>;
}
