/** How the lines of a file make paragraphs: parted by blank lines, or by indentation as in official reports. */
import { countUp } from '../../../core/maps.ts';
import { BULLET } from '../heads/court-heads.ts';
import type { Head } from '../heads/head.ts';
import type { FileLines } from './file-lines.ts';
import type { ProfileId } from './profile-ids.ts';

export type LineRole =
  /** Goes on in the paragraph above. */
  | 'continues'
  /** Begins a paragraph of the same turn. */
  | 'paragraph'
  /** Begins a passage that no one speaks: a document, the minutes of a clerk. */
  | 'aside'
  /** Belongs to the page, not to the text. */
  | 'furniture';

export interface Layout {
  readonly kind: 'blank' | 'indent';
  role(line: string, isAfterBlank: boolean): LineRole;
  /** Whether a line with a title, a name and a full stop begins a turn. */
  isTitledHead(head: Head, file: FileLines, index: number): boolean;
  /** The page that a line of furniture begins. */
  page(line: string): string | undefined;
}

const PAGE = /^[ \t]*\[\[Page ([A-Z]?\d+)\]\][ \t]*$/;
const TIME_OF_DAY = /^[ \t]*\{time\}[ \t]*\d*[ \t]*$/;

/** What the Record's own reporters write between the turns. */
const BY_THE_REPORTERS =
  /^ {1,3}(?:There was no objection|There being no objection|The Clerk |The text of |The (?:amendment|motion|question|result|vote|bill|joint resolution|resolution|yeas and nays|Committee|message)[^.]{0,60} (?:was|were|is|are|having) |So the |A (?:recorded vote|motion to reconsider) |Accordingly, |Messrs?\. [A-Z]|Mrs?\. [A-Z][^.]{0,200} changed )/;

/** Two heads with a title show a report; one may be words. */
const LEAST_HEADS = 2;

export function layoutOf(file: FileLines, profile: ProfileId | undefined): Layout {
  if (profile !== undefined && profile !== 'congress') return byBlankLines(false, false);
  const indents = new Map<number, number>();
  let offices = 0;
  let members = 0;
  let small = 0;
  for (const index of file.headLines) {
    const { form, label, mark } = file.heads[index]!;
    if (!form.isTitled) continue;
    const { text } = file.lines[index]!;
    // A bullet stands where others are indented.
    const indent = mark === undefined ? text.length - text.trimStart().length : RECORD_INDENT;
    countUp(indents, indent);
    if (form.id === 'n.') small++;
    else if (label!.startsWith('The ')) offices++;
    else members++;
  }
  const capitals = offices + members;
  const [indent = 0] = [...indents].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  const hasCapitals = capitals >= (profile === 'congress' || isRecord(file) ? 1 : LEAST_HEADS);
  // Where members speak in capitals, a name in small letters is one that they mention.
  const hasSmall = small >= LEAST_HEADS && members < small;
  const indented = [...indents].reduce(
    (sum, [depth, count]) => (depth > 0 && depth <= MOST_INDENT ? sum + count : sum),
    0,
  );
  if (indented * 2 > capitals + small && (hasCapitals || hasSmall)) {
    return byIndentation(Math.min(indent > 0 ? indent : RECORD_INDENT, MOST_INDENT), hasCapitals, hasSmall);
  }
  return byBlankLines(hasCapitals, hasSmall && areMostTitled(file, small));
}

/** The layout of a text that we wrote in a profile. */
export function layoutOfProfile(profile: ProfileId): Layout {
  return profile === 'congress' ? byIndentation(RECORD_INDENT, true, false) : byBlankLines(false, false);
}

/** The Congressional Record says so at its top. */
function isRecord(file: FileLines): boolean {
  return file.lines
    .slice(0, RECORD_HEADER)
    .some(({ text }) => text.startsWith('[Congressional Record Volume'));
}

const RECORD_HEADER = 20;
/** Blanks before a paragraph of the Record. */
const RECORD_INDENT = 2;

/** Deeper lines are centred, or stand in a table. */
const MOST_INDENT = 8;

/** Small letters after a title begin many sentences: here most passages must begin so. */
function areMostTitled(file: FileLines, titled: number): boolean {
  let passages = 0;
  for (let index = 0; index < file.length; index++) {
    if (!file.isBlank(index) && (file.isAfterBlank(index) || file.heads[index]?.form.id === 'n.')) passages++;
  }
  return titled * 2 > passages;
}

function byBlankLines(hasCapitals: boolean, hasSmall: boolean): Layout {
  return {
    kind: 'blank',
    role: (_line, isAfterBlank) => (isAfterBlank ? 'paragraph' : 'continues'),
    isTitledHead: ({ form }, file, index) =>
      (form.id === 'N.' ? hasCapitals : hasSmall) && !file.isWrapped(index),
    page: () => undefined,
  };
}

function byIndentation(indent: number, hasCapitals: boolean, hasSmall: boolean): Layout {
  const paragraph = new RegExp(`^[ ]{1,${indent + 1}}\\S`);
  const centred = new RegExp(`^[ ]{${indent + 2}}`);
  return {
    kind: 'indent',
    role(line, isAfterBlank) {
      if (PAGE.test(line) || TIME_OF_DAY.test(line)) return 'furniture';
      if (centred.test(line)) return isAfterBlank ? 'aside' : 'continues';
      if (paragraph.test(line)) return BY_THE_REPORTERS.test(line) ? 'aside' : 'paragraph';
      return 'continues';
    },
    isTitledHead: ({ form }, file, index) =>
      (form.id === 'N.' ? hasCapitals : hasSmall) &&
      (paragraph.test(file.text(index)) || file.text(index).startsWith(BULLET)),
    page: line => PAGE.exec(line)?.[1],
  };
}

/** The line that begins a page of the Record, where the place can be one. */
export function pageMark(page: string): string | undefined {
  const mark = `[[Page ${page}]]`;
  return PAGE.test(mark) ? mark : undefined;
}
