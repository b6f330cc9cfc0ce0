/** The few parts of HTML that mean something to quotations, in a page or inside Markdown. */
import type { DraftComment } from '../../core/quotes/draft.ts';

const COMMENT = /<!--(.*?)-->/gs;
const QUOTE_TAG = /^<(\/?)q(?:\s[^<>]*)?>$/i;

/** The comments of a piece of HTML that begins at an offset. */
export function* commentsIn(html: string, offset: number): Generator<Omit<DraftComment, 'first' | 'end'>> {
  for (const { 0: whole, 1: text = '', index } of html.matchAll(COMMENT))
    yield { text, span: { start: offset + index, end: offset + index + whole.length } };
}

/** Whether a piece of HTML is a tag of `<q>`. */
export function quoteTag(html: string): 'open' | 'close' | undefined {
  const slash = QUOTE_TAG.exec(html.trim())?.[1];
  if (slash === undefined) return undefined;
  return slash === '' ? 'open' : 'close';
}
