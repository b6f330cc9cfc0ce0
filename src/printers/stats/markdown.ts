/** Counts as tables of Markdown. */
import { pushAll } from '../../core/long-lists.ts';
import { grouped } from '../../core/text/counted.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { markdownTable } from '../layout/markdown-table.ts';
import { minutes } from '../layout/minutes.ts';
import { GROUP_NAMES, type GroupName, type GroupRow, type GroupTable, groupTable } from './groups.ts';
import type { StatsPrinter, StatsReport } from './report.ts';
import { factsOf, headLines, summaryOf } from './words.ts';

export const printStatsMarkdown: StatsPrinter = report => {
  const { stats, by } = report;
  const [title, ...facts] = headLines(report, ' · ');
  const lines = [`### ${markdownInline(title!)}`, ...facts.flatMap(fact => ['', markdownInline(fact)])];
  // An overview leaves out what a separate table tells better, as in the text.
  const groups: readonly GroupName[] = by === undefined ? ['standing', 'speaker'] : [by];
  for (const name of GROUP_NAMES.filter(group => groups.includes(group)).toSorted(order(groups))) {
    const table = groupTable(name, stats);
    if (table.rows.length > 0) pushAll(lines, ['', ...tableLines(name, table)]);
  }
  if (by === undefined) pushAll(lines, ['', ...factTable(report)]);
  lines.push('', markdownInline(summaryOf(stats)));
  return breakCommands(`${lines.join('\n')}\n`);
};

const order = (groups: readonly GroupName[]) => (a: GroupName, b: GroupName) =>
  groups.indexOf(a) - groups.indexOf(b);

function tableLines(name: string, { columns, hasShare, rows }: GroupTable): string[] {
  const isTimed = rows.some(({ duration }) => duration !== undefined);
  const hasList = rows.some(({ list }) => list.length > 0);
  const heads = [...columns, ...(hasShare ? ['share'] : []), ...(isTimed ? ['min'] : [])];
  const cellsOf = ({ label, counts, share, duration, list }: GroupRow) => [
    markdownInline(label),
    ...counts.map(grouped),
    ...(hasShare ? [`${Math.round((share ?? 0) * 100)} %`] : []),
    ...(isTimed ? [duration === undefined ? '' : minutes(duration)] : []),
    ...(hasList ? [markdownInline(list.join(', '))] : []),
  ];
  return markdownTable(
    [name, ...heads, ...(hasList ? [''] : [])],
    rows.map(cellsOf),
    column => column > 0 && column <= heads.length,
  );
}

function factTable({ stats }: StatsReport): string[] {
  return markdownTable(
    ['', '', ''],
    factsOf(stats).map(({ name, count, list }) => [name, grouped(count), markdownInline(list.join(', '))]),
    column => column === 1,
  );
}
