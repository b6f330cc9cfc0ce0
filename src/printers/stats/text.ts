/** Counts for people: tables below one another, with bars, as wide as the terminal. */

import { largest } from '../../core/long-lists.ts';
import { grouped } from '../../core/text/counted.ts';
import { fewOf } from '../../core/text/list-of.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { visible } from '../escape/visible.ts';
import { bar } from '../layout/bar.ts';
import { minutes } from '../layout/minutes.ts';
import { Page, plain, type Run, type Style } from '../layout/page.ts';
import { shortened, shortenedLeft } from '../layout/shortened.ts';
import type { PrintContext } from '../printer.ts';
import { type Signs, signsFor } from '../signs.ts';
import { type Palette, paletteOf } from '../view/palette.ts';
import { type GroupName, type GroupRow, type GroupTable, groupTable } from './groups.ts';
import type { StatsPrinter } from './report.ts';
import { factsOf, headLines, summaryOf } from './words.ts';

/** Cells of a bar that is the whole, on a page of 100 columns, and on one of 60. */
const MOST_CELLS = 30;
const FEW_CELLS = 10;
const FEW_CELLS_AT = 60;
/** A bar with fewer cells tells nothing. */
const LEAST_CELLS = 5;
/** Columns of the first number, with the gap before it, and of the others. */
const FIRST_NUMBER = 8;
const NUMBER = 7;
const GAP = 2;
/** A label is cut to this where the page is narrow. */
const LEAST_LABEL = 16;
/** Facts stand under the numbers of speakers, unless names are wider. */
const MOST_ALIGNED = 24;
/** In an overview: claims that are named of each standing, and speakers. */
const MOST_NAMED = 3;
const MOST_SPEAKERS = 20;

interface Sheet {
  readonly page: Page;
  readonly signs: Signs;
  readonly palette: Palette;
  readonly context: PrintContext;
}

export const printStatsText: StatsPrinter = (report, context) => {
  const { stats, by, next } = report;
  const signs = signsFor(context.unicode);
  const sheet: Sheet = { page: new Page(context), signs, palette: paletteOf(context.colour), context };
  const { page, palette } = sheet;
  const [title, ...facts] = headLines(report, signs.between);
  page.paragraph([{ text: title!, style: palette.title }]);
  for (const fact of facts) page.paragraph([{ text: fact, style: palette.muted }]);
  if (by === undefined) {
    printTable(sheet, 'standing', shortLists(groupTable('standing', stats)));
    const speakers = shortTable(groupTable('speaker', stats));
    const label = printTable(sheet, 'speaker', speakers);
    page.blank();
    printFacts(sheet, report, label);
  } else printTable(sheet, by, groupTable(by, stats));
  page.blank();
  page.paragraph([summaryOf(stats)]);
  if (next !== undefined && context.width !== undefined)
    page.paragraph([next], { indent: 'next: '.length, lead: { text: 'next:', style: palette.title } });
  return page.toString();
};

/** "c8-population, c9-five-thousand, c10-thirty-million and 3 more". */
function shortLists(table: GroupTable): GroupTable {
  const rows = table.rows.map(row => {
    const named = row.list.filter(item => !COUNTED.test(item));
    if (named.length <= MOST_NAMED) return row;
    return { ...row, list: [fewOf(named, MOST_NAMED), ...row.list.filter(item => COUNTED.test(item))] };
  });
  return { ...table, rows };
}

/** Names with a blank are not ids. */
const COUNTED = / /;

function shortTable(table: GroupTable): GroupTable {
  const { rows } = table;
  if (rows.length <= MOST_SPEAKERS) return table;
  const others = rows.slice(MOST_SPEAKERS);
  const sum = (index: number) => others.reduce((total, { counts }) => total + counts[index]!, 0);
  const rest: GroupRow = {
    label: `${others.length} others`,
    counts: table.columns.map((_, index) => sum(index)),
    share: others.reduce((total, { share = 0 }) => total + share, 0),
    list: [],
    cells: [],
  };
  return { ...table, rows: [...rows.slice(0, MOST_SPEAKERS), rest] };
}

