/** Whether a position in a text lies between two grapheme clusters, without cutting up texts that need no care. */
import { graphemes } from './graphemes.ts';

/**
 * Characters that never join a neighbour of the same class: Latin, Greek, Cyrillic and Armenian letters, common
 * punctuation, and the ASCII that is not part of a line end.
 */
const STANDS_ALONE = /^[\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027]$/;

/** A test for UTF-16 offsets of the text; both ends of the text are edges. */
export function clusterEdges(text: string): (offset: number) => boolean {
  let starts: Set<number> | undefined;
  return offset => {
    if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length;
    if (STANDS_ALONE.test(text[offset - 1]!) && STANDS_ALONE.test(text[offset]!)) return true;
    starts ??= clusterStarts(text);
    return starts.has(offset);
  };
}

function clusterStarts(text: string): Set<number> {
  const starts = new Set<number>();
  let offset = 0;
  for (const cluster of graphemes(text)) {
    starts.add(offset);
    offset += cluster.length;
  }
  return starts;
}
