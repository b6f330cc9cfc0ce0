/** Text cut to a width. */
import { graphemes } from '../../core/text/graphemes.ts';
import { displayWidth } from '../../core/text/width.ts';

/** The text, or as much of it as fits before an ellipsis; nothing of a grapheme cluster is left. */
export function shortened(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const shown = fitting(graphemes(text), width - displayWidth(ellipsis));
  return shown.join('').trimEnd() + ellipsis;
}

/** Like {@link shortened}, but keeps the end of the text. */
export function shortenedLeft(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const shown = fitting(graphemes(text).reverse(), width - displayWidth(ellipsis));
  return ellipsis + shown.reverse().join('').trimStart();
}

/** Returns as many of the first clusters as fit into the columns. */
function fitting(clusters: readonly string[], columns: number): string[] {
  let used = 0;
  let count = 0;
  for (; count < clusters.length; count++) {
    used += displayWidth(clusters[count]!);
    if (used > columns) break;
  }
  return clusters.slice(0, count);
}
