/** A document of a word processor to a conversation: a table of speech, or paragraphs read as plain text. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { readXml, type XmlHandler } from '../shared/xml.ts';
import { readText } from '../text/read.ts';
import type { DocumentBlock, DocumentBuilder } from './blocks.ts';
import { speechOf } from './speech-table.ts';

/** @param reader puts the document together from its XML. */
export function readDocument(
  text: string,
  options: ReadOptions,
  makeReader: (report: ImportReport) => XmlHandler & { readonly document: DocumentBuilder },
): ReadResult {
  const report = new ImportReport(options.file);
  const reader = makeReader(report);
  if (!readXml(text, reader, report)) return report.result();
  const { blocks } = reader.document;
  if (blocks.every(block => lengthOf(block) === 0))
    return report.refused(undefined, 'the document holds no words');
  const tables = blocks.map(block => (block.kind === 'table' ? speechOf(block.rows) : undefined));
  if (isMostlySpeech(blocks, tables)) {
    const segments = blocks.flatMap((block, index) => tables[index] ?? nobodysWords(block));
    return report.result(transcriptOf(segments, options), 'table');
  }
  const read = readText(paragraphsOf(blocks), options);
  const own = report.result();
  return {
    ...read,
    // Places in the text are none in the file.
    findings: [...own.findings, ...read.findings.map(({ span: _span, ...finding }) => finding)],
    losses: [...report.losses(), ...(read.losses ?? [])],
  };
}

function lengthOf(block: DocumentBlock): number {
  const texts = block.kind === 'paragraph' ? [block.text] : block.rows.flat();
  return texts.reduce((sum, text) => sum + text.trim().length, 0);
}

function isMostlySpeech(
  blocks: readonly DocumentBlock[],
  tables: readonly (readonly Segment[] | undefined)[],
): boolean {
  let [inTables, all] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    const length = lengthOf(block);
    all += length;
    if (tables[index] !== undefined) inTables += length;
  }
  return inTables > all / 2;
}

/** The text around a table of speech: titles, remarks. */
function nobodysWords(block: DocumentBlock): Segment[] {
  const texts = block.kind === 'paragraph' ? [block.text] : block.rows.map(cells => cells.join(' '));
  return texts
    .map(tidy)
    .filter(text => text !== '')
    .map(text => ({ text }));
}

/** From this share of empty paragraphs on, they are the blank lines of the document. */
const BLANK_SHARE = 0.2;

/** The document as a text file: a blank line between paragraphs, or where the document has empty ones. */
function paragraphsOf(blocks: readonly DocumentBlock[]): string {
  const lines = blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map(cells => cells.join('\t')),
  );
  const blank = lines.filter(line => line.trim() === '').length;
  const hasBlankLines = blank >= lines.length * BLANK_SHARE;
  return hasBlankLines ? lines.join('\n') : lines.filter(line => line.trim() !== '').join('\n\n');
}
