/** Numbers written in digits, read by value. All texts are folded (see `foldWord`), so digits are those of ASCII. */
import { largest } from '../long-lists.ts';
import { isAsciiDigit } from '../text/ascii.ts';
import type { WordLists } from './word-lists.ts';

const MARKS = ".,'٫٬";
/** Marks that only a number in digits has, in whatever language. */
const DECIMAL_MARK = '٫';
const GROUP_MARK = '٬';
const GROUPS = /^[1-9]\d{0,2}(?:([.,'٬])\d{3})(?:\1\d{3})*$/;
/** Groups of two above the thousands, as in India: 12,34,567. */
const LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;
const FRACTION = /^(-?)(\d*)\+(\d+)⁄(\d+)$/;

/** How long the digits are that a word begins with, with a sign before them and marks between and behind them. */
export function lengthOfDigits(word: string): number {
  const first = word.charCodeAt(0) === MINUS ? 1 : 0;
  if (!isAsciiDigit(word.charCodeAt(first))) return 0;
  let end = first + 1;
  while (end < word.length && (isAsciiDigit(word.charCodeAt(end)) || MARKS.includes(word[end]!))) end++;
  return end;
}

const MINUS = '-'.charCodeAt(0);

/**
 * The value of digits as far as {@link lengthOfDigits} goes; undefined where the marks between them make no number of the
 * language: 1.2.3, 10,5 in English.
 */
export function valueOfDigits(digits: string, lists: WordLists): number | undefined {
  if (digits === '') return undefined;
  if (digits.charCodeAt(0) === MINUS) {
    const value = valueOfDigits(digits.slice(1), lists);
    return value === undefined ? undefined : -value;
  }
  if (/^\d+$/.test(digits)) return Number(digits);
  const grouped = ungrouped(digits, lists);
  if (grouped !== undefined) return Number(grouped);
  const at = largest(
    [...(lists.decimalMarks.size === 0 ? ENGLISH_DECIMALS : lists.decimalMarks), DECIMAL_MARK].map(mark =>
      digits.lastIndexOf(mark),
    ),
  );
  if (at <= 0 || at === digits.length - 1) return undefined;
  const [whole, rest] = [digits.slice(0, at), digits.slice(at + 1)];
  if (!/^\d+$/.test(rest)) return undefined;
  const units = /^\d+$/.test(whole) ? whole : ungrouped(whole, lists);
  // One mark cannot part groups and begin the fraction.
  return units === undefined || whole.includes(digits[at]!) ? undefined : Number(`${units}.${rest}`);
}

/** Digits without the marks between their groups; undefined where they are not grouped. */
function ungrouped(digits: string, lists: WordLists): string | undefined {
  const mark = GROUPS.exec(digits)?.[1] ?? (LAKHS.test(digits) ? ',' : undefined);
  const isOne = mark !== undefined && (mark === GROUP_MARK || groupMarksOf(lists).has(mark));
  return isOne ? digits.replaceAll(mark, '') : undefined;
}

/** The value of a fraction in one character, with the number before it: 5½ is folded to 5+1⁄2. */
export function valueOfFraction(word: string): number | undefined {
  if (!word.includes('⁄')) return undefined;
  const [, sign, whole = '', above, below] = FRACTION.exec(word) ?? [];
  if (above === undefined || Number(below) === 0) return undefined;
  const value = Number(whole) + Number(above) / Number(below);
  return sign === '-' ? -value : value;
}

/** Whether blanks between groups of three are those of one number: `12 500`. */
export function joinsGroups(between: string, next: string, lists: WordLists): boolean {
  if (!/^\d{3}(?:[.,٫]\d+)?$/.test(next)) return false;
  if (/^[\u00a0\u2007\u2009\u202f]$/.test(between)) return true;
  return between === ' ' && (groupMarksOf(lists).has(' ') || next === '000');
}

const ENGLISH_DECIMALS: ReadonlySet<string> = new Set(['.']);
const ENGLISH_GROUPS: ReadonlySet<string> = new Set([',', "'"]);

function groupMarksOf({ groupMarks }: WordLists): ReadonlySet<string> {
  return groupMarks.size === 0 ? ENGLISH_GROUPS : groupMarks;
}
