/** Findings for programs (`onrecord/findings@1`): lines and columns from 1, columns in code points. */
import { countBySeverity, type Finding, type Location } from '../../core/model/finding.ts';
import { type JsonRecord, jsonDocument, jsonLines } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import { extentOf, type FindingsReport, type Sources } from './findings.ts';

const SCHEMA = 'onrecord/findings@1';

/** One document. */
export const printFindingsJson: Printer<FindingsReport> = report =>
  jsonDocument({ schema: SCHEMA, findings: recordsOf(report), summary: summaryOf(report) });

/** JSON lines: a record of type `finding` each, and one of type `summary` last. */
export const printFindingsNdjson: Printer<FindingsReport> = report =>
  jsonLines([
    ...recordsOf(report).map(record => ({ type: 'finding', ...record })),
    { type: 'summary', schema: SCHEMA, ...summaryOf(report) },
  ]);

function recordsOf({ findings, sources }: FindingsReport): JsonRecord[] {
  return findings.map(finding => findingRecord(finding, sources));
}

function summaryOf({ findings, files, leftOut }: FindingsReport): JsonRecord {
  const { error, warning, info } = countBySeverity(findings);
  return { errors: error, warnings: warning, infos: info, files: files.length, leftOut };
}

/** A finding with places as lines and columns. */
function findingRecord(finding: Finding, sources: Sources): JsonRecord {
  const { rule, severity, message, labels, help, fix, data } = finding;
  return {
    rule,
    severity,
    ...placeRecord(finding, sources),
    message,
    labels: labels?.map(label => ({ ...placeRecord(label, sources), message: label.message })),
    help,
    fix: fix && {
      title: fix.title,
      file: fix.file,
      edits: fix.edits.map(({ span, text }) => ({ ...placeRecord({ file: fix.file, span }, sources), text })),
    },
    data,
  };
}

/** Fields without a value are left out. */
function placeRecord(location: Location, sources: Sources): JsonRecord {
  const { start, end } = extentOf(location, sources) ?? {};
  return { file: location.file, ...start, endLine: end?.line, endColumn: end?.column };
}
