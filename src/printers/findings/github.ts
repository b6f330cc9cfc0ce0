/** Findings as workflow commands of GitHub Actions: they show up on the lines of a pull request. */
import { countBySeverity, type Severity, withoutPrivate } from '../../core/model/finding.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { githubData, githubProperty } from '../escape/github.ts';
import type { Printer } from '../printer.ts';
import { bySeverity, extentOf, type FindingsReport, summaryOf } from './findings.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows only this many annotations of each level per step; the log keeps all. */
const SHOWN_BY_GITHUB = 10;

/** Errors first, because GitHub drops the last ones. */
export const printFindingsGithub: Printer<FindingsReport> = report => {
  const lines = bySeverity(withoutPrivate(report.findings)).map(finding => {
    const { rule, severity, file, message, help } = finding;
    const { start, end } = extentOf(finding, report.sources) ?? {};
    const properties = {
      file: file.replace(/^\.\//, ''),
      line: start?.line,
      col: start?.column,
      endLine: end?.line,
      // GitHub places a column range within one line only.
      endColumn: end?.line === start?.line ? end?.column : undefined,
      title: rule,
    };
    const written = Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${githubProperty(String(value))}`);
    const text = help === undefined ? message : `${message}\nhelp: ${help}`;
    return `::${COMMANDS[severity]} ${written.join(',')}::${githubData(text)}\n`;
  });
  const areLeftOut = Object.values(countBySeverity(report.findings)).some(count => count > SHOWN_BY_GITHUB);
  const note = areLeftOut ? `; GitHub shows ${SHOWN_BY_GITHUB} of each level, ${wholeList(report)}` : '';
  return `${lines.join('')}${breakCommands(summaryOf(report) + note)}\n`;
};

function wholeList({ hasStepSummary }: FindingsReport): string {
  return hasStepSummary === true ? 'the summary of the step lists all' : 'this log has all';
}
