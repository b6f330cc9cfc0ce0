/**
 * Transcripts of podcasts as HTML (Podcasting 2.0, `text/html`): `<cite>` names the speaker, `<time>` says when, `<p>` holds
 * the words.
 */
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { ImportReport } from '../shared/report.ts';
import { transcriptOf } from '../shared/segments.ts';
import { readPage } from './page-reader.ts';

const HTML = /^\s*(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)?<(?:!doctype html|html|head|body|cite|time)\b/i;

export const format = defineFormat({
  id: 'podcast-html',
  name: 'an HTML transcript',
  title: 'Podcasting 2.0 HTML',
  extensions: ['html', 'htm'],
  keeps: 'words, times, names of speakers, title, language',
  loses: 'markup, ends',
  detect: text =>
    HTML.test(text) && /<(?:cite|time)\b/i.test(text) && /<p\b/i.test(text) && !/<pre\b/i.test(text)
      ? 0.95
      : 0,
  read,
});

function read(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const { segments, title } = readPage(text, report);
  if (segments.length === 0) return report.refused(undefined, 'no paragraph holds words');
  const language = LANGUAGE.exec(text)?.[1];
  return report.result(transcriptOf(segments, options, { title: title || undefined, language }));
}

const LANGUAGE = /<html\b[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/i;
