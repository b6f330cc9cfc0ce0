/** A document of a word processor to a conversation: a table of speech, or paragraphs read as plain text. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import type { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { readText } from '../text/read.ts';
import type { DocumentBlock } from './blocks.ts';
import { speechOf } from './speech-table.ts';

export function readBlocks(
  blocks: readonly DocumentBlock[],
  options: ReadOptions,
  report: ImportReport,
): ReadResult {
  if (!blocks.some(hasWords)) {
    report.add('bad-structure', undefined, 'the document holds no words', { severity: 'error' });
    return report.result();
  }
  const tables = blocks.map(block => (block.kind === 'table' ? speechOf(block.rows) : undefined));
  if (isMostlySpeech(blocks, tables)) {
    const segments = blocks.flatMap((block, index) => tables[index] ?? nobodysWords(block));
    return report.result({ transcript: transcriptOf(segments, options), layers: [] }, 'table');
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

function hasWords(block: DocumentBlock): boolean {
  return lengthOf(block) > 0;
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

/** What stands around a table of speech: titles, remarks. */
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
