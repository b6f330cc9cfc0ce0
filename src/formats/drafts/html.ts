/** HTML: paragraphs and other blocks, looked through their markup; block quotations and `<q>` are quotations. */
import { pushAll } from '../../core/long-lists.ts';
import { SourceText, type Span } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock, type DraftComment } from '../../core/quotes/draft.ts';
import { decodeReferences } from '../shared/html-references.ts';
import { type HtmlToken, tokensOf } from '../shared/html-tokens.ts';

export function readHtmlDraft(text: string, file: string): Draft {
  const reader = new HtmlReader();
  for (const token of tokensOf(text)) reader.take(token);
  const { blocks, comments } = reader.finish();
  return { file, format: 'html', source: new SourceText(text), blocks, comments };
}

/** Where a piece of HTML stands in a draft of another format. */
export interface HtmlPlace {
  /** Its offset in the file. */
  readonly offset: number;
  readonly isQuoted: boolean;
  /** How many of its elements that quote are open. */
  readonly quotations: number;
}

export interface HtmlPart {
  readonly blocks: readonly DraftBlock[];
  readonly comments: readonly DraftComment[];
  /** How many elements that quote are open at its end. */
  readonly quotations: number;
}

/** The blocks of a piece of HTML, with places in the file that it stands in. */
export function readHtmlPart(html: string, place: HtmlPlace): HtmlPart {
  const reader = new HtmlReader(place);
  for (const token of tokensOf(html)) {
    const start = token.span.start + place.offset;
    reader.take({ ...token, span: { start, end: token.span.end + place.offset } });
  }
  return reader.finish();
}

/** Elements inside a line; all others part blocks. */
const INLINE = new Set(
  'a abbr acronym audio b bdi bdo big button canvas cite code data del dfn em embed font i iframe img input ins kbd label map mark meter noscript object output picture progress q rb rp rt ruby s samp select small span strike strong sub sup svg template textarea time tt u var video wbr'.split(
    ' ',
  ),
);
/** Elements whose words are no words of the draft. */
const HIDDEN = new Set(
  'button head title template noscript textarea select svg math iframe object pre'.split(' '),
);
/** What is typed or printed as it is: a mark in it quotes nothing. */
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
/** How to read the words beside them. */
const READINGS = ['rt', 'rp'];
/** Words that are struck out, and readings. */
const STRUCK = new Set(['del', 's', 'strike', ...READINGS]);
/** Their tags end a reading whose end tag is left out, as HTML allows. */
const RUBY = new Set(['ruby', 'rb', ...READINGS]);
/** Inside a block quotation they say whose it is. */
const CREDITS = new Set(['footer', 'cite', 'figcaption']);
const REFERENCE = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/g;

class HtmlReader {
  readonly #blocks: DraftBlock[] = [];
  readonly #comments: DraftComment[] = [];
  readonly #builder = new BlockBuilder();
  readonly #isQuoted: boolean;
  #quotations: number;
  /** Open elements that make the mark of a footnote together: a link that is set high. */
  readonly #high = new Set<string>();
  /** Open elements whose words are struck out; none reaches over the end of a block. */
  readonly #struck = new Set<string>();
  readonly #credits: string[] = [];
  readonly #hidden: string[] = [];
  /** Comments of the block that is open, and those before it. */
  #waiting: Omit<DraftComment, 'first' | 'end'>[] = [];
  /** Whether nothing but blanks stands between the last block and here, in one line. */
  #isRightBehind = false;
  /** Comments right behind the last block: about it where their line ends, about the next where that begins in it. */
  #behind: Omit<DraftComment, 'first' | 'end'>[] = [];

  constructor({ isQuoted, quotations }: Omit<HtmlPlace, 'offset'> = { isQuoted: false, quotations: 0 }) {
    this.#isQuoted = isQuoted;
    this.#quotations = quotations;
  }

