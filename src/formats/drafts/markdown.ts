/** Markdown: paragraphs, headings and table cells, looked through their markup; code is left out. */

import type { Blockquote, Html, Nodes, Parents } from 'mdast';
import { firstIndex } from '../../core/binary-search.ts';
import { pushAll } from '../../core/long-lists.ts';
import { SourceText, type Span } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock, type DraftComment } from '../../core/quotes/draft.ts';
import { emphasisMarks } from '../markdown/emphasis.ts';
import { parseAnyMarkdown, withoutTraps } from '../markdown/parse.ts';
import { commentsIn, quoteTag } from './html-comments.ts';
import { footnoteAt, hasFootnote, isFootnote, isStruck, noteTag, struckOut } from './left-out-markup.ts';

type Decode = (references: string) => string;
type ReadHtml = typeof import('./html.ts').readHtmlPart;

export async function readMarkdownDraft(text: string, file: string): Promise<Draft> {
  // Few drafts have character references, and loading their names costs as much as reading a short draft.
  const decode: Decode = text.includes('&')
    ? (await import('../shared/html-references.ts')).decodeReferences
    : written => written;
  const readHtml = text.includes('<') ? (await import('./html.ts')).readHtmlPart : undefined;
  const safe = withoutTraps(withoutFrontMatter(text));
  const reader = new MarkdownReader(safe, decode, readHtml);
  reader.blocks(parseAnyMarkdown(safe));
  return { file, format: 'markdown', source: new SourceText(text), ...reader.result() };
}

/** Character references of HTML, as CommonMark has them. */
const REFERENCE = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** YAML or TOML at the head of a page, with the line breaks that end it. */
const FRONT_MATTER = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?\1[ \t]*(?:\r?\n|$)/;
/** A note in the shape of a block quotation, as GitHub has them. */
const NOTE = /^\[![A-Za-z]+\]/;

/** The text with blanks in place of its front matter, so that places stay. */
function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, matter => matter.replace(/[^\r\n]/g, ' '));
}

function isNote({ children: [first] }: Blockquote): boolean {
  return (
    first?.type === 'paragraph' && first.children[0]?.type === 'text' && NOTE.test(first.children[0].value)
  );
}

/** A node with blocks that are being read. */
interface Container {
  readonly parent: Parents;
  readonly isQuoted: boolean;
  /** Index of its child that is read next. */
  next: number;
  /** The child that was begun: the index of its first block, and the line that it ends in. */
  current: { readonly first: number; readonly line: number } | undefined;
  last: { readonly first: number; readonly end: number; readonly line: number } | undefined;
  /** How many elements of HTML that quote are open: what stands between two pieces of HTML is in them. */
  quotations: number;
  /** Comments about the next child. */
  waiting: Omit<DraftComment, 'first' | 'end'>[];
}

function containerOf(parent: Parents, isQuoted: boolean): Container {
  return { parent, isQuoted, next: 0, current: undefined, last: undefined, quotations: 0, waiting: [] };
}

/** HTML as it stands in the file, with blanks for what block quotations and lists put before its lines: places stay. */
function withoutPrefixes(source: string, value: string): string {
  const lines = value.split('\n');
  const written = source.split('\n');
  if (lines.length !== written.length) return source;
  return written
    .map((line, index) => (line.endsWith(lines[index]!) ? lines[index]!.padStart(line.length) : line))
    .join('\n');
}

function spanOf({ position }: Nodes): Span {
  return { start: position!.start.offset!, end: position!.end.offset! };
}

class MarkdownReader {
  readonly #source: string;
  readonly #decode: Decode;
  readonly #readHtml: ReadHtml | undefined;
  readonly #blocks: DraftBlock[] = [];
  readonly #comments: DraftComment[] = [];
  readonly #builder = new BlockBuilder();
  /** Offsets of the marks of emphasis, and of those that strike out, in the paragraph that is read. */
  #emphasis: ReadonlySet<number> = new Set();
  /** Stretches of the file that are struck out there. */
  #struck: readonly Span[] = [];
  /** Open elements of HTML there whose words are no words of the draft, or the mark of a footnote. */
  readonly #open = new Set<string>();

