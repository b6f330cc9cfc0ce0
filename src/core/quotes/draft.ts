/** A draft as it is searched for quotations: its paragraphs, looked through their markup, each with the way back. */
import { firstIndex } from '../binary-search.ts';
import type { SourceText, Span } from '../model/span.ts';

export const DRAFT_FORMATS = ['markdown', 'text', 'html', 'docx'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

export interface Draft {
  /** Name for messages. */
  readonly file: string;
  readonly format: DraftFormat;
  /** The file's text; of a word processor's document, its paragraphs, one a line. */
  readonly source: SourceText;
  readonly blocks: readonly DraftBlock[];
  readonly comments: readonly DraftComment[];
}

/** A paragraph, heading or table cell. */
export interface DraftBlock {
  /** The words that a reader sees. Offsets into it are UTF-16 code units. */
  readonly text: string;
  readonly places: TextPlaces;
  /** Whether it stands in a block quotation. */
  readonly isQuoted: boolean;
  /** Stretches of the text that the markup says are quoted (`<q>`). */
  readonly marked: readonly Span[];
  /** Stretches of code, in which a mark quotes nothing. */
  readonly codes: readonly Span[];
}

/** A comment of HTML. */
export interface DraftComment {
  readonly text: string;
  readonly span: Span;
  /** The blocks that it is about: from `first` up to `end`, without `end`. */
  readonly first: number;
  readonly end: number;
}

/** A stretch of a block's text and the stretch of the file that it comes from. */
interface Piece extends Span {
  readonly source: Span;
  /** Number of the text node. */
  readonly node: number;
}

/** Where the text of a block stands in the file. */
class TextPlaces {
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The stretch of the file behind a stretch of the text that is not empty. */
  spanOf({ start, end }: Span): Span {
    return { start: this.#startOf(start), end: this.#endOf(end) };
  }

  /** Whether a stretch of the text is one stretch of one text node, with nothing of the markup inside. */
  isInOneNode({ start, end }: Span): boolean {
    return this.#pieceAt(start)?.node === this.#pieceAt(end - 1)?.node;
  }

  #startOf(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece === undefined) return this.#pieces.at(-1)?.source.end ?? 0;
    return isCopied(piece) ? piece.source.start + offset - piece.start : piece.source.start;
  }

  #endOf(offset: number): number {
    const piece = this.#pieceAt(offset - 1);
    if (piece === undefined) return this.#pieces.at(-1)?.source.end ?? 0;
    return isCopied(piece) ? piece.source.start + offset - piece.start : piece.source.end;
  }

  /** The last piece that begins at an offset or before it. */
  #pieceAt(offset: number): Piece | undefined {
    const behind = firstIndex(1, this.#pieces.length, index => this.#pieces[index]!.start > offset);
    return this.#pieces[behind - 1];
  }
}

function isCopied({ start, end, source }: Piece): boolean {
  return source.end - source.start === end - start;
}

const BLANK = /\s/;

/** Puts the text of a block together from what a reader of a format meets. */
export class BlockBuilder {
  #text: string[] = [];
  #length = 0;
  #pieces: Piece[] = [];
  #node = 0;
  readonly #open: number[] = [];
  #marked: Span[] = [];
  #code: number | undefined;
  #codes: Span[] = [];
  /** Whether something that is no word of the draft stands right before what is added next. */
  #isBehindGap = false;

  /** Something that is no word of the draft stands here: of the blanks on its two sides one stays. */
  leaveOut(): void {
    this.#isBehindGap = true;
    this.beginNode();
  }

  /** The next text belongs to another node of the markup. */
  beginNode(): void {
    this.#node++;
  }

  /** Adds text that comes from a stretch of the file: the same characters, or one that stands for others. */
  add(text: string, source: Span): void {
    if (text === '') return;
    const isBehindGap = this.#isBehindGap;
    this.#isBehindGap = false;
    const isCopy = source.end - source.start === text.length;
    if (isBehindGap && isCopy && BLANK.test(text[0]!) && BLANK.test(this.#text.at(-1)?.at(-1) ?? '')) {
      this.add(text.slice(1), { start: source.start + 1, end: source.end });
      return;
    }
    const start = this.#length;
    const last = this.#pieces.at(-1);
    const isNext =
      last !== undefined &&
      last.node === this.#node &&
      isCopied(last) &&
      last.source.end === source.start &&
      isCopy;
    if (isNext)
      this.#pieces[this.#pieces.length - 1] = {
        ...last,
        end: start + text.length,
        source: { start: last.source.start, end: source.end },
      };
    else this.#pieces.push({ start, end: start + text.length, source, node: this.#node });
    this.#text.push(text);
    this.#length += text.length;
  }

  openQuote(): void {
    this.#open.push(this.#length);
  }

  closeQuote(): void {
    const start = this.#open.pop();
    if (start !== undefined && start < this.#length) this.#marked.push({ start, end: this.#length });
  }

  openCode(): void {
    this.#code ??= this.#length;
  }

  closeCode(): void {
    if (this.#code !== undefined) this.#codes.push({ start: this.#code, end: this.#length });
    this.#code = undefined;
  }

  /** The block so far; undefined where it has no words. The next one begins empty. */
  finish(isQuoted: boolean): DraftBlock | undefined {
    const text = this.#text.join('');
    const places = new TextPlaces(this.#pieces);
    const block = { text, places, isQuoted, marked: this.#marked, codes: this.#codes };
    this.#text = [];
    this.#length = 0;
    this.#pieces = [];
    this.#open.length = 0;
    this.#marked = [];
    this.#code = undefined;
    this.#codes = [];
    this.#isBehindGap = false;
    return text.trim() === '' ? undefined : block;
  }
}
