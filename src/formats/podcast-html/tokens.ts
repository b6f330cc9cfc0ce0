/** The tags and the texts of an HTML page, in their order; comments, scripts and styles are left out. */
import type { Span } from '../../core/model/span.ts';

export type HtmlToken =
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN = /<!--|<[!?][^<>]*>|<(script|style)\b[^<>]*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;

export function* tokensOf(page: string): Generator<HtmlToken> {
  const pattern = new RegExp(TOKEN);
  let from = 0;
  for (let token = pattern.exec(page); token !== null; token = pattern.exec(page)) {
    const [whole, raw, slash, name] = token;
    if (token.index > from) yield { kind: 'text', text: page.slice(from, token.index) };
    const hidesMarkup = raw !== undefined || whole === '<!--';
    from = hidesMarkup ? endOf(page, raw, pattern.lastIndex) : pattern.lastIndex;
    pattern.lastIndex = from;
    if (name !== undefined)
      yield {
        kind: slash === '' ? 'open' : 'close',
        name: name.toLowerCase(),
        span: { start: token.index, end: from },
      };
  }
  if (from < page.length) yield { kind: 'text', text: page.slice(from) };
}

/** Where a comment, or an element that holds no markup, ends; what nothing ends runs to the end of the page. */
function endOf(page: string, element: string | undefined, from: number): number {
  const mark = element === undefined ? /-->/g : new RegExp(`</${element}\\b[^<>]*>`, 'gi');
  mark.lastIndex = from;
  return mark.test(page) ? mark.lastIndex : page.length;
}
