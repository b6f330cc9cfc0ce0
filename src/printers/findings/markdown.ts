/** Findings as a Markdown table, for the summary page of a CI run or a comment on a pull request. */
import { type Finding, withoutPrivate } from '../../core/model/finding.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { markdownTable } from '../layout/markdown-table.ts';
import type { Printer } from '../printer.ts';
import { bySeverity, type FindingsReport, positionOf, summaryOf } from './findings.ts';

const HEAD = ['level', 'place', 'finding', 'what to do'];

/** Errors first. Only the heading if nothing was found. */
export const printFindingsMarkdown: Printer<FindingsReport> = report => {
  const rows = bySeverity(withoutPrivate(report.findings)).map(finding => row(finding, report));
  const table = rows.length === 0 ? [] : ['', ...markdownTable(HEAD, rows)];
  return breakCommands(
    `${[`### onrecord check: ${markdownInline(summaryOf(report))}`, ...table].join('\n')}\n`,
  );
};

function row(finding: Finding, { sources }: FindingsReport): string[] {
  const { rule, severity, file, message, help = '' } = finding;
  const at = positionOf(finding, sources);
  const place = at === undefined ? file : `${file}:${at.line}:${at.column}`;
  return [severity, place, `${message} [${rule}]`, help].map(cell => markdownInline(cell));
}
