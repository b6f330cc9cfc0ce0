/** Dates as reports write them: which parts they name. */

import { lengthOfDigits } from '../../core/language/digits.ts';
import { foldedWords } from '../../core/language/folded-words.ts';
import type { WordLists } from '../../core/language/word-lists.ts';
import { DATE_PARTS } from '../../core/model/vocabulary.ts';
import { isAsciiDigit } from '../../core/text/ascii.ts';

export type DatePart = (typeof DATE_PARTS)[number];

const NUMERIC_DATE = /\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{4}-\d{2}(?:-\d{2})?\b/;

/** The parts that are written; none if it is not written as a date of the calendar. */
export function partsWritten(text: string, lists: WordLists): ReadonlySet<DatePart> {
  const parts = new Set<DatePart>();
  const numeric = mayBeNumeric(text) ? NUMERIC_DATE.exec(text)?.[0] : undefined;
  if (numeric !== undefined) {
    const numbers = numeric.split(/[./-]/);
    const hasYear = numbers.length > 2 || numbers[0]!.length === 4;
    if (hasYear) parts.add('year');
    parts.add('month');
    if (numbers.length > 2 || !hasYear) parts.add('day');
    return parts;
  }
  for (const { word } of foldedWords(text)) {
    if (isNumber(word, 4)) parts.add('year');
    else if (lists.months.has(word)) parts.add('month');
    else if (isDayOfMonth(word, lists)) parts.add('day');
  }
  return parts;
}

/** Most are written in words, and to compile the pattern takes longer than all else here. */
function mayBeNumeric(text: string): boolean {
  for (let i = 1; i < text.length; i++) {
    const isBetweenDigits = isAsciiDigit(text.charCodeAt(i - 1)) && isAsciiDigit(text.charCodeAt(i + 1));
    if (isBetweenDigits && './-'.includes(text[i]!)) return true;
  }
  return false;
}

/** `7`, `7th` or `seventh`. */
function isDayOfMonth(word: string, lists: WordLists): boolean {
  const length = lengthOfDigits(word);
  if (length === 0) return (lists.ordinals.get(word) ?? 32) <= 31;
  const ending = word.slice(length);
  const isEnding = ending === '' || lists.ordinalEndings.has(ending);
  return isEnding && length <= 2 && Number(word.slice(0, length)) <= 31;
}

/** The parts that a plain EDTF date has; none if it is a season, an interval or a set. */
export function partsOf(edtf: string): readonly DatePart[] {
  const fields = edtf.split('-');
  const [year = '', month = '01', day = '01'] = fields;
  const isDay = isNumber(year, 4) && isNumber(month, 2) && Number(month) <= 12 && isNumber(day, 2);
  return isDay && fields.length <= DATE_PARTS.length ? DATE_PARTS.slice(0, fields.length) : [];
}

function isNumber(text: string, length: number): boolean {
  for (let i = 0; i < text.length; i++) if (!isAsciiDigit(text.charCodeAt(i))) return false;
  return text.length === length;
}
