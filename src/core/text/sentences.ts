/**
 * Where sentences end, for pins. The rule is ours and fixed: `Intl.Segmenter` changes with the version of Unicode inside
 * Node, and the same text must give the same pin for ever. A sentence that comes out too long only makes a pin more
 * careful, so whatever is in doubt goes on.
 *
 * A sentence ends behind
 * - `! ? … ։ ؟ ।` and a point, where white space or nothing follows; a point behind a digit or behind a word of one to
 *   three letters ends none ("am 12. Mai", "Mr. Hale");
 * - `。 ！ ？`, whatever follows;
 * - a line break.
 */
import { latePattern } from '../lazily.ts';
import type { Stretch } from './stretch.ts';

const ENDS_BEFORE_SPACE = '!?\u2026\u0589\u061f\u0964';
const ENDS_ALWAYS = '\u3002\uff01\uff1f\n\r\u0085\u2028\u2029';
/** Written out, as the `\s` of a later Unicode may hold more. */
const SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const MOST_LETTERS_OF_AN_ABBREVIATION = 3;

const letter = latePattern('^\\p{L}$', 'u');
const digit = latePattern('^\\p{Nd}$', 'u');
/** Characters inside a word other than letters: marks, joiners and apostrophes. */
const insideWord = latePattern("^(?:\\p{M}|\\u200c|\\u200d|['\\u2019\\u02bc])$", 'u');

/** Returns the sentences that contain a stretch of a text, without the white space around them. */
export function sentencesAround(text: string, { start, end }: Stretch): Stretch {
  let first = start;
  while (first > 0 && !isSentenceEnd(text, first)) first--;
  let last = end;
  while (last < text.length && !isSentenceEnd(text, last)) last++;
  while (first < start && SPACE.includes(text[first]!)) first++;
  while (last > end && SPACE.includes(text[last - 1]!)) last--;
  return { start: first, end: last };
}

/** Whether a sentence ends directly before an offset. */
function isSentenceEnd(text: string, offset: number): boolean {
  if (isNoMark(text.charCodeAt(offset - 1))) return false;
  const mark = text[offset - 1];
  if (mark === undefined) return false;
  if (ENDS_ALWAYS.includes(mark)) return true;
  const isPoint = mark === '.';
  if (!isPoint && !ENDS_BEFORE_SPACE.includes(mark)) return false;
  if (offset < text.length && !SPACE.includes(text[offset]!)) return false;
  return !isPoint || !goesOnBehind(text, offset - 1);
}

/** Blanks and the letters of most scripts, told without looking closer: they are nearly all that is read. */
function isNoMark(code: number): boolean {
  return code === 0x20 || (code > 0x3f && code < 0x85) || (code > 0x85 && code < 0x589);
}

/** Whether a point belongs to an ordinal number or an abbreviation, by the text before it. */
function goesOnBehind(text: string, point: number): boolean {
  let letters = 0;
  for (let at = point; at > 0; ) {
    const character = characterBefore(text, at);
    if (at === point && digit().test(character)) return true;
    if (letter().test(character)) letters++;
    else if (!insideWord().test(character)) break;
    if (letters > MOST_LETTERS_OF_AN_ABBREVIATION) return false;
    at -= character.length;
  }
  return letters > 0;
}

function characterBefore(text: string, offset: number): string {
  const pair = offset > 1 ? text.codePointAt(offset - 2)! : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text[offset - 1]!;
}
