/** Agreement for people: the figures, then where readings differ, each with the command that shows it. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import { largest, pushAll } from '../../core/long-lists.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { wrap } from '../../core/text/wrap.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { visible } from '../escape/visible.ts';
import type { PrintContext } from '../printer.ts';
import { signsFor } from '../signs.ts';
import { readingLabel } from '../view/names.ts';
import {
  type AgreePrinter,
  type AgreeReport,
  decimals,
  FIGURE_NAMES,
  failureText,
  groupLabel,
  intervalText,
  placeLabel,
  type ReportedUnit,
  rowsOf,
  SAID,
  summaryOf,
  tagHead,
  valuesOf,
} from './report.ts';

/** From this width on, figures have their full names. */
const LEAST_FOR_NAMES = 100;
/** Columns for the names of figures, if there is room. */
const LABEL = 49;
/** From this width on, intervals stand in the row of their figure. */
const LEAST_FOR_INTERVALS = 66;
/** Longer places push the rest of the line to the right. */
const WIDEST_PLACE = 40;
const GAP = '  ';
const HEADS = ['units', 'both', 'same', 'alpha'];
const FIGURE_COLUMNS = HEADS.reduce((sum, head) => sum + GAP.length + head.length, 0);

export const printAgreeText: AgreePrinter = (report, context) => {
  const { colour } = context;
  const blocks = [
    ...figureTables(report, context),
    ...(report.differences.length === 0 ? [] : [differenceLines(report, context)]),
    [
      ...wrapped(summaryOf(report), context),
      ...(report.next === undefined ? [] : [`${colour.bold('next:')} ${visible(report.next)}`]),
      ...report.failures.flatMap(failure => wrapped(failureText(failure), context)),
    ],
  ];
  return breakCommands(`${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`);
};

function wrapped(text: string, { width }: PrintContext): string[] {
  return width === undefined ? [text] : wrap(text, { width });
}

/** A table is a head and its rows; the head is what all rows have in common. */
function figureTables(report: AgreeReport, context: PrintContext): string[][] {
  const { readings, figures, groups, by } = report;
  const isLong = (context.width ?? LEAST_FOR_NAMES) >= LEAST_FOR_NAMES;
  const size = isLong ? 'long' : 'short';
  const named = (results: readonly FigureResult[]) =>
    results.map(result => [FIGURE_NAMES[result.figure][size], result] as const);
  const all = tableLines(readings.map(readingLabel).join(', '), named(figures), report, context);
  if (by !== 'tag')
    return [
      all,
      ...groups.map(group => tableLines(groupLabel(group.name), named(rowsOf(group)), report, context)),
    ];
  const ofTags = (figure: 'tags' | 'passages') =>
    groups.flatMap(group =>
      rowsOf(group)
        .filter(each => each.figure === figure)
        .map(each => [groupLabel(group.name), each] as const),
    );
  return [
    all,
    ...(['tags', 'passages'] as const)
      .map(figure => ({ head: tagHead(figure, report), rows: ofTags(figure) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ head, rows }) => tableLines(head, rows, report, context)),
  ];
}

