/** Texts that differ only in Unicode form, in the shape of their quotation marks or in white space. */
import { graphemes } from './graphemes.ts';

const APOSTROPHES = /[‘’‚‛′ʼ´`]/g;
const QUOTATION_MARKS = /[“”„‟″«»]/g;
const WHITE_SPACE = /^\s+$/;

export interface FoldedText {
  readonly text: string;
  /**
   * For UTF-16 offsets of the folded text between two clusters, the offset in the original. Where folding leaves a cluster
   * out several would do: this is the last, for a passage that starts there.
   */
  readonly offsets: ReadonlyMap<number, number>;
  /** The same, the first of several: for a passage that ends there. */
  readonly ends: ReadonlyMap<number, number>;
}

/** One space for every run of white space, straight quotation marks, NFC; with the way back. */
export function fold(original: string): FoldedText {
  let text = '';
  let offset = 0;
  let inSpace = false;
  const offsets = new Map<number, number>();
  for (const cluster of graphemes(original)) {
    const isSpace = WHITE_SPACE.test(cluster);
    if (!(isSpace && inSpace)) {
      offsets.set(text.length, offset);
      text += isSpace ? ' ' : foldCluster(cluster);
    }
    inSpace = isSpace;
    offset += cluster.length;
  }
  offsets.set(text.length, offset);
  return { text, offsets, ends: offsets };
}

function foldCluster(cluster: string): string {
  return cluster.normalize('NFC').replace(APOSTROPHES, "'").replace(QUOTATION_MARKS, '"');
}
