/** Words made safe for the markup of a draft. */

import type { DraftFormat } from '../../core/quotes/draft.ts';
import { escapeMarkup } from '../../core/text/markup.ts';
import { escapeMarkdown } from '../text/markdown.ts';

export function escapeIn(format: DraftFormat): (words: string) => string {
  switch (format) {
    case 'markdown':
      return words => escapeMarkdown(words.replaceAll('&', '&amp;'));
    case 'html':
      return escapeMarkup;
    default:
      return words => words;
  }
}