function tableLines(
  head: string,
  rows: readonly (readonly [string, FigureResult])[],
  report: AgreeReport,
  context: PrintContext,
): string[] {
  const { colour, width } = context;
  const isLong = (width ?? LEAST_FOR_NAMES) >= LEAST_FOR_NAMES;
  const isBeside = (width ?? LEAST_FOR_NAMES) >= LEAST_FOR_INTERVALS;
  const labels = rows.map(([label]) => visible(label));
  const label = Math.max(isLong ? LABEL : 0, largest(labels.map(text => displayWidth(text))));
  const title = visible(head);
  const isTitleBeside = displayWidth(title) <= label;
  const titles = isTitleBeside ? [] : wrapped(title, context).map(line => colour.bold(line));
  // Without room beside the names, the numbers go below.
  const isBelow = width !== undefined && label + FIGURE_COLUMNS > width;
  const columns = `${GAP}${HEADS.join(GAP)}${isBeside ? `${GAP}${padEnd('95 %', 12)}${GAP} AC1` : ''}`;
  const first = isTitleBeside ? colour.bold(title) + blanks(label - displayWidth(title)) : blanks(label);
  const lines = isBelow
    ? [...wrapped(title, context).map(line => colour.bold(line)), columns]
    : [...titles, first + columns];
  for (const [index, [, figure]] of rows.entries()) {
    const numbers = [figure.units, figure.both, figure.same, decimals(figure.alpha) ?? dash(context)];
    const cells = numbers.map((cell, column) => String(cell).padStart(HEADS[column]!.length)).join(GAP);
    if (isBelow) pushAll(lines, wrapped(labels[index]!, context));
    const row = `${isBelow ? '' : padEnd(labels[index]!, label)}${GAP}${cells}`;
    const interval = intervalText(figure, report.readings.length);
    const ac1 = decimals(figure.ac1?.value);
    const beside = `${row}${GAP}${padEnd(interval, 12)}${ac1 === undefined ? '' : `${GAP}${ac1.padStart(4)}`}`;
    const isFitting = width === undefined || displayWidth(beside.trimEnd()) <= width;
    if (isBeside && isFitting) lines.push(beside.trimEnd());
    else if (isBeside) {
      const withInterval = `${row}${GAP}${interval}`;
      if (displayWidth(withInterval) <= (width ?? Infinity)) lines.push(withInterval);
      else lines.push(row, `${GAP}${interval}`);
      if (ac1 !== undefined) lines.push(`${GAP}AC1 ${ac1}`);
    } else {
      const what = figure.interval === undefined ? interval : `95 % ${interval}`;
      lines.push(row, `${GAP}${what}${ac1 === undefined ? '' : `, AC1 ${ac1}`}`);
    }
  }
  return lines;
}

function dash({ unicode }: PrintContext): string {
  return unicode ? '–' : '-';
}

function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}

function differenceLines(report: AgreeReport, context: PrintContext): string[] {
  const { differences, transcripts } = report;
  const { colour, unicode, width = Number.POSITIVE_INFINITY } = context;
  const places = differences.map(difference => visible(placeLabel(difference)));
  const widths = places.map(place => displayWidth(place)).filter(columns => columns <= WIDEST_PLACE);
  const column = Math.max(0, largest(widths));
  const kind = largest(differences.map(({ of }) => SAID[of].length));
  const rows = differences.map((difference, index): Row => {
    const place = padEnd(places[index]!, column);
    const what = `${padEnd(SAID[difference.of], kind)}${GAP}${saidText(difference, report, context)}`;
    const columns = displayWidth(place) + GAP.length + displayWidth(what);
    return { place, what, columns, command: visible(difference.command) };
  });
  const isBeside = rows.every(
    ({ columns, command }) => columns + GAP.length + displayWidth(command) <= width,
  );
  const lines = [colour.bold(`${signsFor(unicode).standing.differs} where they differ`)];
  let file: string | undefined;
  for (const [index, row] of rows.entries()) {
    const difference = differences[index]!;
    if (transcripts.length > 1 && difference.file !== file) lines.push(visible(difference.file));
    file = difference.file;
    pushAll(lines, rowLines(row, isBeside, context));
  }
  return lines;
}

interface Row {
  readonly place: string;
  readonly what: string;
  /** Both, and the gap between them. */
  readonly columns: number;
  readonly command: string;
}

/** Commands follow their rows if all fit, else go below. They are never wrapped, so that they can be pasted. */
function rowLines(
  { place, what, columns, command }: Row,
  isBeside: boolean,
  context: PrintContext,
): string[] {
  const { colour, width = Number.POSITIVE_INFINITY } = context;
  const row = `${colour.cyan(place)}${GAP}${what}`;
  if (isBeside) return [`${row}${GAP}${colour.dim(command)}`];
  const below = `${GAP}${colour.dim(command)}`;
  if (columns <= width) return [row, below];
  const indent = blanks(4);
  return [
    ...wrap(place.trimEnd(), { width, hanging: indent }).map(line => colour.cyan(line)),
    ...wrap(what, { width, indent, hanging: indent }),
    below,
  ];
}

function saidText(difference: ReportedUnit, { readings }: AgreeReport, context: PrintContext): string {
  return valuesOf(difference, readings)
    .map(value => (value === undefined ? dash(context) : visible(value)))
    .join(' | ');
}
