/** Who says what on a page: a name begins a speaker, a time or a paragraph begins an utterance. */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import { parseClock } from '../shared/clock.ts';
import { decodeReferences } from '../shared/html-references.ts';
import { tokensOf } from '../shared/html-tokens.ts';
import type { ImportReport } from '../shared/report.ts';
import type { Segment } from '../shared/segments.ts';

/** Elements whose words are no words of a paragraph, or not surely so. */
const APART = new Set(['cite', 'time', 'title', 'h1']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'li', 'blockquote', 'h2', 'h3', 'body']);

export class PageReader {
  readonly segments: Segment[] = [];
  title = '';
  readonly #report: ImportReport;
  #label: string | undefined;
  #start: Milliseconds | undefined;
  #words = '';
  /** The element that is read apart, and its words. */
  #apart: { readonly name: string; readonly span: Span; words: string } | undefined;
  /** The words are those of a talk: in a paragraph, or behind a name or a time. */
  #isTalk = false;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  read(page: string): this {
    for (const token of tokensOf(page)) {
      if (token.kind === 'text') this.#add(token.text);
      else if (token.kind === 'open') this.#open(token.name, token.span);
      else if (token.kind === 'close') this.#close(token.name);
    }
    this.#endApart();
    this.#flush();
    return this;
  }

  #add(text: string): void {
    if (this.#apart !== undefined) this.#apart.words += text;
    else if (this.#isTalk) this.#words += text;
    else if (text.trim() !== '') this.#report.lose('words outside paragraphs');
  }

  #open(name: string, span: Span): void {
    if (name === 'br') this.#add(this.#isTalk || this.#apart !== undefined ? ' ' : '');
    if (APART.has(name) || BLOCKS.has(name)) this.#endApart();
    if (BLOCKS.has(name)) this.#flush();
    if (name === 'p') this.#isTalk = true;
    if (APART.has(name)) this.#apart = { name, span, words: '' };
  }

  #close(name: string): void {
    if (this.#apart?.name === name || BLOCKS.has(name)) this.#endApart();
    if (BLOCKS.has(name)) this.#flush();
  }

  /** A name or a time inside a sentence is a word of it. */
  #endApart(): void {
    if (this.#apart === undefined) return;
    const { name, span, words } = this.#apart;
    this.#apart = undefined;
    const text = plain(words);
    if (name === 'title' || name === 'h1') this.title ||= text;
    else if (plain(this.#words) !== '' && !(name === 'cite' && /[:：]$/.test(text))) this.#words += words;
    else if (name === 'cite') this.#speaker(text);
    else this.#time(text, span);
  }

  #speaker(name: string): void {
    this.#flush();
    const label = name.replace(/\s*[:：]$/, '');
    this.#label = label === '' ? undefined : label;
    this.#start = undefined;
    this.#isTalk = true;
  }

  #time(text: string, span: Span): void {
    this.#isTalk = true;
    this.#start = parseClock(text.replace(/^[[(]|[\])]$/g, ''));
    if (this.#start !== undefined || text === '') return;
    this.#report.add('bad-time', span, `"${text}" is not a time`, { help: 'the words were kept without it' });
    this.#report.lose('times of paragraphs');
  }

  #flush(): void {
    const text = plain(this.#words);
    this.#words = '';
    if (text === '') return;
    this.segments.push({ text, label: this.#label, start: this.#start });
    this.#start = undefined;
  }
}

function plain(text: string): string {
  return decodeReferences(text).replace(/\s+/g, ' ').trim();
}
