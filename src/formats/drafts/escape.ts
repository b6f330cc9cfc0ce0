/** Words made safe for the markup of a draft. */
import type { DraftFormat } from '../../core/quotes/draft.ts';
import { escapeMarkdown } from '../text/markdown.ts';

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeIn(format: DraftFormat): (words: string) => string {
  switch (format) {
    case 'markdown':
      return words => escapeMarkdown(words.replaceAll('&', '&amp;'));
    case 'html':
      return words => words.replace(/[&<>]/g, sign => HTML[sign]!);
    default:
      return words => words;
  }
}
