/** Findings as JSON lines: a record of type `finding` each, and one of type `summary` last (`onrecord/findings@1`). */
import { countBySeverity } from '../../core/model/finding.ts';
import { jsonLines } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import type { FindingsReport } from './findings.ts';
import { findingRecord } from './json.ts';

export const printFindingsNdjson: Printer<FindingsReport> = ({ findings, sources, files, leftOut }) => {
  const { error, warning, info } = countBySeverity(findings);
  return jsonLines([
    ...findings.map(finding => ({ type: 'finding', ...findingRecord(finding, sources) })),
    {
      type: 'summary',
      schema: 'onrecord/findings@1',
      errors: error,
      warnings: warning,
      infos: info,
      files: files.length,
      leftOut,
    },
  ]);
};