  take(token: HtmlToken): void {
    if (token.kind === 'comment') {
      if (this.#hidden.length > 0) return;
      this.#builder.leaveOut();
      (this.#isRightBehind ? this.#behind : this.#waiting).push({ text: token.text, span: token.span });
      return;
    }
    if (token.kind === 'text') {
      if (this.#hidden.length === 0 && this.#high.size < 2 && this.#struck.size === 0)
        this.#text(token.text, token.span);
      else this.#builder.leaveOut();
      return;
    }
    this.#tag(token.kind, token.name, token.span);
  }

  #tag(kind: 'open' | 'close', name: string, span: Span): void {
    if (HIDDEN.has(name)) {
      if (kind === 'open') this.#hidden.push(name);
      else if (this.#hidden.at(-1) === name) this.#hidden.pop();
    }
    if (this.#hidden.length > 0) return;
    if (kind === 'open') this.#beginNext();
    if (name === 'q') {
      if (kind === 'open') this.#builder.openQuote();
      else this.#builder.closeQuote();
    }
    if (CODE.has(name)) {
      if (kind === 'open') this.#builder.openCode();
      else this.#builder.closeCode();
    }
    if (STRUCK.has(name)) this.#struck[kind === 'open' ? 'add' : 'delete'](name);
    if (RUBY.has(name)) for (const reading of READINGS) if (reading !== name) this.#struck.delete(reading);
    if (name === 'img') this.#builder.leaveOut();
    if (name === 'a' || name === 'sup') this.#high[kind === 'open' ? 'add' : 'delete'](name);
    if (name === 'br') this.#builder.add('\n', span);
    const isCredit = CREDITS.has(name) && (this.#quotations > 0 || this.#credits.length > 0);
    if (INLINE.has(name) ? !isCredit : name === 'br') return;
    this.#end();
    if (isCredit) {
      if (kind === 'open') this.#credits.push(name);
      else this.#credits.pop();
    }
    if (name !== 'blockquote') return;
    this.#quotations = Math.max(0, this.#quotations + (kind === 'open' ? 1 : -1));
    this.#credits.length = 0;
  }

  finish(): HtmlPart {
    this.#end();
    this.#endLine();
    this.#placeComments(this.#blocks.length);
    return { blocks: this.#blocks, comments: this.#comments, quotations: this.#quotations };
  }

  /** The comments that wait are about the blocks from `first` on. */
  #placeComments(first: number): void {
    for (const comment of this.#waiting) this.#comments.push({ ...comment, first, end: this.#blocks.length });
    this.#waiting = [];
  }

  #end(): void {
    this.#high.clear();
    this.#struck.clear();
    const isQuoted = (this.#isQuoted || this.#quotations > 0) && this.#credits.length === 0;
    const block = this.#builder.finish(isQuoted);
    if (block === undefined) return;
    this.#blocks.push(block);
    this.#placeComments(this.#blocks.length - 1);
    this.#isRightBehind = true;
  }

  #endLine(): void {
    const end = this.#blocks.length;
    for (const comment of this.#behind) this.#comments.push({ ...comment, first: end - 1, end });
    this.#behind = [];
    this.#isRightBehind = false;
  }

  #beginNext(): void {
    pushAll(this.#waiting, this.#behind);
    this.#behind = [];
    this.#isRightBehind = false;
  }

  #text(text: string, { start }: Span): void {
    if (this.#isRightBehind) {
      if (/^[ \t]*[\r\n]/.test(text)) this.#endLine();
      else if (text.trim() !== '') this.#beginNext();
    }
    this.#builder.beginNode();
    let from = 0;
    for (const { 0: reference, index } of text.matchAll(REFERENCE)) {
      const character = decodeReferences(reference);
      if (character === reference) continue;
      this.#builder.add(text.slice(from, index), { start: start + from, end: start + index });
      this.#builder.add(character, { start: start + index, end: start + index + reference.length });
      from = index + reference.length;
    }
    this.#builder.add(text.slice(from), { start: start + from, end: start + text.length });
  }
}
