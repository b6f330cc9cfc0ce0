/** Findings as JUnit XML: a suite for each file, a case for each finding, in the form that Jenkins and GitLab read. */
import type { Finding } from '../../core/model/finding.ts';
import { xml, xmlAttribute } from '../escape/xml.ts';
import type { Printer } from '../printer.ts';
import { type FindingsReport, positionOf } from './findings.ts';

/** Information is no failure and is left out; where nothing fails there is one suite without cases. */
export const printFindingsJunit: Printer<FindingsReport> = report => {
  const failing = report.findings.filter(({ severity }) => severity !== 'info');
  const byFile = new Map<string, Finding[]>();
  for (const finding of failing) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  if (byFile.size === 0) byFile.set('onrecord', []);
  const suites = [...byFile].map(([file, findings]) => suite(file, findings, report));
  const totals = `tests="${failing.length}" failures="${failing.length}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="onrecord" ${totals}>\n${suites.join('')}</testsuites>\n`;
};

function suite(file: string, findings: readonly Finding[], report: FindingsReport): string {
  const counts = `tests="${findings.length}" failures="${findings.length}" errors="0" skipped="0"`;
  const cases = findings.map(finding => testCase(finding, report));
  return `  <testsuite name="${xmlAttribute(file)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(finding: Finding, report: FindingsReport): string {
  const { rule, severity, file, message, help } = finding;
  const at = positionOf(finding, report.sources);
  const place = at === undefined ? '' : `:${at.line}:${at.column}`;
  const text = `${file}${place}: ${severity}: ${message} [${rule}]${help === undefined ? '' : `\nhelp: ${help}`}`;
  const name = at === undefined ? rule : `${rule} at line ${at.line}`;
  return [
    `    <testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(file)}">\n`,
    `      <failure message="${xmlAttribute(message)}" type="${xmlAttribute(severity)}">${xml(text)}</failure>\n`,
    '    </testcase>\n',
  ].join('');
}
