/** The printers of quotations, each loaded only when its format is asked for. */
import type { FindingsReport } from '../findings/findings.ts';
import { FINDINGS_PRINTERS, type FindingsFormat } from '../findings/index.ts';
import type { Printer } from '../printer.ts';
import { findingsIn, type QuotesReport } from './report.ts';

/** Only what fails, as `check` would report it. */
const asFindings = (format: FindingsFormat) => async (): Promise<Printer<QuotesReport>> => {
  const print = await FINDINGS_PRINTERS[format]();
  return (report, context) => {
    const findings: FindingsReport = {
      findings: findingsIn(report),
      sources: report.sources,
      files: report.drafts,
      docs: report.docs,
      program: report.program,
    };
    return print(findings, context);
  };
};

export const QUOTES_PRINTERS = {
  text: async () => (await import('./text.ts')).printQuotesText,
  line: asFindings('line'),
  json: async () => (await import('./json.ts')).printQuotesJson,
  ndjson: async () => (await import('./ndjson.ts')).printQuotesNdjson,
  sarif: asFindings('sarif'),
  junit: asFindings('junit'),
  github: asFindings('github'),
  markdown: async () => (await import('./markdown.ts')).printQuotesMarkdown,
} satisfies Record<string, () => Promise<Printer<QuotesReport>>>;
