/**
 * Columns that text takes in a terminal. The only door to `fast-string-width`,
 * chosen over `string-width` because it makes no segmenter when it is loaded, which costs more than all else at start-up.
 */
import stringWidth from 'fast-string-width';
import { simpleWidth } from './simple-characters.ts';

/** Columns between tab stops. */
const TAB_WIDTH = 8;

/**
 * Display width in columns: wide characters and emoji take two, combining marks and other zero-width characters none.
 * A tab extends to the next tab stop, counted from the left edge with `column` columns before the text.
 */
export function displayWidth(text: string, column = 0): number {
  if (!text.includes('\t')) return measure(text);
  let at = column;
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) at += TAB_WIDTH - (at % TAB_WIDTH);
    at += measure(part);
  }
  return at - column;
}

function measure(text: string): number {
  return simpleWidth(text) ?? stringWidth(text);
}

/** Pads the text with blanks to `width` columns; returns wider text unchanged. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