  constructor(source: string, decode: Decode, readHtml: ReadHtml | undefined) {
    this.#source = source;
    this.#decode = decode;
    this.#readHtml = readHtml;
  }

  result(): { blocks: readonly DraftBlock[]; comments: readonly DraftComment[] } {
    return { blocks: this.#blocks, comments: this.#comments };
  }

  /**
   * Reads the blocks of a node; a comment between them is about the one before it or, behind an empty line, the next.
   * Nobody knows how deep quotations and lists lie in each other, so no block waits for those in it on the stack of calls.
   */
  blocks(root: Parents): void {
    const open = [containerOf(root, false)];
    for (let container = open.at(-1); container !== undefined; container = open.at(-1)) {
      this.#finishBlock(container);
      const node = container.parent.children[container.next++];
      if (node === undefined) {
        this.#addComments(container.waiting, this.#blocks.length, this.#blocks.length);
        open.pop();
      } else if (node.type === 'html') this.#htmlBetween(node, container);
      else {
        container.current = { first: this.#blocks.length, line: node.position!.end.line };
        const inner = this.#block(node, container.isQuoted || container.quotations > 0);
        if (inner !== undefined) open.push(inner);
      }
    }
  }

  #finishBlock(container: Container): void {
    const { current, waiting } = container;
    if (current === undefined) return;
    const end = this.#blocks.length;
    this.#addComments(waiting, current.first, end);
    container.last = { ...current, end };
    container.current = undefined;
    container.waiting = [];
  }

  #htmlBetween(node: Html, container: Container): void {
    const { waiting, last, isQuoted, quotations } = container;
    const { start, end } = node.position!;
    const html = withoutPrefixes(this.#source.slice(start.offset, end.offset), node.value);
    const part = this.#readHtml?.(html, { offset: start.offset!, isQuoted, quotations });
    if (part === undefined) return;
    container.quotations = part.quotations;
    if (part.blocks.length === 0) {
      const isDirectlyBehind = last !== undefined && start.line === last.line + 1;
      if (isDirectlyBehind) this.#addComments(part.comments, last.first, last.end);
      else pushAll(waiting, part.comments);
      return;
    }
    const before = this.#blocks.length;
    container.current = { first: before, line: end.line };
    pushAll(this.#blocks, part.blocks);
    for (const comment of part.comments) {
      // One behind all blocks is about the last.
      const first = before + Math.min(comment.first, part.blocks.length - 1);
      this.#comments.push({ ...comment, first, end: Math.max(first + 1, before + comment.end) });
    }
  }

  /** Comments about the blocks from `first` up to `end`. */
  #addComments(comments: Iterable<Omit<DraftComment, 'first' | 'end'>>, first: number, end: number): void {
    for (const comment of comments) this.#comments.push({ ...comment, first, end });
  }

  /** Reads a block, or returns it as the container of others that it is. */
  #block(node: Nodes, isQuoted: boolean): Container | undefined {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell': {
        const before = this.#comments.length;
        this.#inline(node);
        this.#finish(isQuoted);
        const end = this.#blocks.length;
        for (let index = before; index < this.#comments.length; index++)
          this.#comments[index] = { ...this.#comments[index]!, first: Math.max(0, end - 1), end };
        return undefined;
      }
      case 'blockquote':
        return containerOf(node, !isNote(node));
      default:
        return 'children' in node ? containerOf(node, isQuoted) : undefined;
    }
  }

  #finish(isQuoted: boolean): void {
    const block = this.#builder.finish(isQuoted);
    if (block !== undefined) this.#blocks.push(block);
  }

  /** Reads what stands in a paragraph, a heading or a cell. */
  #inline({ children }: Parents): void {
    const nodes: Nodes[] = [];
    const rest: Nodes[] = children.toReversed();
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      nodes.push(node);
      if ('children' in node && !isFootnote(node)) pushAll(rest, node.children.toReversed());
    }
    const texts = nodes.filter(({ type }) => type === 'text').map(spanOf);
    const emphasis = emphasisMarks(this.#source, texts);
    this.#struck = struckOut(this.#source, texts);
    const marks = this.#struck.flatMap(({ start, end }) => [start, start + 1, end - 2, end - 1]);
    this.#emphasis = marks.length === 0 ? emphasis : new Set([...emphasis, ...marks]);
    this.#open.clear();
    for (const node of nodes) this.#inlineNode(node);
  }

  /** Whether what begins at an offset of the file is no word of the draft. */
  #isLeftOut(at: number): boolean {
    if (isStruck(this.#open)) return true;
    const index = firstIndex(0, this.#struck.length, each => this.#struck[each]!.end > at);
    const struck = this.#struck[index];
    return struck !== undefined && struck.start <= at;
  }

  #add(text: string, span: Span): void {
    if (this.#isLeftOut(span.start)) this.#builder.leaveOut();
    else this.#builder.add(text, span);
  }

  #inlineNode(node: Nodes): void {
    const span = spanOf(node);
    switch (node.type) {
      case 'text':
        this.#builder.beginNode();
        this.#text(node.value, span);
        break;
      case 'image':
      case 'imageReference':
      case 'linkReference':
        if (node.type !== 'linkReference' || isFootnote(node)) this.#builder.leaveOut();
        break;
      case 'inlineCode':
        if (this.#isLeftOut(span.start)) break;
        this.#builder.beginNode();
        this.#builder.openCode();
        this.#builder.add(node.value, span);
        this.#builder.closeCode();
        break;
      case 'break':
        this.#builder.add('\n', span);
        break;
      case 'html': {
        this.#addComments(commentsIn(node.value, span.start), 0, 0);
        if (node.value.startsWith('<!--')) this.#builder.leaveOut();
        noteTag(node.value, this.#open);
        if (/^<br[\s/>]/i.test(node.value)) this.#builder.add('\n', span);
        const tag = quoteTag(node.value);
        if (tag === 'open') this.#builder.openQuote();
        else if (tag === 'close') this.#builder.closeQuote();
      }
    }
  }

  /**
   * Adds the value of a text node: what is escaped in the source, or a reference, is one character of it, and marks of
   * emphasis are none.
   */
  #text(value: string, span: Span): void {
    const source = this.#source;
    const isAsWritten = source.slice(span.start, span.end) === value;
    if (this.#emphasis.size === 0 && isAsWritten && !hasFootnote(value)) {
      this.#add(value, span);
      return;
    }
    let at = span.start;
    let run = 0;
    let runStart = at;
    const flush = (index: number) => {
      if (index > run) this.#add(value.slice(run, index), { start: runStart, end: at });
    };
    for (let index = 0; index < value.length; index++) {
      const character = value[index]!;
      const footnote = footnoteAt(value, index);
      if (footnote !== undefined && source.startsWith(footnote, at)) {
        flush(index);
        this.#builder.leaveOut();
        at += footnote.length;
        index += footnote.length - 1;
        run = index + 1;
        runStart = at;
        continue;
      }
      const isReference = character === '&' && this.#referenceAt(at) !== undefined;
      if (source[at] === character && !isReference && !this.#emphasis.has(at)) {
        at++;
        continue;
      }
      flush(index);
      const start = at;
      const reference = source[at] === '&' ? this.#referenceAt(at) : undefined;
      if (reference !== undefined) {
        at += reference.length;
        const text = this.#decode(reference);
        this.#add(text, { start, end: at });
        index += text.length - 1;
      } else {
        // Backslashes, and what a container puts before each of its lines.
        const next = source.indexOf(character, at);
        at = next < 0 || next >= span.end ? at : next + 1;
        if (this.#emphasis.has(at - 1)) this.#builder.beginNode();
        else this.#add(character, { start: Math.max(start, at - 1), end: at });
      }
      run = index + 1;
      runStart = at;
    }
    flush(value.length);
  }

  #referenceAt(at: number): string | undefined {
    REFERENCE.lastIndex = at;
    const found = REFERENCE.exec(this.#source)?.[0];
    return found !== undefined && this.#decode(found) !== found ? found : undefined;
  }
}
