/** OpenDocument texts (ISO/IEC 26300): the words of `content.xml`, which `decodeImport` takes out of the archive. */
import { defineFormat } from '../define-format.ts';
import { DocumentBuilder } from '../document/blocks.ts';
import { readDocument } from '../document/read-document.ts';
import type { ImportReport } from '../shared/report.ts';
import type { XmlHandler } from '../shared/xml.ts';

export const format = defineFormat({
  id: 'odt',
  name: 'an OpenDocument text (ODT)',
  title: 'OpenDocument texts (ODT, FODT): paragraphs, or a table of speaker and words',
  extensions: ['odt', 'fodt'],
  keeps: 'words, and speakers and times as in plain text or in the columns of a table',
  loses: 'footnotes, comments, deleted words, headers and footers, looks',
  takes: ['profile', 'speakers', 'carrySpeaker'],
  detect: text =>
    /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<office:document(?:-content)?[\s>]/.test(text) &&
    text.includes('<office:text')
      ? 1
      : 0,
  read: (text, options) => readDocument(text, options, report => new OpenDocumentReader(report)),
});

const NOT_SAID: Readonly<Record<string, string | undefined>> = {
  note: 'footnotes',
  annotation: 'comments',
  'tracked-changes': 'tracked deletions',
  'annotation-end': undefined,
};
/** Runs of blanks are written as a count, which is bounded here. */
const MOST_BLANKS = 100;

class OpenDocumentReader implements XmlHandler {
  readonly document = new DocumentBuilder();
  readonly #report: ImportReport;
  #isBody = 0;
  #notSaid = 0;
  #paragraphs = 0;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'body') this.#isBody++;
    if (this.#isBody === 0) return;
    if (Object.hasOwn(NOT_SAID, name)) {
      const lost = NOT_SAID[name];
      if (this.#notSaid++ === 0 && lost !== undefined) this.#report.lose(lost);
    }
    if (this.#notSaid > 0) return;
    if (name === 'p' || name === 'h') {
      this.#paragraphs++;
      this.document.beginParagraph();
    } else if (name === 's') this.document.add(' '.repeat(blanksOf(attributes['c'])));
    else if (name === 'tab') this.document.add('\t');
    else if (name === 'line-break') this.document.add('\n');
    else if (name === 'table') this.document.beginTable();
    else if (name === 'table-row') this.document.beginRow();
    else if (name === 'table-cell') this.document.beginCell();
  }

  close(name: string): void {
    if (name === 'body') this.#isBody--;
    if (this.#isBody === 0) return;
    if (Object.hasOwn(NOT_SAID, name)) this.#notSaid--;
    else if (this.#notSaid > 0) return;
    else if (name === 'p' || name === 'h') {
      this.#paragraphs--;
      this.document.endParagraph();
    } else if (name === 'table') this.document.endTable();
    else if (name === 'table-cell') this.document.endCell();
  }

  /** White space of the file is one blank; others are elements. */
  text(text: string): void {
    if (this.#paragraphs > 0 && this.#notSaid === 0) this.document.add(text.replace(/\s+/g, ' '));
  }
}

function blanksOf(count: string | undefined): number {
  const blanks = Number(count ?? 1);
  return Number.isInteger(blanks) && blanks > 0 ? Math.min(blanks, MOST_BLANKS) : 1;
}
