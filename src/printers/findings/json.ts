/** Findings as JSON (`onrecord/findings@1`): one document, lines and columns from 1, columns in code points. */
import { countBySeverity, type Finding, type Location } from '../../core/model/finding.ts';
import type { SourceText } from '../../core/model/span.ts';
import { jsonDocument } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import type { FindingsReport } from './findings.ts';

type Sources = ReadonlyMap<string, SourceText>;

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

/** `end` is the place behind the last character; fields that have no value are left out. */
function placeRecord({ file, span }: Location, sources: Sources): Record<string, unknown> {
  const source = sources.get(file);
  if (span === undefined || source === undefined) return { file };
  const start = source.position(span.start);
  const end = source.position(span.end);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
