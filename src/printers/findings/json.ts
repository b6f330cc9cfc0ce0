/** Findings as JSON (`onrecord/findings@1`): one document, lines and columns from 1, columns in code points. */
import { countBySeverity, type Finding, type Location } from '../../core/model/finding.ts';
import { jsonDocument } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import { extentOf, type FindingsReport, type Sources } from './findings.ts';

export const printFindingsJson: Printer<FindingsReport> = ({ findings, sources, files, leftOut }) => {
  const { error, warning, info } = countBySeverity(findings);
  return jsonDocument({
    schema: 'onrecord/findings@1',
    findings: findings.map(finding => findingRecord(finding, sources)),
    summary: { errors: error, warnings: warning, infos: info, files: files.length, leftOut },
  });
};

/** A finding with places as lines and columns; also the record of the NDJSON form. */
export function findingRecord(finding: Finding, sources: Sources): Record<string, unknown> {
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

/** Fields that have no value are left out. */
function placeRecord(location: Location, sources: Sources): Record<string, unknown> {
  const { start, end } = extentOf(location, sources) ?? {};
  return { file: location.file, ...start, endLine: end?.line, endColumn: end?.column };
}
