/** Pages of depositions: 25 numbered lines each, `12` or `42:12` before the words, the page's number above or below. */
import type { Line } from '../../shared/lines.ts';

export interface TextLine extends Line {
  /** Where it stands in a paginated source: `42:18`, or `line 18` where pages have no numbers. */
  readonly at?: string | undefined;
  /** `margin`: a running header or footer of a page; `page`: its number. Neither is said by anyone. */
  readonly role?: 'margin' | 'page';
}

const NUMBER = /^[ \t\f]{0,14}(\d{1,2})(?=[ \t]|$)/;
const PAGE_AND_LINE = /^[ \t\f]{0,14}(\d{1,6}):(\d{1,2})(?=[ \t]|$)/;
const PAGE = /^[ \t\f]*(?:page|pg\.?|p\.|seite)?[ \t]*(\d{1,6})(?:[ \t]*(?:of|\/)[ \t]*\d{1,6})?[ \t]*$/i;
/** More lines a page than any reporter writes. */
const MOST_LINES = 60;
const MOST_OUT_OF_ORDER = 0.1;
const LEAST_SHARE = 0.8;
const HALF = 0.5;
const LEAST_LINES = 3;

interface Numbered {
  readonly page: string | undefined;
  readonly number: number;
  /** UTF-16 length of what stands before the words. */
  readonly length: number;
  /** No words behind it: an empty line, or the number of a page. */
  readonly isBare: boolean;
}

/** The lines without their numbers; the same lines where they are not numbered. */
export function readNumberedLines(lines: readonly Line[]): readonly TextLine[] {
  for (const pattern of [PAGE_AND_LINE, NUMBER]) {
    if (!isLikely(lines, pattern)) continue;
    const numbers = withoutPageNumbers(lines.map(line => numberOf(line.text, pattern)));
    if (areNumbered(lines, numbers)) return withoutNumbers(lines, numbers);
  }
  return lines;
}

/** A look at the first lines spares most files the rest. */
function isLikely(lines: readonly Line[], pattern: RegExp): boolean {
  const sample = lines.slice(0, SAMPLE).filter(({ text }) => text.trim() !== '');
  const numbered = sample.filter(({ text }) => pattern.test(text));
  return numbered.length * 2 >= sample.length;
}

const SAMPLE = 400;

function numberOf(line: string, pattern: RegExp): Numbered | undefined {
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const hasPage = match[2] !== undefined;
  const number = Number(hasPage ? match[2] : match[1]);
  const page = hasPage ? String(Number(match[1])) : undefined;
  return number < 1 || number > MOST_LINES
    ? undefined
    : {
        page,
        number,
        length: match[0].length,
        isBare: line.length === match[0].length || line.slice(match[0].length).trim() === '',
      };
}

/** A number alone that no line goes on from is that of a page. */
function withoutPageNumbers(numbers: readonly (Numbered | undefined)[]): readonly (Numbered | undefined)[] {
  const last = numbers.reduce(
    (most, number) => (number?.isBare === false ? Math.max(most, number.number) : most),
    0,
  );
  const found = [...numbers.keys()].filter(index => numbers[index] !== undefined);
  const pages = new Set<number>();
  for (const [place, index] of found.entries()) {
    const { number, isBare, page } = numbers[index]!;
    const before = numbers[found[place - 1] ?? -1]?.number;
    const after = numbers[found[place + 1] ?? -1]?.number;
    const goesOn = number <= last && (before === number - 1 || after === number + 1);
    if (isBare && page === undefined && !goesOn) pages.add(index);
  }
  return numbers.map((number, index) => (pages.has(index) ? undefined : number));
}

/** Nearly all lines have a number, and each is the one after that of the line before, or the first of a page. */
function areNumbered(lines: readonly Line[], numbers: readonly (Numbered | undefined)[]): boolean {
  let filled = 0;
  let numbered = 0;
  let outOfOrder = 0;
  let before: Numbered | undefined;
  for (const [index, number] of numbers.entries()) {
    const { text } = lines[index]!;
    if (text.trim() === '' || (number === undefined && PAGE.test(text))) continue;
    filled++;
    if (number === undefined) continue;
    numbered++;
    const isNext = before === undefined || number.number === before.number + 1;
    const isNewPage = number.number === 1 && before?.number !== 1;
    if (!isNext && !isNewPage) outOfOrder++;
    before = number;
  }
  const isInOrder = numbered >= LEAST_LINES && outOfOrder <= numbered * MOST_OUT_OF_ORDER;
  if (!isInOrder || numbered < filled * HALF) return false;
  return numbered >= filled * LEAST_SHARE || haveHeads(lines, numbers);
}

/** Short samples have more margin than text: there questions, answers or names in capitals must stand behind numbers. */
function haveHeads(lines: readonly Line[], numbers: readonly (Numbered | undefined)[]): boolean {
  const heads = numbers.filter(
    (number, index) => number !== undefined && COURT_HEAD.test(lines[index]!.text.slice(number.length)),
  );
  return heads.length > 1;
}

const COURT_HEAD = /^[ \t]*(?:[QA](?:[.:][ \t]|[ \t])|[A-Z][A-Z .'’-]{2,40}:)/;

function withoutNumbers(
  lines: readonly Line[],
  numbers: readonly (Numbered | undefined)[],
): readonly TextLine[] {
  const pages = pagesOf(lines, numbers);
  return lines.map(({ text, start }, index): TextLine => {
    const number = numbers[index];
    if (number === undefined) {
      if (text.trim() === '') return { text: '', start, role: 'margin' };
      return { text: text.replace('\f', ''), start, role: PAGE.test(text) ? 'page' : 'margin' };
    }
    const page = number.page ?? pages[index];
    const at = page === undefined ? `line ${number.number}` : `${page}:${number.number}`;
    return { text: text.slice(number.length), start: start + number.length, at };
  });
}

/** The page of each line: numbers of pages stand all above or all below their lines. */
function pagesOf(
  lines: readonly Line[],
  numbers: readonly (Numbered | undefined)[],
): readonly (string | undefined)[] {
  const marks = lines.map(({ text }, index) => {
    const page = numbers[index] === undefined ? PAGE.exec(text)?.[1] : undefined;
    return page === undefined ? undefined : String(Number(page));
  });
  const first = marks.findIndex(mark => mark !== undefined);
  const isAbove = first !== -1 && first < numbers.findIndex(number => number !== undefined);
  const order = isAbove ? [...lines.keys()] : [...lines.keys()].reverse();
  const pages: (string | undefined)[] = new Array(lines.length);
  let page: string | undefined;
  for (const index of order) {
    page = marks[index] ?? page;
    pages[index] = page;
  }
  return pages;
}
