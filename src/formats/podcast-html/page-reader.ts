/** Finds the speech on a page: a name begins a speaker, a time or a paragraph begins an utterance. */
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

export function readPage(page: string, report: ImportReport) {
  const segments: Segment[] = [];
  let title = '';
  let speakerLabel: string | undefined;
  let start: Milliseconds | undefined;
  let said = '';
  /** The element that is read apart, and its words. */
  let apart: { readonly name: string; readonly span: Span; words: string } | undefined;
  /** Whether the words belong to the talk: in a paragraph, or after a name or a time. */
  let isTalk = false;

  function add(text: string): void {
    if (apart !== undefined) apart.words += text;
    else if (isTalk) said += text;
    else if (text.trim() !== '') report.lose('words outside paragraphs');
  }

  function open(name: string, span: Span): void {
    if (name === 'br') add(isTalk || apart !== undefined ? ' ' : '');
    if (APART.has(name) || BLOCKS.has(name)) endApart();
    if (BLOCKS.has(name)) flush();
    if (name === 'p') isTalk = true;
    if (APART.has(name)) apart = { name, span, words: '' };
  }

  function close(name: string): void {
    if (apart?.name === name || BLOCKS.has(name)) endApart();
    if (BLOCKS.has(name)) flush();
  }

  /** A name or a time inside a sentence is a word of it. */
  function endApart(): void {
    if (apart === undefined) return;
    const { name, span, words } = apart;
    apart = undefined;
    const text = plain(words);
    if (name === 'title' || name === 'h1') title ||= text;
    else if (plain(said) !== '' && !(name === 'cite' && /[:：]$/.test(text))) said += words;
    else if (name === 'cite') takeSpeaker(text);
    else time(text, span);
  }

  function takeSpeaker(name: string): void {
    flush();
    const label = name.replace(/\s*[:：]$/, '');
    speakerLabel = label === '' ? undefined : label;
    start = undefined;
    isTalk = true;
  }

  function time(text: string, span: Span): void {
    isTalk = true;
    start = parseClock(text.replace(/^[[(]|[\])]$/g, ''));
    if (start !== undefined || text === '') return;
    report.add('bad-time', span, `"${text}" is not a time`, { help: 'the words were kept without it' });
    report.lose('times of paragraphs');
  }

  function flush(): void {
    const text = plain(said);
    said = '';
    if (text === '') return;
    segments.push({ text, label: speakerLabel, start });
    start = undefined;
  }

  for (const token of tokensOf(page)) {
    if (token.kind === 'text') add(token.text);
    else if (token.kind === 'open') open(token.name, token.span);
    else if (token.kind === 'close') close(token.name);
  }
  endApart();
  flush();
  return { segments, title };
}

function plain(text: string): string {
  return decodeReferences(text).replace(/\s+/g, ' ').trim();
}
