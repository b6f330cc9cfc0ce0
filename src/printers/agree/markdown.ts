/** Agreement for a report or a comment: a table of figures, and one of where readings differ. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { markdownTable } from '../layout/markdown-table.ts';
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
  readingsInWords,
  rowsOf,
  SAID,
  summaryOf,
  valuesOf,
} from './report.ts';

export const printAgreeMarkdown: AgreePrinter = report => {
  const { figures, groups, differences, failures, readings } = report;
  const blocks = [
    [`### onrecord agree: ${markdownInline(summaryOf(report))}`],
    table(
      [readingsInWords(readings), 'units', 'both', 'same', 'alpha', '95 %', 'AC1'],
      figures.map(figure => row(FIGURE_NAMES[figure.figure].long, figure, report)),
    ),
    ...(groups.length === 0 ? [] : [groupTable(report)]),
    ...(differences.length === 0 ? [] : [differenceTable(report)]),
    ...(failures.length === 0 ? [] : [failures.map(failure => `- ${markdownInline(failureText(failure))}`)]),
  ];
  return breakCommands(`${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`);
};

function groupTable(report: AgreeReport): string[] {
  return table(
    [report.by!, 'figure', 'units', 'both', 'same', 'alpha', '95 %', 'AC1'],
    report.groups.flatMap(group =>
      rowsOf(group).map(figure => [
        groupLabel(group.name),
        ...row(FIGURE_NAMES[figure.figure].short, figure, report),
      ]),
    ),
    2,
  );
}

function differenceTable(report: AgreeReport): string[] {
  const { differences, readings, transcripts } = report;
  const isMany = transcripts.length > 1;
  const head = ['where', 'what', ...readings.map(readingLabel), 'command'];
  const rows = differences.map(difference => [
    ...escaped([
      `${isMany ? `${difference.file} ` : ''}${placeLabel(difference)}`,
      SAID[difference.of],
      ...valuesOf(difference, readings).map(value => value ?? '–'),
    ]),
    `<code>${markdownInline(difference.command)}</code>`,
  ]);
  return markdownTable(escaped(head), rows);
}

function row(label: string, figure: FigureResult, { readings }: AgreeReport): string[] {
  return [
    label,
    ...[figure.units, figure.both, figure.same].map(String),
    decimals(figure.alpha) ?? '–',
    intervalText(figure, readings.length),
    decimals(figure.ac1?.value) ?? '–',
  ];
}

/** @param texts columns that are no numbers, from the left. */
function table(head: readonly string[], rows: readonly (readonly string[])[], texts = 1): string[] {
  return markdownTable(
    escaped(head),
    rows.map(escaped),
    column => column >= texts && head[column] !== '95 %',
  );
}

function escaped(cells: readonly string[]): string[] {
  return cells.map(cell => markdownInline(cell));
}
