/** Word documents (ISO/IEC 29500): the words of `word/document.xml`, which `decodeImport` takes out of the archive. */
import { defineFormat } from '../define-format.ts';
import { DocumentBuilder } from '../document/blocks.ts';
import { readDocument } from '../document/read-document.ts';
import type { ImportReport } from '../shared/report.ts';
import type { XmlHandler } from '../shared/xml.ts';

export const format = defineFormat({
  id: 'docx',
  name: 'a Word file (DOCX)',
  title: 'Word documents (DOCX): paragraphs, or a table of speaker and words',
  extensions: ['docx'],
  keeps: 'words, and speakers and times as in plain text or in the columns of a table',
  loses: 'footnotes, comments, deleted words, headers and footers, looks',
  takes: ['profile', 'speakers', 'carrySpeaker'],
  detect: text => (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<w:document[\s>]/.test(text) ? 1 : 0),
  read: (text, options) => readDocument(text, options, report => new WordReader(report)),
});

/** Content that is deleted, moved away, or repeated for old programs. */
const NOT_SAID = new Set(['del', 'moveFrom', 'Fallback']);
const LOST: Readonly<Record<string, string>> = {
  footnoteReference: 'footnotes',
  endnoteReference: 'endnotes',
  commentReference: 'comments',
  drawing: 'pictures',
};

class WordReader implements XmlHandler {
  readonly document = new DocumentBuilder();
  readonly #report: ImportReport;
  #isText = false;
  #notSaid = 0;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  open(name: string): void {
    if (NOT_SAID.has(name)) {
      this.#notSaid++;
      if (name === 'del') this.#report.lose('tracked deletions');
    }
    if (this.#notSaid > 0) return;
    const lost = LOST[name];
    if (lost !== undefined) this.#report.lose(lost);
    if (name === 'p') this.document.beginParagraph();
    else if (name === 't') this.#isText = true;
    else if (name === 'tab') this.document.add('\t');
    else if (name === 'br' || name === 'cr') this.document.add('\n');
    else if (name === 'noBreakHyphen') this.document.add('\u2011');
    else if (name === 'tbl') this.document.beginTable();
    else if (name === 'tr') this.document.beginRow();
    else if (name === 'tc') this.document.beginCell();
  }

  close(name: string): void {
    if (NOT_SAID.has(name)) this.#notSaid--;
    else if (this.#notSaid > 0) return;
    else if (name === 'p') this.document.endParagraph();
    else if (name === 't') this.#isText = false;
    else if (name === 'tbl') this.document.endTable();
    else if (name === 'tc') this.document.endCell();
  }

  text(text: string): void {
    if (this.#isText && this.#notSaid === 0) this.document.add(text);
  }
}
