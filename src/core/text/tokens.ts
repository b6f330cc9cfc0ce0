/** A text as words, white space and marks, for any script. */
import { codePointLength } from './code-points.ts';
import { graphemes } from './graphemes.ts';

export interface Token {
  readonly text: string;
  /** Code point offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** `mark` is everything between words that is not white space, one grapheme cluster at a time. */
  readonly kind: 'word' | 'space' | 'mark';
}

/**
 * A word is letters, digits and their marks; an apostrophe, and a full stop or comma between digits, stay inside it
 * ("don't", "150,000", "2.5"). Our own pattern, because the word rules of `Intl.Segmenter` change with the version of
 * Unicode inside Node and the same input must give the same tokens.
 */
const TOKEN =
  /(?<word>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200c\u200d]*(?:(?:['’ʼ](?=\p{L})|(?<=\p{N})[.,٫٬](?=\p{N}))[\p{L}\p{N}\p{M}_\u200c\u200d]+)*)|(?<space>\s+(?!\p{M}))|\s?[^\p{L}\p{N}_\s]+|\s/gu;

/** Scripts written without spaces: only a dictionary finds their words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let dictionary: Intl.Segmenter | undefined;

/** The tokens of a text, in order; together they are the text. */
export function words(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const add = (part: string, kind: Token['kind']) => {
    const end = offset + codePointLength(part);
    tokens.push({ text: part, start: offset, end, kind });
    offset = end;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [part] = match;
    if (match.groups?.['space'] !== undefined) add(part, 'space');
    else if (match.groups?.['word'] === undefined) for (const mark of graphemes(part)) add(mark, 'mark');
    else for (const word of WITHOUT_SPACES.test(part) ? byDictionary(part) : [part]) add(word, 'word');
  }
  return tokens;
}

/** How many words a text has, as word processors count them; marks alone are none. */
export function countWords(text: string): number {
  let count = 0;
  for (const chunk of text.split(/\s+/)) {
    if (WITHOUT_SPACES.test(chunk)) count += words(chunk).filter(({ kind }) => kind === 'word').length;
    else if (/[\p{L}\p{N}]/u.test(chunk)) count++;
  }
  return count;
}

function byDictionary(text: string): string[] {
  dictionary ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(dictionary.segment(text), segment => segment.segment);
}
