/** The tags, texts and comments of an HTML page, in their order; scripts and styles are left out. */
import type { Span } from '../../core/model/span.ts';

export type HtmlToken =
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  /** Its text is what stands between its marks. */
  | { readonly kind: 'comment'; readonly text: string; readonly span: Span };

const TOKEN = /<!--|<[!?][^<>]*>|<(script|style)\b[^<>]*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;

export function* tokensOf(page: string): Generator<HtmlToken> {
  const pattern = new RegExp(TOKEN);
  let from = 0;
  for (let token = pattern.exec(page); token !== null; token = pattern.exec(page)) {
    const [whole, raw, slash, name] = token;
    if (token.index > from) yield textToken(page, from, token.index);
    const isComment = whole === '<!--';
    const hidesMarkup = raw !== undefined || isComment;
    from = hidesMarkup ? endOf(page, raw, pattern.lastIndex) : pattern.lastIndex;
    if (isComment)
      yield {
        kind: 'comment',
        text: page.slice(pattern.lastIndex, from).replace(/-->$/, ''),
        span: { start: token.index, end: from },
      };
    pattern.lastIndex = from;
    if (name !== undefined)
      yield {
        kind: slash === '' ? 'open' : 'close',
        name: name.toLowerCase(),
        span: { start: token.index, end: from },
      };
  }
  if (from < page.length) yield textToken(page, from, page.length);
}

function textToken(page: string, start: number, end: number): HtmlToken {
  return { kind: 'text', text: page.slice(start, end), span: { start, end } };
}

/** Where a comment, or an element that holds no markup, ends; what nothing ends runs to the end of the page. */
function endOf(page: string, element: string | undefined, from: number): number {
  const mark = element === undefined ? /-->/g : new RegExp(`</${element}\\b[^<>]*>`, 'gi');
  mark.lastIndex = from;
  return mark.test(page) ? mark.lastIndex : page.length;
}
