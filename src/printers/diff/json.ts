/** The diff as one JSON value, `onrecord/diff@1`. */
import { jsonDocument } from '../escape/json.ts';
import { changeRecord, DIFF_SCHEMA, headerRecord, summaryRecord } from './records.ts';
import type { DiffPrinter } from './report.ts';

export const printDiffJson: DiffPrinter = ({ diff }) =>
  jsonDocument({
    schema: DIFF_SCHEMA,
    ...headerRecord(diff),
    ...(diff.speakers.length > 0 && { speakers: diff.speakers }),
    changes: diff.changes.map(changeRecord),
    alarms: diff.alarms,
    summary: summaryRecord(diff),
  });
