/** What stands in a paragraph of Markdown and is no word of it: footnotes, citations, and words that are struck out. */
import type { Span } from '../../core/model/span.ts';

/** [^2], a note in the line: ^[Like this.], and as Pandoc has it, a citation: [@osei2020, p. 3]. */
const FOOTNOTE = /\[\^[^[\]\s]{1,80}\]|\^\[[^[\]]{1,400}\]|\[-?@[^[\]]{1,200}\]/y;
const TAG = /^<(\/?)(a|del|s|strike|sup)(?:\s[^<>]*)?>$/i;
const STRUCK = ['del', 's', 'strike'];
/** Two tildes, and no more beside them. */
const TILDES = /\\[\s\S]|~+/g;

/** Whether a link is the mark of a footnote: a parser takes `[^1]: https://example.org` for the address of a link. */
export function isFootnote({
  type,
  label,
}: {
  readonly type: string;
  readonly label?: string | null | undefined;
}): boolean {
  return type === 'linkReference' && label?.startsWith('^') === true;
}

/** Whether a text may have a footnote or a citation. */
export function hasFootnote(text: string): boolean {
  return text.includes('[') && /[\^@]/.test(text);
}

/** The footnote or citation that stands at an offset of a text. */
export function footnoteAt(text: string, at: number): string | undefined {
  if (text[at] !== '[' && text[at] !== '^') return undefined;
  FOOTNOTE.lastIndex = at;
  return FOOTNOTE.exec(text)?.[0];
}

/** Notes a tag of HTML among those that are open, if what stands in it may be left out. */
export function noteTag(html: string, open: Set<string>): void {
  const [, slash, name] = TAG.exec(html) ?? [];
  if (name !== undefined) open[slash === '' ? 'add' : 'delete'](name.toLowerCase());
}

/** Whether the words inside these elements are struck out, or the mark of a footnote: a link that is set high. */
export function isStruck(open: ReadonlySet<string>): boolean {
  return STRUCK.some(name => open.has(name)) || (open.has('a') && open.has('sup'));
}

/**
 * What two tildes on each side strike out, as GitHub has it, with the tildes.
 * @param spans the text of a paragraph between its other markup, in order
 */
export function struckOut(source: string, spans: readonly Span[]): Span[] {
  const struck: Span[] = [];
  let open: number | undefined;
  for (const { start, end } of spans) {
    const text = source.slice(start, end);
    if (!text.includes('~~')) continue;
    for (const { 0: run, index } of text.matchAll(TILDES)) {
      if (run !== '~~') continue;
      const at = start + index;
      if (open !== undefined && !/\s/.test(source[at - 1]!)) {
        struck.push({ start: open, end: at + 2 });
        open = undefined;
      } else if (/\S/.test(source[at + 2] ?? ' ')) open = at;
    }
  }
  return struck;
}
