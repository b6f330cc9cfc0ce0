/** Whether a position in a text lies between two grapheme clusters, without cutting up texts that need no care. */
import { graphemes } from './graphemes.ts';
import { isSimple } from './simple-characters.ts';

/** A test for UTF-16 offsets of the text; both ends of the text are edges. */
export function clusterEdges(text: string): (offset: number) => boolean {
  let starts: Set<number> | undefined;
  return offset => {
    if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length;
    if (isSimple(text.slice(offset - 1, offset + 1))) return true;
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
