/** Findings as JUnit XML: a suite for each file, in the form that Jenkins and GitLab read. */
import { append } from '../../core/maps.ts';
import { compareText, type Finding, withoutPrivate } from '../../core/model/finding.ts';
import { xml, xmlAttribute } from '../escape/xml.ts';
import type { Printer } from '../printer.ts';
import { type FindingsReport, positionOf } from './findings.ts';

/**
 * A failed case for each error and warning, and a passed one for each file that has neither: CI systems take a report
 * without a case for a run that found no tests.
 */
export const printFindingsJunit: Printer<FindingsReport> = report => {
  const failing = withoutPrivate(report.findings).filter(({ severity }) => severity !== 'info');
  const byFile = new Map<string, Finding[]>(report.files.map(file => [file, []]));
  for (const finding of failing) append(byFile, finding.file, finding);
  const inOrder = [...byFile].sort(([a], [b]) => compareText(a, b));
  const suites = inOrder.map(([file, findings]) => suite(file, findings, report));
  const passed = [...byFile.values()].filter(findings => findings.length === 0).length;
  const totals = `tests="${failing.length + passed}" failures="${failing.length}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="onrecord" ${totals}>\n${suites.join('')}</testsuites>\n`;
};

function suite(file: string, findings: readonly Finding[], report: FindingsReport): string {
  const counts = `tests="${findings.length || 1}" failures="${findings.length}" errors="0" skipped="0"`;
  const cases =
    findings.length === 0 ? [passedCase(file)] : findings.map(finding => testCase(finding, report));
  return `  <testsuite name="${xmlAttribute(file)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function passedCase(file: string): string {
  return `    <testcase name="onrecord check" classname="${xmlAttribute(file)}"/>\n`;
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
