/** The words of a document of a word processor: paragraphs and tables, in their order. */
import { pushAll } from '../../core/long-lists.ts';

export type DocumentBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Puts a document together from what a reader of XML meets. */
export class DocumentBuilder {
  readonly blocks: DocumentBlock[] = [];
  /** Paragraphs can be nested: a text box in a paragraph. */
  readonly #open: string[] = [];
  readonly #tables: { readonly rows: string[][]; cell: string[] | undefined }[] = [];

  beginParagraph(): void {
    this.#open.push('');
  }

  add(text: string): void {
    const last = this.#open.length - 1;
    if (last >= 0) this.#open[last] += text;
  }

  endParagraph(): void {
    const text = this.#open.pop();
    if (text === undefined) return;
    const cell = this.#tables.at(-1)?.cell;
    if (cell === undefined) this.blocks.push({ kind: 'paragraph', text });
    else cell.push(text);
  }

  beginTable(): void {
    this.#tables.push({ rows: [], cell: undefined });
  }

  beginRow(): void {
    this.#tables.at(-1)?.rows.push([]);
  }

  beginCell(): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) table.cell = [];
  }

  endCell(): void {
    const table = this.#tables.at(-1);
    table?.rows.at(-1)?.push((table.cell ?? []).filter(text => text.trim() !== '').join('\n'));
    if (table !== undefined) table.cell = undefined;
  }

  /** A table in a cell is words of that cell. */
  endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const outer = this.#tables.at(-1)?.cell;
    if (outer === undefined) this.blocks.push({ kind: 'table', rows: table.rows });
    else
      pushAll(
        outer,
        table.rows.map(cells => cells.join(' ')),
      );
  }
}
