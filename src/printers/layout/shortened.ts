/** Text cut to a width. */
import { graphemes } from '../../core/text/graphemes.ts';
import { displayWidth } from '../../core/text/width.ts';

/** The text, or as much of it as fits before an ellipsis; nothing of a grapheme cluster is left. */
export function shortened(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(ellipsis);
  let shown = '';
  let used = 0;
  for (const cluster of graphemes(text)) {
    used += displayWidth(cluster);
    if (used > room) break;
    shown += cluster;
  }
  return shown.trimEnd() + ellipsis;
}

/** As {@link shortened}, with the end of the text kept. */
export function shortenedLeft(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(ellipsis);
  let shown = '';
  let used = 0;
  for (const cluster of graphemes(text).reverse()) {
    used += displayWidth(cluster);
    if (used > room) break;
    shown = cluster + shown;
  }
  return ellipsis + shown.trimStart();
}
