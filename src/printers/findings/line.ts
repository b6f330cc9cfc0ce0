/** One finding a line, `file:line:column: severity: message [rule]`, as compilers and editors know it. */
import { breakCommands } from '../escape/ci-commands.ts';
import { fileName, visible } from '../escape/visible.ts';
import type { Printer } from '../printer.ts';
import { type FindingsReport, positionOf } from './findings.ts';

/** Nothing at all where there are no findings. */
export const printFindingsLine: Printer<FindingsReport> = ({ findings, sources }) => {
  const lines = findings.map(finding => {
    const at = positionOf(finding, sources);
    const place = at === undefined ? '' : `:${at.line}:${at.column}`;
    return `${fileName(finding.file)}${place}: ${finding.severity}: ${visible(finding.message)} [${visible(finding.rule)}]\n`;
  });
  return breakCommands(lines.join(''));
};
