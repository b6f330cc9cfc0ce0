/** Markdown: paragraphs, headings and table cells, looked through their markup; code is left out. */

import type { Blockquote, Nodes, Parents } from 'mdast';
import { pushAll } from '../../core/long-lists.ts';
import { SourceText, type Span } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock, type DraftComment } from '../../core/quotes/draft.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { commentsIn, quoteTag } from './html-comments.ts';

type Decode = (references: string) => string;

export async function readMarkdownDraft(text: string, file: string): Promise<Draft> {
  // Few drafts have character references, and loading their names costs as much as reading a short draft.
  const decode: Decode = text.includes('&')
    ? (await import('../shared/html-references.ts')).decodeReferences
    : written => written;
  const reader = new MarkdownReader(text, decode);
  reader.children(parseMarkdown(withoutFrontMatter(text)), false);
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

class MarkdownReader {
  readonly #source: string;
  readonly #decode: Decode;
  readonly #blocks: DraftBlock[] = [];
  readonly #comments: DraftComment[] = [];
  readonly #builder = new BlockBuilder();

  constructor(source: string, decode: Decode) {
    this.#source = source;
    this.#decode = decode;
  }

  result(): { blocks: readonly DraftBlock[]; comments: readonly DraftComment[] } {
    return { blocks: this.#blocks, comments: this.#comments };
  }

  /** Reads the blocks of a node; a comment between them is about the one before it or, behind an empty line, the next. */
  children(parent: Parents, isQuoted: boolean): void {
    let waiting: Omit<DraftComment, 'first' | 'end'>[] = [];
    let last: { first: number; end: number; line: number } | undefined;
    for (const node of parent.children) {
      if (node.type === 'html') {
        const start = node.position!.start.offset!;
        const comments = [...commentsIn(node.value, start)];
        const isDirectlyBehind = last !== undefined && node.position!.start.line === last.line + 1;
        if (isDirectlyBehind) this.#addComments(comments, last!.first, last!.end);
        else pushAll(waiting, comments);
        if (comments.length === 0) this.#htmlBlock(node.value, start, isQuoted);
        continue;
      }
      const first = this.#blocks.length;
      this.#block(node, isQuoted);
      last = { first, end: this.#blocks.length, line: node.position!.end.line };
      this.#addComments(waiting, first, last.end);
      waiting = [];
    }
    this.#addComments(waiting, this.#blocks.length, this.#blocks.length);
  }

  /** Comments about the blocks from `first` up to `end`. */
  #addComments(comments: Iterable<Omit<DraftComment, 'first' | 'end'>>, first: number, end: number): void {
    for (const comment of comments) this.#comments.push({ ...comment, first, end });
  }

  #block(node: Nodes, isQuoted: boolean): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell': {
        const before = this.#comments.length;
        for (const child of node.children) this.#inline(child);
        this.#finish(isQuoted);
        const end = this.#blocks.length;
        for (let index = before; index < this.#comments.length; index++)
          this.#comments[index] = { ...this.#comments[index]!, first: Math.max(0, end - 1), end };
        break;
      }
      case 'blockquote':
        this.children(node, !isNote(node));
        break;
      case 'code':
      case 'definition':
      case 'thematicBreak':
        break;
      default:
        if ('children' in node) this.children(node as Parents, isQuoted);
    }
  }

  /** Markup that Markdown passes on: its words are those between its tags. */
  #htmlBlock(html: string, start: number, isQuoted: boolean): void {
    this.#builder.beginNode();
    let from = 0;
    for (const { 0: tag, index } of html.matchAll(/<[^<>]*>/g)) {
      this.#text(html.slice(from, index), { start: start + from, end: start + index });
      from = index + tag.length;
    }
    this.#text(html.slice(from), { start: start + from, end: start + html.length });
    this.#finish(isQuoted);
  }

  #finish(isQuoted: boolean): void {
    const block = this.#builder.finish(isQuoted);
    if (block !== undefined) this.#blocks.push(block);
  }

  #inline(node: Nodes): void {
    const { start, end } = node.position!;
    const span = { start: start.offset!, end: end.offset! };
    switch (node.type) {
      case 'text':
        this.#builder.beginNode();
        this.#text(node.value, span);
        break;
      case 'inlineCode':
        this.#builder.beginNode();
        this.#builder.add(node.value, span);
        break;
      case 'break':
        this.#builder.add('\n', span);
        break;
      case 'html': {
        this.#addComments(commentsIn(node.value, span.start), 0, 0);
        const tag = quoteTag(node.value);
        if (tag === 'open') this.#builder.openQuote();
        else if (tag === 'close') this.#builder.closeQuote();
        break;
      }
      default:
        if ('children' in node) for (const child of node.children) this.#inline(child);
    }
  }

  /** Adds the value of a text node: what is escaped in the source, or a reference, is one character of it. */
  #text(value: string, span: Span): void {
    const source = this.#source;
    if (source.slice(span.start, span.end) === value) {
      this.#builder.add(value, span);
      return;
    }
    let at = span.start;
    let run = 0;
    let runStart = at;
    const flush = (index: number) => {
      if (index > run) this.#builder.add(value.slice(run, index), { start: runStart, end: at });
    };
    for (let index = 0; index < value.length; index++) {
      const character = value[index]!;
      if (source[at] === character && !(character === '&' && this.#referenceAt(at) !== undefined)) {
        at++;
        continue;
      }
      flush(index);
      const start = at;
      const reference = source[at] === '&' ? this.#referenceAt(at) : undefined;
      if (reference !== undefined) {
        at += reference.length;
        const text = this.#decode(reference);
        this.#builder.add(text, { start, end: at });
        index += text.length - 1;
      } else {
        // Backslashes, and what a container puts before each of its lines.
        const next = source.indexOf(character, at);
        at = next < 0 || next >= span.end ? at : next + 1;
        this.#builder.add(character, { start: Math.max(start, at - 1), end: at });
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
