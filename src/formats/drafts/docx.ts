/**
 * Word documents: their paragraphs, one a line, and behind them those of their notes; a paragraph in the style of a quotation
 * is a block quotation.
 */
import { SourceText } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock } from '../../core/quotes/draft.ts';
import { ImportReport } from '../shared/report.ts';
import { readXml, type XmlHandler } from '../shared/xml.ts';

/** What is deleted, moved away, or said twice for old programs; and how words and paragraphs were set before a change. */
const NOT_SAID = new Set(['del', 'moveFrom', 'Fallback', 'rPrChange', 'pPrChange']);
/** Ids of the styles of a quotation, where the document does not say what its styles are called. */
const QUOTE_STYLE = /^(?:intense)?(?:quote|blockquote|quotations|zitat|citation|cita|цитата)/i;
/** What these styles are called: Word writes the names of its own in English in every language. */
const QUOTE_NAME = /^(?:(?:intense )?quote|block ?quote|quotations?|block quotation)$/i;
/** How words are written that no reader sees, or sees struck out. */
const NOT_SHOWN = new Set(['vanish', 'strike', 'dstrike']);
const OFF = new Set(['0', 'false', 'off']);

/**
 * @param parts the XML of the document, and of its notes
 * @param styles the XML of its styles, if it has them
 * @returns the draft, or why the document cannot be read
 */
export function readDocxDraft(
  parts: readonly string[],
  styles: readonly string[],
  file: string,
): Draft | { readonly refused: string; readonly help?: string } {
  const report = new ImportReport(file);
  const named = new StyleReader();
  // A document whose styles cannot be read still has its words.
  for (const xml of styles) readXml(xml, named, new ImportReport(file));
  const reader = new DocxReader(named);
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

/** The styles of a quotation, by their names and by those that they are based on. */
class StyleReader implements XmlHandler {
  readonly #quoting = new Set<string>();
  readonly #bases = new Map<string, string>();
  /** What was found of styles, so that a long chain of them is walked once. */
  readonly #known = new Map<string, boolean>();
  #style = '';

  isQuoting(style: string): boolean {
    const seen = new Set<string>();
    let isQuoting = false;
    for (let at: string | undefined = style; at !== undefined && !seen.has(at); at = this.#bases.get(at)) {
      seen.add(at);
      isQuoting = this.#known.get(at) ?? (this.#quoting.has(at) || QUOTE_STYLE.test(at));
      if (isQuoting || this.#known.has(at)) break;
    }
    for (const each of seen) this.#known.set(each, isQuoting);
    return isQuoting;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['val'] ?? '';
    if (name === 'style') this.#style = attributes['styleId'] ?? '';
    else if (name === 'name' && QUOTE_NAME.test(value)) this.#quoting.add(this.#style);
    else if (name === 'basedOn') this.#bases.set(this.#style, value);
  }

  close(): void {}

  text(): void {}
}

class DocxReader implements XmlHandler {
  readonly paragraphs: Paragraph[] = [];
  /** Whether it is the document of another word processor. */
  isOther = false;
  readonly #open: Paragraph[] = [];
  readonly #styles: StyleReader;
  #isText = false;
  #isShown = true;
  #notSaid = 0;

  constructor(styles: StyleReader) {
    this.#styles = styles;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'document-content') this.isOther = true;
    if (NOT_SAID.has(name)) this.#notSaid++;
    if (this.#notSaid > 0) return;
    if (name === 'p') this.#open.push({ text: '', isQuoted: false });
    else if (name === 'pStyle') this.#style(attributes['val'] ?? '');
    else if (name === 'r') this.#isShown = true;
    else if (NOT_SHOWN.has(name)) this.#isShown = OFF.has(attributes['val'] ?? '');
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
    if (this.#isText && this.#notSaid === 0 && this.#isShown) this.#add(text);
  }

  #style(style: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && this.#styles.isQuoting(style)) paragraph.isQuoted = true;
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text.replace(/[\r\n]/g, ' ');
  }
}
