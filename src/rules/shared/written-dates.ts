/** Dates as reports write them: which parts they name. */
import { foldedWords } from '../../core/language/phrases.ts';
import type { WordLists } from '../../core/language/word-lists.ts';
import type { DATE_PARTS } from '../../core/vocabulary.ts';

export type DatePart = (typeof DATE_PARTS)[number];

const NUMERIC_DATE = /\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{4}-\d{2}(?:-\d{2})?\b/;

/** The parts that are written; none where it is not written as a date of the calendar. */
export function partsWritten(text: string, lists: WordLists): ReadonlySet<DatePart> {
  const parts = new Set<DatePart>();
  const numeric = NUMERIC_DATE.exec(text)?.[0];
  if (numeric !== undefined) {
    const numbers = numeric.split(/[./-]/);
    const hasYear = numbers.length > 2 || numbers[0]!.length === 4;
    if (hasYear) parts.add('year');
    parts.add('month');
    if (numbers.length > 2 || !hasYear) parts.add('day');
    return parts;
  }
  for (const { word } of foldedWords(text)) {
    if (/^\d{4}$/.test(word)) parts.add('year');
    else if (lists.months.has(word)) parts.add('month');
    else if (isDayOfMonth(word, lists)) parts.add('day');
  }
  return parts;
}

/** `7`, `7th` or `seventh`. */
function isDayOfMonth(word: string, lists: WordLists): boolean {
  const [, digits, ending = ''] = /^(\d{1,2})(\p{L}*)$/u.exec(word) ?? [];
  if (digits !== undefined)
    return Number(digits) <= 31 && (ending === '' || lists.ordinalEndings.has(ending));
  return (lists.ordinals.get(word) ?? 32) <= 31;
}

/** The parts that a plain EDTF date has; none where it is a season, an interval or a set. */
export function partsOf(edtf: string): readonly DatePart[] {
  const [, year, month, day] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2}))?)?$/.exec(edtf) ?? [];
  return [
    ...(year === undefined ? [] : (['year'] as const)),
    ...(month === undefined ? [] : (['month'] as const)),
    ...(day === undefined ? [] : (['day'] as const)),
  ];
}
