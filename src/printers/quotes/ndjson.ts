/** Quotations as JSON lines: a record of type `quotation` each, and one of type `summary` last (`onrecord/quotes@1`). */
import { jsonLines } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import { quotationRecord, SCHEMA, totalsOf } from './json.ts';
import type { QuotesReport } from './report.ts';

export const printQuotesNdjson: Printer<QuotesReport> = report =>
  jsonLines([
    ...report.quotations.map(judged => ({ type: 'quotation', ...quotationRecord(judged, report) })),
    { type: 'summary', schema: SCHEMA, quotations: report.quotations.length, ...totalsOf(report) },
  ]);
