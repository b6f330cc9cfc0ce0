/** The diff as JSON Lines, one record a line with its `type`: `diff` first, then `speaker`, `change` and `alarm`; `summary` last. */
import { jsonLines } from '../escape/json.ts';
import { changeRecord, DIFF_SCHEMA, headerRecord, summaryRecord } from './records.ts';
import type { DiffPrinter } from './report.ts';

export const printDiffNdjson: DiffPrinter = ({ diff }) =>
  jsonLines([
    { type: 'diff', schema: DIFF_SCHEMA, ...headerRecord(diff) },
    ...diff.speakers.map(renaming => ({ type: 'speaker', ...renaming })),
    ...diff.changes.map(change => ({ type: 'change', ...changeRecord(change) })),
    ...diff.alarms.map(alarm => ({ type: 'alarm', ...alarm })),
    { type: 'summary', ...summaryRecord(diff) },
  ]);
