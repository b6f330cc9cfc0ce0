/**
 * Word documents: their paragraphs, one a line, and behind them those of their notes; a paragraph in the style of a quotation
 * is a block quotation.
 */
import { SourceText } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock } from '../../core/quotes/draft.ts';
import { ImportReport } from '../shared/report.ts';
import { readXml, type XmlHandler } from '../shared/xml.ts';

/** What is deleted, moved away, or said twice for old programs. */
const NOT_SAID = new Set(['del', 'moveFrom', 'Fallback']);
const QUOTE_STYLE = /^(?:intense)?(?:quote|blockquote|zitat|citation|cita|цитата)/i;

/** @param parts the XML of the document, and of its notes @returns the draft, or why the document cannot be read */
export function readDocxDraft(
  parts: readonly string[],
  file: string,
): Draft | { readonly refused: string; readonly help?: string } {
  const report = new ImportReport(file);
  const reader = new DocxReader();
  for (const xml of parts)
    if (!readXml(xml, reader, report))
      return { refused: report.result().findings[0]?.message ?? 'not valid XML' };
  if (reader.isOther)
    return {
      refused: 'is an OpenDocument text, which is not read as a draft',
      help: 'save it as DOCX, or as Markdown',
    };
  const blocks: DraftBlock[] = [];
  const builder = new BlockBuilder();
  const lines: string[] = [];
  let start = 0;
  for (const { text, isQuoted } of reader.paragraphs) {
    builder.add(text, { start, end: start + text.length });
    const block = builder.finish(isQuoted);
    if (block !== undefined) blocks.push(block);
    lines.push(text);
    start += text.length + 1;
  }
  return { file, format: 'docx', source: new SourceText(lines.join('\n')), blocks, comments: [] };
}

interface Paragraph {
  text: string;
  isQuoted: boolean;
}

class DocxReader implements XmlHandler {
  readonly paragraphs: Paragraph[] = [];
  /** Whether it is the document of another word processor. */
  isOther = false;
  readonly #open: Paragraph[] = [];
  #isText = false;
  #notSaid = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'document-content') this.isOther = true;
    if (NOT_SAID.has(name)) this.#notSaid++;
    if (this.#notSaid > 0) return;
    if (name === 'p') this.#open.push({ text: '', isQuoted: false });
    else if (name === 'pStyle') this.#style(attributes['val'] ?? '');
    else if (name === 't') this.#isText = true;
    else if (name === 'tab' || name === 'br' || name === 'cr') this.#add(' ');
    else if (name === 'noBreakHyphen') this.#add('\u2011');
  }

  close(name: string): void {
    if (NOT_SAID.has(name)) this.#notSaid--;
    else if (this.#notSaid > 0) return;
    else if (name === 't') this.#isText = false;
    else if (name === 'p') {
      const paragraph = this.#open.pop();
      if (paragraph !== undefined) this.paragraphs.push(paragraph);
    }
  }

  text(text: string): void {
    if (this.#isText && this.#notSaid === 0) this.#add(text);
  }

  #style(style: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && QUOTE_STYLE.test(style)) paragraph.isQuoted = true;
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text.replace(/[\r\n]/g, ' ');
  }
}