/** Returns the width of its labels; 0 where there is no row. */
function printTable(sheet: Sheet, name: GroupName, table: GroupTable): number {
  const { page, context } = sheet;
  const { rows, columns, hasShare } = table;
  if (rows.length === 0) return 0;
  page.blank();
  const isTimed = rows.some(({ duration }) => duration !== undefined);
  const heads = [...columns, ...(hasShare ? ['share'] : []), ...(isTimed ? ['min'] : [])];
  const numbers = rows.map(row => numbersOf(row, hasShare, isTimed));
  const widths = heads.map((head, index) =>
    Math.max(
      index === 0 ? FIRST_NUMBER : NUMBER,
      GAP + Math.max(head.length, largest(numbers.map(row => row[index]!.length))),
    ),
  );
  const used = widths.reduce((sum, width) => sum + width, 0);
  const signOf = ({ standing }: GroupRow) =>
    standing === undefined ? '' : `${sheet.signs.standing[standing]} `;
  const labels = rows.map(row => `${signOf(row)}${visible(row.label)}`);
  const widest = Math.max(name.length, largest(labels.map(displayWidth)));
  const room = context.width === undefined ? widest : Math.max(LEAST_LABEL, context.width - used);
  if (context.width !== undefined && room + used > context.width) {
    printAsFacts(sheet, heads, rows);
    return 0;
  }
  const column = Math.min(widest, room);
  // The ends of file names tell them apart.
  const cut = name === 'file' ? shortenedLeft : shortened;
  const cells = barCells(context, column + used);
  page.verbatim(padEnd(name, column) + heads.map((head, index) => head.padStart(widths[index]!)).join(''), 0);
  for (const [index, row] of rows.entries()) {
    const label = padEnd(cut(labels[index]!, column, sheet.signs.cut), column);
    const shown = numbers[index]!.map((number, at) => number.padStart(widths[at]!)).join('');
    const before: Run[] = [{ text: label, style: styleOf(sheet, row) }, shown];
    if (row.list.length > 0)
      page.hanging(
        [...before, '  '],
        [{ text: row.list.join(', '), style: sheet.palette.muted }],
        column + used + GAP,
      );
    else {
      const drawn = row.share === undefined || cells === 0 ? '' : bar(row.share, cells, context);
      page.hanging([...before, drawn === '' ? '' : `  ${drawn}`], [], 0);
    }
  }
  return column;
}

function numbersOf({ counts, share = 0, duration }: GroupRow, hasShare: boolean, isTimed: boolean): string[] {
  return [
    ...counts.map(grouped),
    ...(hasShare ? [`${Math.round(share * 100)} %`] : []),
    ...(isTimed ? [duration === undefined ? '' : minutes(duration)] : []),
  ];
}

/** For a table too wide for the page: prints each row as a name with its numbers below. */
function printAsFacts({ page, palette }: Sheet, heads: readonly string[], rows: readonly GroupRow[]): void {
  for (const row of rows) {
    page.paragraph([{ text: row.label, style: palette.speaker }]);
    const numbers = numbersOf(row, heads.includes('share'), heads.includes('min'));
    const facts = numbers.flatMap((number, index) => (number === '' ? [] : [`${heads[index]} ${number}`]));
    page.paragraph([facts.join(', ')], { indent: 2 });
  }
}

function styleOf({ palette }: Sheet, { standing }: GroupRow): Style {
  return standing === undefined ? plain : palette.standing[standing];
}

/** Cells of the whole, as the page has room. */
function barCells({ width }: PrintContext, used: number): number {
  if (width === undefined) return MOST_CELLS;
  const wanted = Math.min(MOST_CELLS, FEW_CELLS + Math.floor((width - FEW_CELLS_AT) / 2));
  const cells = Math.min(wanted, width - used - GAP);
  return cells < LEAST_CELLS ? 0 : cells;
}

/** @param least width of the labels of the table above */
function printFacts(
  { page, palette, signs }: Sheet,
  { stats }: Parameters<StatsPrinter>[0],
  least: number,
): void {
  const facts = factsOf(stats);
  const shown = facts.map(({ name, sign }) =>
    sign === undefined ? name : `${signOfFact(signs, sign)} ${name}`,
  );
  const column = Math.max(Math.min(least, MOST_ALIGNED), largest(shown.map(displayWidth)));
  for (const [index, { count, list, sign }] of facts.entries()) {
    const style =
      sign === undefined || count === 0
        ? plain
        : sign === 'request'
          ? palette.group.request
          : palette.standing.unsettled;
    const label = { text: padEnd(shown[index]!, column), style };
    page.hanging(
      [label, grouped(count).padStart(FIRST_NUMBER), list.length === 0 ? '' : '  '],
      [{ text: list.join(', '), style: palette.muted }],
      list.length === 0 ? 0 : column + FIRST_NUMBER + GAP,
    );
  }
}

function signOfFact(signs: Signs, sign: 'request' | 'unsettled'): string {
  return sign === 'request' ? signs.tag.request : signs.standing.unsettled;
}
